public import KefuDomain

/// Which entries a list shows; `nil` means all. An empty category means entries without one.
public struct EntryFilter: Sendable {
    public var category: String?
    public var tag: String?
    public var status: EntryStatus?

    public init(category: String? = nil, tag: String? = nil, status: EntryStatus? = nil) {
        self.category = category
        self.tag = tag
        self.status = status
    }
}
