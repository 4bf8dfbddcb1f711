import CPoppler
import KefuPages

/// The characters of one page of a PDF.
struct PDFPage {
    let text: PageText
    /// Characters other than white space.
    let characterCount: Int
    /// How many of them the fonts of the page give no meaning.
    let unknownCount: Int

    init(_ page: kpdf_text, number: Int) {
        var reading = Reading(page)
        reading.run()
        characterCount = reading.characterCount
        unknownCount = reading.unknownCount
        text = PageText(
            number: number, width: page.width, height: page.height, lines: reading.lines)
    }

    /// Whether its text is of no use: there is next to none, or its fonts do not say what it means.
    var needsRecognition: Bool {
        characterCount < 6 || (characterCount >= 20 && unknownCount * 3 > characterCount)
    }

    /// One pass over the characters of a page.
    private struct Reading {
        private let page: kpdf_text
        private let faces: [FontFace]
        private(set) var lines: [[Glyph]] = []
        private var line: [Glyph] = []
        private(set) var characterCount = 0
        private(set) var unknownCount = 0

        init(_ page: kpdf_text) {
            self.page = page
            var faces: [FontFace] = []
            for index in 0..<page.style_count {
                let style = page.styles[index]
                faces.append(FontFace(String(cString: style.font), size: style.size))
            }
            self.faces = faces
        }

        mutating func run() {
            let text = String(cString: page.text)
            var index = 0
            var style = 0
            for scalar in text.unicodeScalars {
                guard index < page.box_count else { break }
                while style < page.style_count, index >= Int(page.styles[style].end) { style += 1 }
                let face = faces.indices.contains(style) ? faces[style] : .unknown
                take(scalar, page.boxes[index], face)
                index += 1
            }
            endLine()
        }

        private mutating func take(_ scalar: Unicode.Scalar, _ place: kpdf_box, _ face: FontFace) {
            if scalar == "\n" {
                endLine()
                return
            }
            let box = Box(
                left: place.left, top: place.top, right: place.right, bottom: place.bottom)
            if !scalar.properties.isWhitespace {
                characterCount += 1
                if PlainCharacters.isUnknown(scalar) { unknownCount += 1 }
            }
            line.append(
                Glyph(scalar, box, size: face.size, isBold: face.isBold, isCode: face.isCode))
        }

        private mutating func endLine() {
            if !line.isEmpty { lines.append(line) }
            line = []
        }
    }
}

/// What the name of a font tells.
struct FontFace {
    let size: Double
    let isBold: Bool
    let isCode: Bool

    static let unknown = FontFace("", size: 10)

    init(_ name: String, size: Double) {
        let name = name.lowercased()
        self.size = size
        isBold = Self.heavy.contains { name.contains($0) } || name.hasSuffix("-bd")
        isCode = Self.listing.contains { name.contains($0) }
    }

    /// 黑体 is what Chinese documents use where others use bold.
    private static let heavy = [
        "bold", "black", "heavy", "demi", "simhei", "stheiti", "heiti", "cmbx", "sfbx", "-w6",
        "-w7", "-w8",
    ]
    private static let listing = [
        "mono", "courier", "typewriter", "consol", "menlo", "cmtt", "sftt", "txtt", "inconsolata",
        "sourcecode", "firacode", "nimbusmon",
    ]
}
