/// A rectangle on a page, in points; the origin is the top left corner, `top` is above `bottom`.
public struct Box: Sendable, Hashable {
    public var left: Double
    public var top: Double
    public var right: Double
    public var bottom: Double

    public init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    public var width: Double { right - left }
    public var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }

    /// Whether it can be on a page at all; a file may hold any number.
    var isSane: Bool {
        [left, top, right, bottom].allSatisfy { abs($0) < 100_000 }
    }

    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// How much of the lower of two boxes stands beside the other, 0 to 1.
    func overlapInHeight(_ other: Box) -> Double {
        let shared = min(bottom, other.bottom) - max(top, other.top)
        let lower = min(height, other.height)
        return lower > 0 ? max(0, shared / lower) : 0
    }
}
