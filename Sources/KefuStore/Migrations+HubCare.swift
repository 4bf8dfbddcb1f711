extension Migration {
    /// What a large hub needs to stay quick.
    ///
    /// Since when somebody waits was computed from three columns, so that every message had the
    /// lists' indexes written anew, two pages of five that it wrote. Now the desk stores it, and only
    /// when it changes.
    static let hubCare = Migration(
        id: 8,
        """
        DROP INDEX thread_pool;
        DROP INDEX thread_today;
        ALTER TABLE thread ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
        UPDATE thread SET waits = waits_since;
        ALTER TABLE thread DROP COLUMN waits_since;
        ALTER TABLE thread RENAME COLUMN waits TO waits_since;
        CREATE INDEX thread_pool ON thread (score DESC, waits_since, id)
            WHERE is_known = 0 AND bucket <> 'BLACK'
                AND status IN ('UNSEEN', 'NEED_REPLY', 'OVERDUE');
        CREATE INDEX thread_today ON thread (status, waits_since, id)
            WHERE bucket <> 'BLACK' AND status IN ('UNSEEN', 'NEED_REPLY', 'OVERDUE');
        -- Known customers among those who wait: few, and all that the pool's total needs.
        CREATE INDEX thread_known ON thread (id)
            WHERE is_known = 1 AND bucket <> 'BLACK'
                AND status IN ('UNSEEN', 'NEED_REPLY', 'OVERDUE');
        -- Judged answers are few among many, and are looked for by what was said of them.
        CREATE INDEX answer_judged ON answer (at, id) WHERE feedback IS NOT NULL;
        """
    )
}
