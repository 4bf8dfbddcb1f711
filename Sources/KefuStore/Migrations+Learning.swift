extension Migration {
    /// What is learned from conversations, and what was. Times are milliseconds since 1970.
    ///
    /// Entries in the shadow leave the indexes that answer customers: they must not change how rare
    /// a word is, nor what is looked at. They get an index of their own.
    static let learning = Migration(
        id: 6,
        """
        -- What an index held of entries in the shadow is taken out of it.
        INSERT INTO change (unit)
            SELECT wording.id * 4 FROM wording JOIN entry ON entry.id = wording.entry
            WHERE wording.kind < 2 AND entry.status = 'shadow'
            UNION ALL
            SELECT id * 4 + 2 FROM entry WHERE status = 'shadow' AND removed_at IS NULL;
        UPDATE setting SET value = json_set(value, '$.version', -1)
            WHERE name = 'indexed_text' AND EXISTS (SELECT 1 FROM entry WHERE status = 'shadow');
        DROP VIEW unit_key;
        CREATE VIEW unit_key (unit, key) AS
            SELECT wording.id * 4, wording.key
            FROM wording JOIN entry ON entry.id = wording.entry
            WHERE wording.kind < 2 AND entry.status = 'active'
            UNION ALL
            SELECT passage.id * 4 + 1, passage.key FROM passage;
        -- The wordings of entries in the shadow, by their rows; like `unit_terms`.
        CREATE VIRTUAL TABLE shadow_terms USING fts5 (
            terms, content = '', detail = none, columnsize = 0,
            tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"
        );

        -- A customer's question with a person's answer.
        CREATE TABLE candidate (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL CHECK (source = 'conversation' OR source = 'correction'),
            thread INTEGER REFERENCES thread (id) ON DELETE SET NULL,
            contact INTEGER REFERENCES contact (id) ON DELETE SET NULL,
            answer_id INTEGER REFERENCES answer (id) ON DELETE SET NULL,
            -- The first message of the question, times 16, and which of its questions it is: one
            -- candidate each, however often it is weighed.
            anchor INTEGER UNIQUE,
            -- Empty for what was dropped, and once its words are not kept.
            question TEXT NOT NULL,
            question_key TEXT NOT NULL,
            answer TEXT NOT NULL,
            quality REAL NOT NULL,
            -- What the desk found out about it, as a JSON text of the desk's own.
            findings TEXT NOT NULL,
            state TEXT NOT NULL,
            -- Why it is not in the base: a gate, or a feature of its quality.
            obstacle TEXT,
            times_asked INTEGER NOT NULL,
            asked_at INTEGER NOT NULL,
            answered_at INTEGER NOT NULL,
            made_at INTEGER NOT NULL,
            decided_at INTEGER,
            -- The entry in the shadow that would have answered, and what the person made of that:
            -- 1 the same, -1 the contrary, 0 something else.
            predicted INTEGER REFERENCES entry (id) ON DELETE SET NULL,
            agreement INTEGER
        ) STRICT;
        CREATE INDEX candidate_waiting ON candidate (quality DESC, id) WHERE state = 'waiting';
        CREATE INDEX candidate_state ON candidate (state, obstacle);
        CREATE INDEX candidate_key ON candidate (question_key) WHERE question_key <> '';
        CREATE INDEX candidate_thread ON candidate (thread) WHERE thread IS NOT NULL;
        CREATE INDEX candidate_contact ON candidate (contact) WHERE contact IS NOT NULL;
        CREATE INDEX candidate_answer ON candidate (answer_id) WHERE answer_id IS NOT NULL;
        CREATE INDEX candidate_predicted ON candidate (predicted) WHERE predicted IS NOT NULL;
        CREATE INDEX candidate_text ON candidate (answered_at) WHERE question <> '';

        -- The messages that a candidate is made of.
        CREATE TABLE candidate_message (
            candidate INTEGER NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
            message INTEGER NOT NULL,
            is_answer INTEGER NOT NULL,
            PRIMARY KEY (candidate, message)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX candidate_message_message ON candidate_message (message);

        -- Messages to be weighed once more: something else became known of them.
        CREATE TABLE candidate_due (
            message INTEGER PRIMARY KEY
        ) STRICT;

        -- The changes that learning made to the base, in their order. The words are in the states
        -- of the entry before and after.
        CREATE TABLE learning_event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            act TEXT NOT NULL,
            learned_by TEXT NOT NULL,
            -- The number of the entry's state that it led to; 1 where it made the entry.
            revision INTEGER NOT NULL,
            candidate INTEGER REFERENCES candidate (id) ON DELETE SET NULL,
            answer_id INTEGER REFERENCES answer (id) ON DELETE SET NULL,
            gap INTEGER,
            thread INTEGER REFERENCES thread (id) ON DELETE SET NULL,
            contact INTEGER REFERENCES contact (id) ON DELETE SET NULL,
            -- Whether the wording is the customer's own: it goes with them.
            is_theirs INTEGER NOT NULL,
            quality REAL,
            asked_at INTEGER,
            answered_at INTEGER NOT NULL,
            undone_at INTEGER
        ) STRICT;
        CREATE INDEX learning_event_entry ON learning_event (entry, id);
        CREATE INDEX learning_event_at ON learning_event (at);
        CREATE INDEX learning_event_candidate ON learning_event (candidate)
            WHERE candidate IS NOT NULL;
        CREATE INDEX learning_event_answer ON learning_event (answer_id)
            WHERE answer_id IS NOT NULL;
        CREATE INDEX learning_event_thread ON learning_event (thread) WHERE thread IS NOT NULL;
        CREATE INDEX learning_event_contact ON learning_event (contact)
            WHERE contact IS NOT NULL;

        -- What was said before learning began is not learned from.
        INSERT INTO setting (name, value)
            SELECT 'learned_through', CAST(coalesce(max(id), 0) AS TEXT) FROM message;
        """
    )
}
