/// Which parts a part of an Office document refers to.
final class Relations: XMLListener {
    struct Target {
        let id: String
        /// The last word of the relation's type, such as `worksheet`.
        let type: String
        /// The part's name within the archive.
        let part: String
    }

    private(set) var targets: [Target] = []
    private let folder: String

    /// - Parameter part: the part that refers; empty for the document as a whole.
    init(of part: String, in archive: ZipArchive) throws {
        let end = part.lastIndex(of: "/")
        folder = end.map { String(part[..<$0]) } ?? ""
        let name = end.map { String(part[part.index(after: $0)...]) } ?? part
        let place = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        try XMLStream.parse(place, of: archive, self)
    }

    /// The first part of a type.
    func part(ofType type: String) -> String? { targets.first { $0.type == type }?.part }

    func part(withID id: String) -> String? { targets.first { $0.id == id }?.part }

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        guard name == "Relationship", attributes["TargetMode"] != "External",
            let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"]
        else { return }
        let isAbsolute = target.hasPrefix("/")
        let path = isAbsolute || folder.isEmpty ? target : folder + "/" + target
        let word = type.split(separator: "/").last.map(String.init) ?? type
        targets.append(Target(id: id, type: word, part: ZipArchive.key(path)))
    }

    func close(_ name: String) throws {}
    func text(_ text: String) throws {}
}
