import CXML
import Glibc

/// An element of a parsed page, valid as long as its document is.
struct HTMLNode: Hashable {
    private let pointer: xmlNodePtr
    /// In lower case; empty for a comment and the like.
    let name: String

    init?(_ pointer: xmlNodePtr?) {
        guard let pointer else { return nil }
        self.pointer = pointer
        let isElement = pointer.pointee.type == XML_ELEMENT_NODE
        name = isElement ? pointer.pointee.name.map { String(cString: $0) }?.lowercased() ?? "" : ""
    }

    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
    var firstChild: HTMLNode? { HTMLNode(pointer.pointee.children) }
    var next: HTMLNode? { HTMLNode(pointer.pointee.next) }
    var parent: HTMLNode? { HTMLNode(pointer.pointee.parent) }

    /// Its place in the file, counted from 1; 0 where it is not known.
    var line: Int { Int(xmlGetLineNo(pointer)) }

    /// The text of a text node; `nil` for any other.
    var ownText: String? {
        let type = pointer.pointee.type
        guard type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE,
            let content = pointer.pointee.content
        else { return nil }
        return String(cString: content)
    }

    /// The value of an attribute.
    subscript(name: String) -> String? {
        guard isElement, let value = xmlGetNoNsProp(pointer, name) else { return nil }
        defer { free(value) }
        return String(cString: value)
    }

    /// The nodes below it, in the order of the document; a branch that `enters` declines is left out.
    /// It does not recurse: pages are nested as deeply as they like.
    func descendants(where enters: (HTMLNode) -> Bool = { _ in true }) -> [HTMLNode] {
        var found: [HTMLNode] = []
        visit(
            enter: { node in
                guard enters(node) else { return false }
                found.append(node)
                return true
            }, leave: { _ in })
        return found
    }

    /// Whether a node below it is one of some elements; it looks no further than the first.
    func holds(_ names: Set<String>, where enters: (HTMLNode) -> Bool = { _ in true }) -> Bool {
        var isFound = false
        visit(
            enter: { node in
                if isFound || !enters(node) { return false }
                isFound = names.contains(node.name)
                return !isFound
            }, leave: { _ in }, until: { isFound })
        return isFound
    }

    /// Walks over the nodes below it. `leave` is called for each node that `enter` let in.
    func visit(
        enter: (HTMLNode) throws -> Bool, leave: (HTMLNode) throws -> Void,
        until isDone: () -> Bool = { false }
    ) rethrows {
        var node = firstChild
        var depth = 0
        while let present = node {
            let isIn = try enter(present)
            if isDone() { return }
            if isIn, let child = present.firstChild {
                node = child
                depth += 1
                continue
            }
            if isIn { try leave(present) }
            node = present.next
            var above = present
            while node == nil, depth > 0, let parent = above.parent {
                try leave(parent)
                depth -= 1
                above = parent
                node = parent.next
            }
        }
    }
}
