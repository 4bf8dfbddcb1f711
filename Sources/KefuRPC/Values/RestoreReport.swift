/// What `kefud --restore` prints, as one line of JSON, when it has put a backup in place.
public struct RestoreReport: Codable, Sendable {
    public let entries: Int
    public let passages: Int
    /// Where the former base lies; absent where there was none.
    public let former: String?

    public init(entries: Int, passages: Int, former: String?) {
        self.entries = entries
        self.passages = passages
        self.former = former
    }
}
