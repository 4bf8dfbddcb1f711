import KefuText

/// What an index must say of itself to be followed.
enum IndexFormat {
    /// Grows when other terms are stored for the same text analysis.
    private static let schema = 1

    /// The format that this program writes: the same text must yield the same terms.
    static let version = "\(schema).\(Analyzer.version)"

    static let versionKey = "version"
    /// The last change of the database that the index holds.
    static let sequenceKey = "sequence"
}
