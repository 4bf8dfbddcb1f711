/// Schema steps, oldest first. Each runs in its own transaction, which also stores its `id`.
/// A step that was shipped is corrected by a later one, never by an edit.
extension Migration {
    static let all = [
        knowledge, fullText, answers, tags, hub, learning, gaps, hubCare, care,
    ]

    /// The version that this program writes.
    static var newest: Int { all.last?.id ?? 0 }

    /// The base itself. Times are milliseconds since 1970.
    ///
    /// Two things are not what one would write first, for they cost an import half its speed: no
    /// `IN` list of three or more in a CHECK (SQLite builds a table for it, each row anew), and no
    /// triggers (a statement that has some makes FTS5 write out what it gathers).
    private static let knowledge = Migration(
        id: 1,
        """
        CREATE TABLE import_run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state = 'open' OR state = 'done' OR state = 'undone'),
            started_at INTEGER NOT NULL,
            ended_at INTEGER,
            -- The newest rows when it began: what it added lies behind them.
            last_entry INTEGER NOT NULL,
            last_revision INTEGER NOT NULL,
            last_document INTEGER NOT NULL,
            last_passage INTEGER NOT NULL
        ) STRICT;
        -- One import a file at a time.
        CREATE UNIQUE INDEX import_run_open ON import_run (path) WHERE state = 'open';

        -- An imported file, whether it holds entries, passages or both.
        CREATE TABLE document (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            version INTEGER NOT NULL,
            format TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            category TEXT NOT NULL,
            imported_at INTEGER NOT NULL,
            import_run INTEGER
        ) STRICT;

        CREATE TABLE passage (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document INTEGER NOT NULL REFERENCES document (id),
            position INTEGER NOT NULL,
            external_id TEXT,
            title TEXT NOT NULL,
            section TEXT NOT NULL,
            page INTEGER,
            text TEXT NOT NULL,
            -- The normalised heading and text.
            key TEXT NOT NULL,
            -- Of all that makes it the same passage in the file's next version.
            digest INTEGER NOT NULL,
            import_run INTEGER
        ) STRICT;
        CREATE INDEX passage_digest ON passage (document, digest);
        CREATE INDEX passage_external ON passage (document, external_id)
            WHERE external_id IS NOT NULL;

        -- The passages of a file's version that is still being imported.
        CREATE TABLE staged_passage (
            passage INTEGER PRIMARY KEY REFERENCES passage (id),
            document INTEGER NOT NULL REFERENCES document (id),
            import_run INTEGER NOT NULL REFERENCES import_run (id),
            position INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX staged_passage_run ON staged_passage (import_run);

        -- A removed entry stays as a row without wordings, so that removing can be undone.
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            external_id TEXT,
            document INTEGER REFERENCES document (id) ON DELETE SET NULL,
            answer TEXT NOT NULL,
            -- Equal for answers that differ in white space only.
            answer_digest INTEGER NOT NULL,
            category TEXT NOT NULL,
            tags TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status = 'active' OR status = 'pending'
                OR status = 'shadow' OR status = 'disabled'),
            source TEXT NOT NULL CHECK (source = 'manual' OR source = 'import'
                OR source = 'learned'),
            review TEXT NOT NULL CHECK (review IN ('auto', 'always')),
            expires_at INTEGER,
            hits INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            -- Counts the states of the entry from 1; `cause` and `import_run` made this one.
            revision INTEGER NOT NULL,
            cause TEXT NOT NULL,
            import_run INTEGER,
            removed_at INTEGER
        ) STRICT;
        CREATE INDEX entry_answer ON entry (answer_digest) WHERE removed_at IS NULL;
        CREATE INDEX entry_external ON entry (document, external_id)
            WHERE external_id IS NOT NULL AND removed_at IS NULL;
        CREATE INDEX entry_category ON entry (category, id)
            WHERE category <> '' AND removed_at IS NULL;
        CREATE INDEX entry_status ON entry (status, id)
            WHERE status <> 'active' AND removed_at IS NULL;

        -- kind: 0 the question, 1 a variant of it, 2 a negative.
        CREATE TABLE wording (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            entry INTEGER NOT NULL REFERENCES entry (id),
            kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
            position INTEGER NOT NULL,
            text TEXT NOT NULL,
            -- The normalised text.
            key TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX wording_entry ON wording (entry, kind, position);
        -- One live entry a question.
        CREATE UNIQUE INDEX wording_question ON wording (key) WHERE kind = 0;
        CREATE INDEX wording_variant ON wording (key) WHERE kind = 1;

        -- The states that an entry was in before its present one.
        CREATE TABLE revision (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            entry INTEGER NOT NULL REFERENCES entry (id),
            revision INTEGER NOT NULL,
            snapshot TEXT NOT NULL,
            -- The import that ended this state.
            import_run INTEGER,
            UNIQUE (entry, revision)
        ) STRICT;

        -- What an index outside the database has to follow. unit: see `UnitID`.
        CREATE TABLE change (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            unit INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- How many rows there are, so that nobody has to count them.
        CREATE TABLE tally (
            name TEXT PRIMARY KEY,
            count INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO tally VALUES ('active', 0), ('pending', 0), ('shadow', 0), ('disabled', 0),
            ('document', 0), ('passage', 0);
        """
    )

