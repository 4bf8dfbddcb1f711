/// Finds the array of rows inside a JSON object.
struct JSONListFinder {
    /// The names under which files keep their rows, normalised; the first that is there counts.
    static let names = [
        "faq", "faqs", "data", "items", "entries", "qa", "qas", "questions", "list", "rows",
        "records", "results", "qnadocuments", "knowledge", "documents", "问答", "知识库",
    ]
    /// `{"result": {"data": {"items": […]}}}` is as deep as it gets.
    private static let maxDepth = 4

    struct List {
        let offset: Int
        let path: String
    }

    private let bytes: ByteView

    init(_ bytes: ByteView) {
        self.bytes = bytes
    }

    /// The array in the object at an offset; `nil` when it holds none under a usual name.
    func find(at offset: Int, path: String, depth: Int = 0) throws(JSONFault) -> List? {
        for member in try members(at: offset) where member.rank != nil {
            let inner = "\(path).\(member.name)"
            if bytes[member.offset] == UInt8(ascii: "[") {
                return List(offset: member.offset, path: inner)
            }
            if bytes[member.offset] == UInt8(ascii: "{"), depth < Self.maxDepth,
                let list = try find(at: member.offset, path: inner, depth: depth + 1)
            {
                return list
            }
        }
        return nil
    }

    /// What the members of the whole object would mean, were it a row.
    func fields() throws(JSONFault) -> Set<FAQField> {
        Set(try members(at: 0).compactMap { FAQField.meaning(of: $0.name)?.field })
    }

    private struct Member {
        let name: String
        let offset: Int
        let rank: Int?
    }

    /// The members of an object, those with usual names first, in the order of `names`.
    private func members(at offset: Int) throws(JSONFault) -> [Member] {
        var members: [Member] = []
        var reader = JSONReader(bytes, at: offset)
        try reader.object { (name, reader) throws(JSONFault) in
            _ = reader.peek()
            let rank = Self.names.firstIndex(of: FAQField.normalised(name))
            members.append(Member(name: name, offset: reader.position, rank: rank))
            try reader.skip()
        }
        return members.sorted { ($0.rank ?? .max, $0.offset) < ($1.rank ?? .max, $1.offset) }
    }
}
