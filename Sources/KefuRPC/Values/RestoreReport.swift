/// What `kefud --restore` prints, as one line of JSON, when it has put a backup in place.
public struct RestoreReport: Codable, Sendable {
    public let entries: Int
    public let passages: Int
    /// Where the former base lies; absent where there was none.
    public let former: String?
    /// The backup that was used: the newest of a folder, where one was named.
    public let backup: String?

    public init(entries: Int, passages: Int, former: String?, backup: String?) {
        self.entries = entries
        self.passages = passages
        self.former = former
        self.backup = backup
    }
}
