/// A file as the importers see it: its name and its text in UTF-8.
public struct Source {
    /// The file's name, without folders.
    public let name: String
    /// What follows the last dot of the name, in lower case; empty when there is none.
    public let ending: String
    let text: DecodedText

    /// - Throws: `ErrorCode.unreadable` for bytes that are not text in any known encoding.
    init(_ bytes: ByteView, named name: String) throws {
        self.name = name.split(separator: "/" as Character).last.map(String.init) ?? ""
        ending = Self.ending(of: self.name)
        text = try DecodedText(decoding: bytes)
    }

    private static func ending(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}
