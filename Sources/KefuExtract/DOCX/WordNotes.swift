/// The footnotes or endnotes of a Word document, by their ids.
final class WordNotes: XMLListener {
    private(set) var texts: [String: String] = [:]
    private var id: String?
    private var text = ""
    private var isText = false

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "footnote", "endnote":
            // Those with a type are the lines that separate notes from text.
            let isNote = (attributes["type"] ?? "normal") == "normal"
            id = isNote ? attributes["id"] : nil
            text = ""
        case "p": if !text.isEmpty { text += "\n" }
        case "t": isText = true
        case "tab", "br": if !text.isEmpty { text += " " }
        default: break
        }
    }

    func close(_ name: String) throws {
        switch name {
        case "t": isText = false
        case "footnote", "endnote":
            if let id { texts[id] = text }
            id = nil
        default: break
        }
    }

    func text(_ piece: String) throws {
        if isText { text += piece }
    }
}
