extension Migration {
    /// Which entries resemble each other, and what the operator decided about it.
    ///
    /// Nothing here references an entry: deleting one would have to look for it here. Numbers of
    /// entries and wordings are never used again, and what a dead one says is never shown. A wording
    /// keeps its number as long as its text.
    static let care = Migration(
        id: 9,
        """
        -- Two entries each of which answers the other's question.
        CREATE TABLE near_duplicate (
            low INTEGER NOT NULL,
            high INTEGER NOT NULL,
            -- The wordings that were compared.
            low_question INTEGER NOT NULL,
            high_question INTEGER NOT NULL,
            confidence REAL NOT NULL,
            PRIMARY KEY (low, high)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX near_duplicate_high ON near_duplicate (high);

        -- Two entries that the operator keeps both, as long as they ask and say what they did then.
        CREATE TABLE kept_pair (
            low INTEGER NOT NULL,
            high INTEGER NOT NULL,
            low_question INTEGER NOT NULL,
            high_question INTEGER NOT NULL,
            low_answer INTEGER NOT NULL,
            high_answer INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (low, high)
        ) STRICT, WITHOUT ROWID;

        -- Entries that went into another; their questions are its variants now.
        CREATE TABLE merge (
            merged INTEGER PRIMARY KEY,
            kept INTEGER NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX merge_kept ON merge (kept);

        CREATE INDEX entry_expiry ON entry (expires_at, id)
            WHERE expires_at IS NOT NULL AND removed_at IS NULL;
        """
    )
}
