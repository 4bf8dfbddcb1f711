extension Migration {
    /// Questions that the base did not answer, gathered by their meaning.
    ///
    /// What was asked hangs on the answer that was given instead: whoever deletes that answer, for
    /// an erasure or because a thread became private, takes the question out of its gap as well.
    /// Counts and weights are sums that the triggers keep.
    static let gaps = Migration(
        id: 7,
        """
        CREATE TABLE gap (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            state TEXT NOT NULL DEFAULT 'open'
                CHECK (state = 'open' OR state = 'answered' OR state = 'closed'),
            -- Of its questions that are not answered. Weights: see `GapWeight`.
            count INTEGER NOT NULL DEFAULT 0,
            weight REAL NOT NULL DEFAULT 0,
            opened_at INTEGER NOT NULL,
            closed_at INTEGER,
            -- The entry that a person answered it with.
            entry INTEGER REFERENCES entry (id) ON DELETE SET NULL
        ) STRICT;
        CREATE INDEX gap_open ON gap (weight DESC, id DESC) WHERE state = 'open';
        CREATE INDEX gap_entry ON gap (entry) WHERE entry IS NOT NULL;

        -- One wording, as it was first typed.
        CREATE TABLE gap_question (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            gap INTEGER NOT NULL REFERENCES gap (id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            -- The normalised text.
            key TEXT NOT NULL,
            count INTEGER NOT NULL DEFAULT 0,
            weight REAL NOT NULL DEFAULT 0,
            -- Since when the base answers it; NULL: it does not.
            answered_at INTEGER
        ) STRICT;
        CREATE INDEX gap_question_gap ON gap_question (gap);
        CREATE INDEX gap_question_key ON gap_question (key);

        -- One time that it was asked. A wording that a large gap has no room for counts as the
        -- nearest one that it has.
        CREATE TABLE gap_asking (
            answer INTEGER PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
            question INTEGER NOT NULL REFERENCES gap_question (id) ON DELETE CASCADE,
            at INTEGER NOT NULL,
            weight REAL NOT NULL
        ) STRICT;
        CREATE INDEX gap_asking_question ON gap_asking (question, at);
        CREATE INDEX gap_asking_at ON gap_asking (at);

        -- Which questions of open gaps hold a term. No FTS5: what is deleted here is gone at once.
        CREATE TABLE gap_term (
            term TEXT NOT NULL,
            question INTEGER NOT NULL REFERENCES gap_question (id) ON DELETE CASCADE,
            PRIMARY KEY (term, question)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX gap_term_question ON gap_term (question);

        CREATE TRIGGER gap_asked AFTER INSERT ON gap_asking
        BEGIN
            UPDATE gap_question SET count = count + 1, weight = weight + NEW.weight
            WHERE id = NEW.question;
        END;
        CREATE TRIGGER gap_unasked AFTER DELETE ON gap_asking
        BEGIN
            UPDATE gap_question SET count = count - 1, weight = max(0.0, weight - OLD.weight)
            WHERE id = OLD.question;
            DELETE FROM gap_question WHERE id = OLD.question AND count = 0;
        END;
        CREATE TRIGGER gap_counted AFTER UPDATE OF gap, count, weight, answered_at ON gap_question
        BEGIN
            UPDATE gap SET (count, weight) = (
                SELECT coalesce(sum(count), 0), coalesce(sum(weight), 0) FROM gap_question
                WHERE gap = gap.id AND answered_at IS NULL
            ) WHERE id = NEW.gap OR id = OLD.gap;
        END;
        CREATE TRIGGER gap_emptied AFTER DELETE ON gap_question
        BEGIN
            UPDATE gap SET (count, weight) = (
                SELECT coalesce(sum(count), 0), coalesce(sum(weight), 0) FROM gap_question
                WHERE gap = gap.id AND answered_at IS NULL
            ) WHERE id = OLD.gap;
            DELETE FROM gap WHERE id = OLD.gap AND state = 'open'
                AND NOT EXISTS (SELECT 1 FROM gap_question WHERE gap = OLD.gap);
        END;

        -- What gaps still have to be looked for in: answers in the order of their rows.
        CREATE INDEX answer_handed ON answer (id) WHERE action = 'handoff';
        """
    )
}
