extension PageText {
    /// A page from its lines, each in writing order. Lines that run another way than most of the
    /// page do are left out: they are marks in the margin.
    public init(number: Int, width: Double, height: Double, lines: [[Glyph]]) {
        var counts: [Uprighting.Direction: Int] = [:]
        var directions: [Uprighting.Direction] = []
        for line in lines {
            let direction = Uprighting.direction(of: line.map(\.box))
            directions.append(direction)
            // A single character has no direction of its own.
            if line.count > 1 { counts[direction, default: 0] += line.count }
        }
        let main = counts.max { $0.value < $1.value }?.key ?? .across
        var builder = FragmentBuilder()
        for (line, direction) in zip(lines, directions) where direction == main || line.count == 1 {
            for glyph in line { builder.take(glyph.turned(main, width: width, height: height)) }
            builder.end()
        }
        let isTurned = main != .across
        self.init(
            number: number, width: isTurned ? height : width, height: isTurned ? width : height,
            fragments: builder.fragments)
    }
}

extension Glyph {
    fileprivate func turned(
        _ direction: Uprighting.Direction, width: Double, height: Double
    ) -> Glyph {
        Glyph(
            scalar, Uprighting.turned(box, direction, width: width, height: height), size: size,
            isBold: isBold, isCode: isCode)
    }
}
