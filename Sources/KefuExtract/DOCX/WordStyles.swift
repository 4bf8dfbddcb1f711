/// What the paragraph styles of a Word document say about structure.
final class WordStyles: XMLListener {
    struct Style {
        var parent: String?
        /// As Word names it in every language, in lower case: `heading 1`.
        var name = ""
        /// Of its own; 0 is the highest.
        var outlineLevel: Int?
        var numbering: ListReference?
        var isBold: Bool?
    }

    private(set) var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    private(set) var defaultID: String?
    private var id: String?
    private var style = Style()
    private var inRun = false

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "style":
            id = attributes["type"] == "paragraph" ? attributes["styleId"] : nil
            style = Style()
            if attributes.isOn("default"), let id { defaultID = id }
        case "name": style.name = attributes["val"]?.lowercased() ?? ""
        case "basedOn": style.parent = attributes["val"]
        case "outlineLvl": style.outlineLevel = attributes["val"].flatMap { Int($0) }
        case "numPr": style.numbering = ListReference()
        case "numId": style.numbering?.list = attributes["val"]
        case "ilvl": style.numbering?.level = attributes["val"].flatMap { Int($0) } ?? 0
        case "b": style.isBold = attributes["val"] == nil || attributes.isOn("val")
        default: break
        }
    }

    func close(_ name: String) throws {
        guard name == "style", let id else { return }
        styles[id] = style
        self.id = nil
    }

    func text(_ text: String) throws {}

    /// The level of a heading of this style: 0 for the document's title; `nil` for text.
    func headingLevel(_ id: String?) -> Int? {
        for style in chain(id) {
            if style.name == "title" { return 0 }
            if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) {
                return level
            }
            if let level = style.outlineLevel { return level < 9 ? level + 1 : nil }
        }
        return nil
    }

    /// Whether paragraphs of the style make up a table of contents.
    func isContents(_ id: String?) -> Bool {
        guard let id, let style = styles[id] else { return false }
        return style.name.hasPrefix("toc ") || style.name == "table of figures"
    }

    func numbering(_ id: String?) -> ListReference? {
        chain(id).lazy.compactMap(\.numbering).first { $0.list != nil }
    }

    func isBold(_ id: String?) -> Bool {
        chain(id).lazy.compactMap(\.isBold).first ?? false
    }

    /// The style and those that it is based on, its own first.
    private func chain(_ id: String?) -> [Style] {
        var chain: [Style] = []
        var next = id ?? defaultID
        while let id = next, let style = styles[id], chain.count < 20 {
            chain.append(style)
            next = style.parent
        }
        return chain
    }
}

/// Which list a paragraph is an item of, and how deep.
struct ListReference: Equatable {
    var list: String?
    var level = 0
}
