/// How a line is set.
struct LineStyle: Sendable, Hashable {
    let size: Double
    let isBold: Bool

    init(_ row: Row) {
        size = row.size
        isBold = row.isBold
    }
}

/// How the running text of a document is set, and what stands out from it.
struct Typography: Sendable {
    /// The size in which most of the text is.
    let bodySize: Double
    private let isBodyBold: Bool

    /// From this on, in terms of the body's size, a line is no running text.
    private static let largeness = 1.12
    /// Up to this, it is a footnote or a caption.
    private static let smallness = 0.88

    init(_ pages: [PageText]) {
        var weights: [Double: Int] = [:]
        var bold: [Double: Int] = [:]
        for fragment in pages.lazy.flatMap(\.fragments) where !fragment.isCode {
            let count = fragment.text.utf8.count
            weights[fragment.size, default: 0] += count
            if fragment.isBold { bold[fragment.size, default: 0] += count }
        }
        let body = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
        bodySize = body?.key ?? 10
        isBodyBold = bold[bodySize, default: 0] * 2 > (body?.value ?? 0)
    }

    /// Whether a style is larger than that of the running text.
    func isLarge(_ style: LineStyle) -> Bool { style.size >= bodySize * Self.largeness }

    func isSmall(_ style: LineStyle) -> Bool { style.size <= bodySize * Self.smallness }

    /// Whether a style is heavier than that of the running text, and not smaller.
    func isStrong(_ style: LineStyle) -> Bool {
        style.isBold && !isBodyBold && style.size >= bodySize * 0.95
    }
}
