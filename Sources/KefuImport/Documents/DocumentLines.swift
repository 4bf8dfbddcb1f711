/// The lines of a document by their index, each decoded when it is first asked for.
///
/// Reading goes forwards: what was forgotten is gone. A line of more than `longest` bytes comes in
/// several, which have one number.
final class DocumentLines {
    private struct Line {
        let text: String
        let number: Int
    }

    private let bytes: ByteView
    private var reader: LineReader
    /// The lines from `base` on that were read and not forgotten yet.
    private var held: [Line] = []
    private var base = 0
    private var isAtEnd = false
    /// What is left of a long line, and its number.
    private var rest = 0..<0
    private var number = 0

    static let longest = 1 << 16
    /// So many lines are forgotten together.
    private static let batch = 1024

    init(_ bytes: ByteView) {
        self.bytes = bytes
        reader = LineReader(bytes)
    }

    /// Whether there is a line with that index.
    func has(_ index: Int) -> Bool {
        while !isAtEnd, index >= base + held.count { readLine() }
        return index < base + held.count
    }

    /// The line with an index; empty beyond either end.
    subscript(index: Int) -> String {
        index >= base && has(index) ? held[index - base].text : ""
    }

    /// The number of a line in the file, counted from 1.
    func number(of index: Int) -> Int {
        index >= base && has(index) ? held[index - base].number : (held.last?.number ?? 0) + 1
    }

    /// Lets go of the lines before an index.
    func forget(before index: Int) {
        let count = min(index - base, held.count)
        guard count >= Self.batch else { return }
        held.removeFirst(count)
        base += count
    }

    private func readLine() {
        if rest.isEmpty {
            guard let line = reader.next() else {
                isAtEnd = true
                return
            }
            (rest, number) = (line.range, line.number)
        }
        let part = rest.count > Self.longest ? cut(rest) : rest
        let text = bytes.withBytes(in: part) { String(decoding: $0, as: UTF8.self) }
        held.append(Line(text: text, number: number))
        rest = part.upperBound..<rest.upperBound
    }

    /// The beginning of a long line: to its last space, or at least not through a character.
    private func cut(_ range: Range<Int>) -> Range<Int> {
        let limit = range.lowerBound + Self.longest
        var end = limit
        while end > limit - Self.longest / 2, bytes[end] != 0x20 { end -= 1 }
        if bytes[end] != 0x20 {
            end = limit
            while bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return range.lowerBound..<end
    }
}
