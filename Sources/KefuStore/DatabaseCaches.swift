/// How often a cache held what was asked.
public struct CacheTally: Sendable, Equatable {
    public var hits: Int
    public var misses: Int

    public init(hits: Int = 0, misses: Int = 0) {
        self.hits = hits
        self.misses = misses
    }

    static func += (one: inout CacheTally, other: CacheTally) {
        one.hits += other.hits
        one.misses += other.misses
    }
}

/// The caches of the database.
public struct DatabaseCaches: Sendable, Equatable {
    /// Compiled statements.
    public var statements = CacheTally()
    /// Pages of the file.
    public var pages = CacheTally()

    static func += (one: inout DatabaseCaches, other: DatabaseCaches) {
        one.statements += other.statements
        one.pages += other.pages
    }
}
