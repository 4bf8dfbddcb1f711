/// One character as it stands on a page, or the white space between two.
public struct Glyph: Sendable {
    public let scalar: Unicode.Scalar
    public let box: Box
    public let size: Double
    public let isBold: Bool
    public let isCode: Bool

    public init(
        _ scalar: Unicode.Scalar, _ box: Box, size: Double, isBold: Bool = false,
        isCode: Bool = false
    ) {
        self.scalar = scalar
        self.box = box
        self.size = size
        self.isBold = isBold
        self.isCode = isCode
    }
}

/// Makes fragments of the glyphs of one line, in writing order.
struct FragmentBuilder {
    /// A gap of this many font sizes, or wider, ends a fragment.
    static let widestGap = 1.0

    private(set) var fragments: [Fragment] = []
    private var text = String.UnicodeScalarView()
    private var box: Box?
    private var last: Glyph?
    private var sawSpace = false
    private var sizes: [Double: Int] = [:]
    private var count = 0
    private var bold = 0
    private var code = 0

    mutating func take(_ glyph: Glyph) {
        if glyph.scalar.properties.isWhitespace {
            sawSpace = true
            return
        }
        let plain = PlainCharacters.of(glyph.scalar)
        if plain.isEmpty || !glyph.box.isSane { return }
        if let last {
            let gap = glyph.box.left - last.box.right
            let size = max(glyph.size, last.size, 1)
            let shift = abs(glyph.box.middle - last.box.middle)
            if gap >= Self.widestGap * size || gap < -2 * size || shift > 0.7 * size {
                end()
            } else if sawSpace, keepsSpace(between: last, and: glyph, gap: gap) {
                text.append(" ")
            }
        }
        text.append(contentsOf: plain)
        box = box?.union(glyph.box) ?? glyph.box
        sizes[(glyph.size * 2).rounded() / 2, default: 0] += 1
        count += 1
        bold += glyph.isBold ? 1 : 0
        code += glyph.isCode ? 1 : 0
        (last, sawSpace) = (glyph, false)
    }

    /// A space that only spreads a line of Han characters to its margin is none.
    private func keepsSpace(between left: Glyph, and right: Glyph, gap: Double) -> Bool {
        guard Script.isHan(left.scalar), Script.isHan(right.scalar) else { return true }
        return gap >= 0.4 * right.size
    }

    /// Ends the line.
    mutating func end() {
        if let box, !text.isEmpty {
            let size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
            fragments.append(
                Fragment(
                    Script.withoutLetterSpacing(String(text)), box, size: size,
                    isBold: bold * 10 >= count * 9, isCode: code * 10 >= count * 9))
        }
        (text, box, last, sawSpace) = (String.UnicodeScalarView(), nil, nil, false)
        (sizes, count, bold, code) = ([:], 0, 0, 0)
    }
}
