import KefuImport
import KefuPages

/// Tells what was found on pages as events.
enum PageEvents {
    /// - Parameter hasPages: whether a page number means anything to a person.
    static func send(_ blocks: [PageBlock], hasPages: Bool, into sink: EventSink) throws {
        for block in blocks {
            switch block {
            case .heading(let level, let text, let page):
                try send(.heading, level, text, hasPages ? page : nil, into: sink)
            case .paragraph(let text, let page):
                try send(.paragraph, 0, text, hasPages ? page : nil, into: sink)
            case .item(let text, let page):
                try send(.item, 0, text, hasPages ? page : nil, into: sink)
            case .code(let text, let page):
                try send(.code, 0, text, hasPages ? page : nil, into: sink)
            case .table(let header, let rows, let page):
                try send(header, rows, hasPages ? page : nil, into: sink)
            }
        }
    }

    private static func send(
        _ kind: ExtractedBlock.Kind, _ level: Int, _ text: String, _ page: Int?,
        into sink: EventSink
    ) throws {
        try sink(.block(ExtractedBlock(kind, level: level, text, page: page, place: place(page))))
    }

    private static func send(
        _ header: [String], _ rows: [[String]], _ page: Int?, into sink: EventSink
    ) throws {
        // Names and values without a header above them are a list.
        if header.isEmpty, rows.allSatisfy({ $0.count == 2 }) {
            for row in rows { try send(.item, 0, pair(row), page, into: sink) }
            return
        }
        try sink(.table(ExtractedTable(headerRows: header.isEmpty ? 0 : 1)))
        for row in (header.isEmpty ? [] : [header]) + rows {
            try sink(.row(ExtractedRow(row, page: page, place: place(page))))
        }
        try sink(.endTable)
    }

    private static func pair(_ row: [String]) -> String {
        let (name, value) = (row[0], row[1])
        if name.isEmpty || value.isEmpty { return name + value }
        guard let last = name.unicodeScalars.last, !":：".unicodeScalars.contains(last) else {
            return name + (name.hasSuffix(":") ? " " : "") + value
        }
        return name + (last.value >= 0x2E80 ? "：" : ": ") + value
    }

    private static func place(_ page: Int?) -> String { page.map { "page \($0)" } ?? "" }
}
