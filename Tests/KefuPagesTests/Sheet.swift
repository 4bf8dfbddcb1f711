@testable import KefuPages

/// A page made of lines of text, each character of a known width.
struct Sheet {
    private var lines: [[Glyph]] = []
    private let number: Int
    private let width = 595.0
    private let height = 842.0

    init(_ number: Int = 1) {
        self.number = number
    }

    /// A line whose middle is at a height; Han characters are as wide as high, letters half as wide.
    mutating func line(
        _ text: String, x: Double, y: Double, size: Double = 10, isBold: Bool = false,
        isCode: Bool = false
    ) {
        var left = x
        var glyphs: [Glyph] = []
        for scalar in text.unicodeScalars {
            let width = (scalar.value < 0x2E80 ? 0.5 : 1) * size
            let box = Box(left: left, top: y - size / 2, right: left + width, bottom: y + size / 2)
            glyphs.append(Glyph(scalar, box, size: size, isBold: isBold, isCode: isCode))
            left += width
        }
        lines.append(glyphs)
    }

    mutating func lines(
        _ texts: [String], x: Double, y: Double, step: Double = 14, size: Double = 10
    ) {
        for (index, text) in texts.enumerated() {
            line(text, x: x, y: y + Double(index) * step, size: size)
        }
    }

    var page: PageText { PageText(number: number, width: width, height: height, lines: lines) }
}

extension PageBlock {
    /// As one line: headings with `#`, table rows with bars.
    var shown: String {
        switch self {
        case .heading(let level, let text, _): String(repeating: "#", count: level) + " " + text
        case .paragraph(let text, _): text
        case .item(let text, _): "* " + text
        case .code(let text, _): "` " + text
        case .table(let header, let rows, _):
            (header.isEmpty ? rows : [header] + rows).map { $0.joined(separator: " | ") }
                .joined(separator: "\n")
        }
    }
}

/// The blocks of some pages, shown.
func read(_ sheets: Sheet..., bookmarks: [Bookmark] = []) -> [String] {
    PageDocument.blocks(of: sheets.map(\.page), bookmarks: bookmarks).map(\.shown)
}
