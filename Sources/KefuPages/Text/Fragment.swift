/// Characters that stand on one line without a wide gap between them.
public struct Fragment: Sendable, Hashable {
    public var text: String
    public var box: Box
    /// The height of the font in points.
    public var size: Double
    /// Whether all of it is in a heavy font.
    public var isBold: Bool
    /// Whether all of it is in a font whose letters are of one width, as program listings are.
    public var isCode: Bool

    public init(
        _ text: String, _ box: Box, size: Double, isBold: Bool = false, isCode: Bool = false
    ) {
        self.text = text
        self.box = box
        self.size = size
        self.isBold = isBold
        self.isCode = isCode
    }
}

/// The text of one page, in no particular order.
public struct PageText: Sendable {
    /// Counted from 1.
    public let number: Int
    public let width: Double
    public let height: Double
    public var fragments: [Fragment]

    public init(number: Int, width: Double, height: Double, fragments: [Fragment]) {
        self.number = number
        self.width = width
        self.height = height
        self.fragments = fragments
    }
}

extension PageText {
    /// The same page in another unit of length.
    public func scaled(by factor: Double) -> PageText {
        let scaled = fragments.map { fragment in
            var scaled = fragment
            scaled.size = (fragment.size * factor * 2).rounded() / 2
            scaled.box = Box(
                left: fragment.box.left * factor, top: fragment.box.top * factor,
                right: fragment.box.right * factor, bottom: fragment.box.bottom * factor)
            return scaled
        }
        return PageText(
            number: number, width: width * factor, height: height * factor, fragments: scaled)
    }

    /// The same page as running text of one size: what it looks like says nothing of headings.
    public func levelled(to size: Double) -> PageText {
        var page = self
        for index in page.fragments.indices { page.fragments[index].size = size }
        return page
    }

    /// The size in which most of some pages is.
    public static func usualSize(of pages: [PageText]) -> Double { Typography(pages).bodySize }
}