    /// Two indexes over the searchable units; a rowid is a unit's number.
    ///
    /// `detail=none` halves them, and asks that a query holds single tokens only. `unit_trigram`
    /// reads its texts from the view, so that SQLite can check it. `unit_terms` keeps no texts
    /// (they are three times as long as the wordings): deleting computes them anew. Its tokenizer
    /// splits at spaces and at the ASCII signs that are no part of a term.
    private static let fullText = Migration(
        id: 2,
        """
        CREATE VIEW unit_key (unit, key) AS
            SELECT wording.id * 4, wording.key
            FROM wording JOIN entry ON entry.id = wording.entry
            WHERE wording.kind < 2 AND entry.status IN ('active', 'shadow')
            UNION ALL
            SELECT passage.id * 4 + 1, passage.key FROM passage;
        CREATE VIRTUAL TABLE unit_trigram USING fts5 (
            key, content = 'unit_key', content_rowid = 'unit', detail = none, columnsize = 0,
            tokenize = 'trigram case_sensitive 1'
        );
        CREATE VIRTUAL TABLE unit_terms USING fts5 (
            terms, content = '', detail = none, columnsize = 0,
            tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"
        );
        CREATE VIRTUAL TABLE unit_terms_size USING fts5vocab (unit_terms, row);
        """
    )

    /// What was said, and how right it was.
    private static let answers = Migration(
        id: 3,
        """
        CREATE TABLE answer (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            question TEXT NOT NULL,
            session TEXT,
            channel TEXT,
            action TEXT NOT NULL CHECK (action = 'reply' OR action = 'clarify'
                OR action = 'handoff'),
            content TEXT NOT NULL,
            confidence REAL NOT NULL,
            reason TEXT NOT NULL,
            took_us INTEGER NOT NULL,
            evidence TEXT NOT NULL,
            -- The entry of the first citation.
            entry INTEGER REFERENCES entry (id) ON DELETE SET NULL,
            feedback TEXT CHECK (feedback = 'approved' OR feedback = 'corrected'
                OR feedback = 'rejected'),
            feedback_at INTEGER,
            feedback_reason TEXT
        ) STRICT;
        CREATE INDEX answer_at ON answer (at, id);
        CREATE INDEX answer_session ON answer (session, id) WHERE session IS NOT NULL;
        CREATE INDEX answer_entry ON answer (entry, id) WHERE entry IS NOT NULL;

        -- A score that turned out right or wrong; calibration is refitted on these.
        CREATE TABLE label (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            answer INTEGER REFERENCES answer (id) ON DELETE SET NULL,
            score REAL NOT NULL,
            confidence REAL NOT NULL,
            correct INTEGER NOT NULL CHECK (correct IN (0, 1)),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX label_answer ON label (answer) WHERE answer IS NOT NULL;
        """
    )
    /// Which live entries have a tag: `entry.tags` keeps them in their order, this finds them.
    ///
    /// It references nothing: deleting an entry would have to look for its rows here, which takes
    /// another index as large as the table. `problems` compares the two.
    private static let tags = Migration(
        id: 4,
        """
        CREATE TABLE entry_tag (
            tag TEXT NOT NULL,
            entry INTEGER NOT NULL,
            PRIMARY KEY (tag, entry)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO entry_tag (tag, entry)
            SELECT DISTINCT json_each.value, entry.id FROM entry, json_each(entry.tags)
            WHERE entry.removed_at IS NULL;
        """
    )
}
