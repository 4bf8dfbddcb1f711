/// Turns a page whose lines run from top to bottom, so that they run from left to right.
///
/// Chinese and Japanese may be set in lines that run downwards, the first one on the right; tables
/// are sometimes printed sideways. Both read like any other page once they are turned.
enum Uprighting {
    /// How the lines of a page run.
    enum Direction: Sendable {
        case across, downwards, upwards
    }

    /// The direction of a line, from the boxes of its characters in writing order.
    static func direction(of boxes: [Box]) -> Direction {
        guard let first = boxes.first, let last = boxes.last, boxes.count > 1 else {
            return .across
        }
        let across = abs((last.left + last.right) - (first.left + first.right)) / 2
        let down = last.middle - first.middle
        guard abs(down) > 2 * across, abs(down) > first.height / 2 else { return .across }
        return down > 0 ? .downwards : .upwards
    }

    /// A box as it lies after the page was turned.
    static func turned(_ box: Box, _ direction: Direction, width: Double, height: Double) -> Box {
        switch direction {
        case .across: box
        case .downwards:
            Box(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
        case .upwards:
            Box(
                left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right
            )
        }
    }
}
