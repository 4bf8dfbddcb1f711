/// One import under way: everything that is done under it can be undone as a whole.
public struct ImportRun: Sendable, Hashable {
    public let row: Int64
}
