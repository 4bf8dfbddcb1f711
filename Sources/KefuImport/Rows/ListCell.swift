/// A list of texts in one cell.
///
/// Read are a JSON array of texts, texts separated by `##`, one text a line, and for tags also the
/// usual separators on one line. Written is the plainest of these that reads back as the same list.
enum ListCell {
    static func read(_ cell: String, of field: FAQField) -> [String] {
        if let list = jsonList(cell) { return list }
        if cell.contains("##") {
            return parts(of: cell) { $0.split(separator: "##").map(String.init) }
        }
        if cell.contains(where: \.isNewline) { return lines(of: cell) }
        guard field == .tags else { return isBlank(cell) ? [] : [cell] }
        return parts(of: cell) { $0.split(whereSeparator: tagSeparators.contains).map(String.init) }
    }

    /// The texts of a cell that holds one a line, without blank ones.
    static func lines(of cell: String) -> [String] {
        parts(of: cell) { $0.split(whereSeparator: \.isNewline).map(String.init) }
    }

    static func write(_ list: [String], of field: FAQField) -> String {
        let separator = field == .tags ? "," : "\n"
        let plain = list.joined(separator: separator)
        return read(plain, of: field) == list ? plain : json(list)
    }

    private static let tagSeparators: Set<Character> = [",", "，", ";", "；", "、", "|"]

    private static func parts(of cell: String, _ split: (String) -> [String]) -> [String] {
        var parts: [String] = []
        for part in split(cell) {
            let trimmed = trimmed(part)
            if !trimmed.isEmpty { parts.append(trimmed) }
        }
        return parts
    }

    private static func jsonList(_ cell: String) -> [String]? {
        guard cell.first == "[" else { return nil }
        var reader = JSONReader(Array(cell.utf8))
        guard let value = try? reader.value(), reader.peek() == nil, reader.unreadable == nil,
            case .list(let elements) = value
        else { return nil }
        var texts: [String] = []
        for element in elements {
            guard case .text(let text) = element else { return nil }
            texts.append(text)
        }
        return texts
    }

    private static func json(_ list: [String]) -> String {
        var writer = JSONWriter()
        writer.list(list)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
