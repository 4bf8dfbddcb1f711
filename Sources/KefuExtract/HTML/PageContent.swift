/// Which part of a page is its content, and which branches surround it.
struct PageContent {
    let root: HTMLNode
    /// What the page calls itself, without the site's name; `nil` when its text says so too.
    let title: String?
    /// Branches that are left out.
    private let pruned: Set<HTMLNode>

    init(of page: HTMLNode) {
        let body =
            page.name == "body"
            ? page : page.descendants { $0.isElement }.first { $0.name == "body" }
        let whole = body ?? page
        let all = whole.descendants(where: { !Self.isNeverText($0) })
        root = Self.mainPart(all, of: whole)
        let inside = root == whole ? all : root.descendants(where: { !Self.isNeverText($0) })
        var pruned: Set<HTMLNode> = []
        for node in inside where Self.surrounds(node) { pruned.insert(node) }
        for node in LinkDensity.menus(in: inside) where !Self.holdsHeading(node) {
            pruned.insert(node)
        }
        for node in inside where Self.leadsOn(node) {
            if let line = Self.navigationLine(around: node) { pruned.insert(line) }
        }
        self.pruned = pruned
        title = Self.title(of: page)
    }

    private init(_ root: HTMLNode, _ title: String?) {
        (self.root, self.title) = (root, title)
        pruned = []
    }

    /// The same part with everything in it but what is never text.
    var withoutPruning: PageContent { PageContent(root, title) }

    func leavesOut(_ node: HTMLNode) -> Bool {
        Self.isNeverText(node) || pruned.contains(node)
    }

    /// The part that the page marks as its content, when that holds a good part of the text.
    private static func mainPart(_ nodes: [HTMLNode], of whole: HTMLNode) -> HTMLNode {
        var candidates = nodes.filter { $0.name == "main" || $0["role"] == "main" }
        if candidates.count != 1 { candidates = nodes.filter { $0.name == "article" } }
        guard candidates.count == 1 else { return whole }
        let (inside, total) = (textLength(candidates[0].descendants()), textLength(nodes))
        return inside * 4 >= total && inside > 0 ? candidates[0] : whole
    }

    private static func textLength(_ nodes: [HTMLNode]) -> Int {
        nodes.reduce(0) { $0 + ($1.ownText?.utf8.count ?? 0) }
    }

    private static func isNeverText(_ node: HTMLNode) -> Bool {
        guard node.isElement else { return node.ownText == nil }
        return neverText.contains(node.name)
    }

    private static let neverText: Set<String> = [
        "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg",
        "math", "canvas", "select", "option", "button", "input", "textarea", "audio", "video",
        "map",
        "link", "meta",
    ]

    /// Whether a branch is a menu, a frame or hidden, by its element, role or classes.
    private static func surrounds(_ node: HTMLNode) -> Bool {
        guard node.isElement else { return false }
        if ["nav", "aside", "footer", "dialog"].contains(node.name) { return true }
        if node.name == "header" { return !isWithinArticle(node) && !holdsHeading(node) }
        if node["hidden"] != nil || node["aria-hidden"] == "true" { return true }
        if let role = node["role"], surroundingRoles.contains(role) { return true }
        if let style = node["style"]?.lowercased().filter({ !$0.isWhitespace }),
            style.contains("display:none") || style.contains("visibility:hidden")
        {
            return true
        }
        guard
            ["div", "ul", "ol", "table", "td", "section", "p", "dl", "span", "a"].contains(
                node.name)
        else { return false }
        return hasSurroundingClass(node)
    }

    private static func hasSurroundingClass(_ node: HTMLNode) -> Bool {
        let names = ((node["class"] ?? "") + " " + (node["id"] ?? "")).lowercased()
        if names == " " { return false }
        return names.split { !$0.isLetter && !$0.isNumber }.contains {
            surroundingWords.contains(String($0))
        }
    }

    private static let surroundingRoles: Set<String> = [
        "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar",
        "toolbar", "dialog", "alertdialog",
    ]
    private static let surroundingWords: Set<String> = [
        "nav", "navbar", "navigation", "navheader", "navfooter", "navpath", "navtree", "menu",
        "submenu", "sidebar", "sphinxsidebar", "related", "breadcrumb", "breadcrumbs", "footer",
        "copyright", "cookie", "cookies", "toc", "contents", "pagination", "pager", "share",
        "social", "advertisement", "ads", "banner", "skip", "headerlink", "editsection",
    ]

    /// Whether a link leads to the next page of a book, or the like.
    private static func leadsOn(_ node: HTMLNode) -> Bool {
        node.name == "a" && ["next", "prev", "previous", "up"].contains(node["rel"] ?? "")
    }

    /// The line of such links, when it is no more than that.
    private static func navigationLine(around link: HTMLNode) -> HTMLNode? {
        var above = link.parent
        while let node = above {
            if ["p", "div", "table", "ul"].contains(node.name) {
                return textLength(node.descendants()) < 400 ? node : nil
            }
            above = node.parent
        }
        return nil
    }

    private static func isWithinArticle(_ node: HTMLNode) -> Bool {
        var above = node.parent
        while let present = above {
            if present.name == "article" || present.name == "main" { return true }
            above = present.parent
        }
        return false
    }

    private static func holdsHeading(_ node: HTMLNode) -> Bool {
        node.holds(["h1", "h2"])
    }

    private static func title(of page: HTMLNode) -> String? {
        let nodes = page.descendants()
        // The first heading says it better.
        if nodes.contains(where: { $0.name == "h1" }) { return nil }
        guard let node = nodes.first(where: { $0.name == "title" }) else { return nil }
        let text = node.descendants().compactMap(\.ownText).joined().oneLine
        return text.isEmpty || text.unicodeScalars.count > 200 ? nil : text
    }
}

/// Lists and boxes that consist of links.
private enum LinkDensity {
    /// Blocks of at least `minLinks` links whose text is mostly inside them.
    static func menus(in nodes: [HTMLNode]) -> [HTMLNode] {
        var counts: [HTMLNode: Count] = [:]
        for node in nodes {
            guard let text = node.ownText else { continue }
            let letters = text.unicodeScalars.count { $0.value > 0x20 }
            if letters > 0 { add(letters, of: node, to: &counts) }
        }
        return nodes.filter { node in
            guard blocks.contains(node.name), let count = counts[node] else { return false }
            return count.links.count >= minLinks && count.linked * 10 > count.letters * 8
                && count.linked < count.links.count * maxLinkText
        }
    }

    private struct Count {
        var letters = 0
        var linked = 0
        var links: Set<HTMLNode> = []
    }

    private static let blocks: Set<String> = ["ul", "ol", "div", "table", "section", "p"]
    private static let minLinks = 4
    /// Longer texts of links are references, not menus.
    private static let maxLinkText = 40
    /// Deeper ancestors are not told: hostile pages would make it quadratic.
    private static let maxHeight = 64

    private static func add(_ letters: Int, of node: HTMLNode, to counts: inout [HTMLNode: Count]) {
        var link: HTMLNode?
        var above = node.parent
        for _ in 0..<maxHeight {
            guard let present = above else { return }
            if present.name == "a", link == nil { link = present }
            if blocks.contains(present.name) {
                counts[present, default: Count()].letters += letters
                if let link {
                    counts[present, default: Count()].linked += letters
                    counts[present, default: Count()].links.insert(link)
                }
            }
            above = present.parent
        }
    }
}

extension String {
    /// With every run of white space as one space.
    var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
