/// What the paragraphs of a Word document are, by where their marks lie in the file.
///
/// Source: [MS-DOC], 2.8.6 (PlcBtePapx), 2.9.175 (PapxFkp).
struct ParagraphMarks {
    struct Mark {
        /// Of a heading, from 1.
        var level: Int?
        var isInTable = false
        /// Whether it ends a row of a table.
        var endsRow = false
    }

    private var ends: [Int] = []
    private var marks: [Mark] = []

    private static let mostPages = 100_000

    /// - Parameters:
    ///   - main: the stream `WordDocument`.
    ///   - index: the list of the pages that hold the properties.
    init(_ main: [UInt8], _ index: ArraySlice<UInt8>) {
        let count = min(max(0, (index.count - 4) / 8), Self.mostPages)
        for page in 0..<count {
            guard let number = index.long(4 * (count + 1) + 4 * page) else { return }
            add(main.bytes((number & 0x3F_FFFF) * 512, 512))
        }
    }

    /// What the paragraph is whose mark lies at a place.
    func mark(at place: Int) -> Mark {
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return marks.indices.contains(low) ? marks[low] : Mark()
    }

    private mutating func add(_ page: ArraySlice<UInt8>) {
        guard let count = page.byte(511) else { return }
        for index in 0..<count {
            guard let end = page.long(4 * (index + 1)),
                let offset = page.byte(4 * (count + 1) + 13 * index)
            else { return }
            // Pages come in the order of the file; a hostile one is cut short.
            guard end > ends.last ?? -1 else { continue }
            ends.append(end)
            marks.append(offset == 0 ? Mark() : Self.mark(page, at: 2 * offset))
        }
    }

    private static func mark(_ page: ArraySlice<UInt8>, at place: Int) -> Mark {
        guard let first = page.byte(place) else { return Mark() }
        let start = first == 0 ? place + 2 : place + 1
        let size = first == 0 ? 2 * (page.byte(place + 1) ?? 0) : 2 * first - 1
        let body = page.bytes(start, size)
        var mark = Mark()
        // The built-in styles 1 to 9 are the headings.
        if let style = body.word(0), (1...9).contains(style) { mark.level = style }
        var at = 2
        while let code = body.word(at), let length = operandSize(code, body, at + 2) {
            switch code {
            case 0x2416: mark.isInTable = body.byte(at + 2) == 1
            case 0x2417: mark.endsRow = body.byte(at + 2) == 1
            case 0x6649: if body.long(at + 2) ?? 0 > 0 { mark.isInTable = true }
            case 0x244B: if body.byte(at + 2) == 1 { mark.isInTable = true }
            case 0x2640:
                if mark.level == nil, let level = body.byte(at + 2), level < 9 {
                    mark.level = level + 1
                }
            default: break
            }
            at += 2 + length
        }
        return mark
    }

    /// The bytes behind a property's code; the code's upper three bits tell.
    private static func operandSize(
        _ code: Int, _ body: ArraySlice<UInt8>, _ place: Int
    ) -> Int? {
        switch code >> 13 {
        case 0, 1: return 1
        case 2, 4, 5: return 2
        case 3: return 4
        case 7: return 3
        default:
            if code == 0xD608 { return body.word(place).map { $0 + 1 } }
            return body.byte(place).map { $0 + 1 }
        }
    }
}
