extension Migration {
    /// Contacts, threads and messages. Times are milliseconds since 1970.
    ///
    /// A channel's names repeat in every message, so messages know only their thread, and the
    /// number of their channel.
    static let hub = Migration(
        id: 5,
        """
        CREATE TABLE channel (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            -- NULL: as configured.
            auto_send INTEGER
        ) STRICT;

        CREATE TABLE contact (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            remark TEXT NOT NULL DEFAULT '',
            -- The running number of its K code; NULL for strangers.
            k_number INTEGER UNIQUE,
            k_code TEXT,
            region TEXT,
            level TEXT,
            owner TEXT,
            -- What the operator decided against the score: WHITE, GRAY or BLACK.
            bucket TEXT CHECK (bucket IN ('WHITE', 'GRAY', 'BLACK')),
            -- Beside the channel's; NULL: as the channel.
            auto_send INTEGER,
            promoted_at INTEGER,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX contact_promoted ON contact (promoted_at) WHERE promoted_at IS NOT NULL;

        CREATE TABLE identity (
            channel INTEGER NOT NULL REFERENCES channel (id),
            peer_id TEXT NOT NULL,
            contact INTEGER NOT NULL REFERENCES contact (id),
            PRIMARY KEY (channel, peer_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX identity_contact ON identity (contact);

        CREATE TABLE thread (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact INTEGER NOT NULL REFERENCES contact (id),
            channel INTEGER NOT NULL REFERENCES channel (id),
            -- Of a group chat; empty for a private one.
            chat_id TEXT NOT NULL,
            name TEXT NOT NULL,
            -- The facts of `ThreadFacts`.
            last_speaker TEXT CHECK (last_speaker = 'them' OR last_speaker = 'me'),
            last_msg_at INTEGER,
            first_unanswered_at INTEGER,
            last_ours_at INTEGER,
            call TEXT CHECK (call IN ('resolved', 'snoozed', 'waiting')),
            call_at INTEGER,
            call_until INTEGER,
            is_looked_at INTEGER NOT NULL DEFAULT 0,
            -- What followed from them when they last changed or fell due.
            status TEXT NOT NULL,
            -- When the status changes by itself; NULL: never.
            due_at INTEGER,
            sla_at INTEGER,
            follow_up_at INTEGER,
            -- Best of the messages in the 30 days before the newest, and when that one came.
            score INTEGER NOT NULL DEFAULT 0,
            score_at INTEGER,
            bucket TEXT NOT NULL,
            trigger_type TEXT,
            topic TEXT NOT NULL DEFAULT '',
            tags TEXT NOT NULL DEFAULT '[]',
            -- The message since which the bot sends nothing by itself: one that was handed over, or
            -- a person's own words. NULL: it may speak.
            silenced_by INTEGER,
            outcome TEXT,
            satisfaction INTEGER,
            created_at INTEGER NOT NULL,
            -- Whether the contact has a K code: known customers are not in the unknown pool.
            is_known INTEGER NOT NULL DEFAULT 0,
            -- Since when somebody waits in it; what the lists call old.
            waits_since INTEGER GENERATED ALWAYS AS
                (coalesce(first_unanswered_at, last_msg_at, created_at)) VIRTUAL
        ) STRICT;
        CREATE UNIQUE INDEX thread_private ON thread (contact, channel) WHERE chat_id = '';
        CREATE UNIQUE INDEX thread_group ON thread (channel, chat_id) WHERE chat_id <> '';
        CREATE INDEX thread_contact ON thread (contact);
        CREATE INDEX thread_channel ON thread (channel);
        CREATE INDEX thread_due ON thread (due_at) WHERE due_at IS NOT NULL;
        -- One index a list of the hub, so that a page and its total read that index alone.
        CREATE INDEX thread_pool ON thread (score DESC, waits_since, id)
            WHERE is_known = 0 AND bucket <> 'BLACK'
                AND status IN ('UNSEEN', 'NEED_REPLY', 'OVERDUE');
        CREATE INDEX thread_today ON thread (status, waits_since, id)
            WHERE bucket <> 'BLACK' AND status IN ('UNSEEN', 'NEED_REPLY', 'OVERDUE');
        CREATE INDEX thread_blocked ON thread (last_msg_at DESC, id DESC) WHERE bucket = 'BLACK';
        -- How many threads there are of each bucket and status, so that nobody has to count them.
        CREATE TABLE thread_tally (
            bucket TEXT NOT NULL,
            status TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (bucket, status)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER thread_came AFTER INSERT ON thread
        BEGIN
            INSERT INTO thread_tally VALUES (NEW.bucket, NEW.status, 1)
            ON CONFLICT DO UPDATE SET count = count + 1;
        END;
        CREATE TRIGGER thread_went AFTER DELETE ON thread
        BEGIN
            UPDATE thread_tally SET count = count - 1
            WHERE bucket = OLD.bucket AND status = OLD.status;
        END;
        CREATE TRIGGER thread_changed AFTER UPDATE OF bucket, status ON thread
            WHEN NEW.bucket <> OLD.bucket OR NEW.status <> OLD.status
        BEGIN
            UPDATE thread_tally SET count = count - 1
            WHERE bucket = OLD.bucket AND status = OLD.status;
            INSERT INTO thread_tally VALUES (NEW.bucket, NEW.status, 1)
            ON CONFLICT DO UPDATE SET count = count + 1;
        END;
        CREATE TRIGGER thread_known AFTER INSERT ON thread
            WHEN (SELECT k_number FROM contact WHERE id = NEW.contact) IS NOT NULL
        BEGIN
            UPDATE thread SET is_known = 1 WHERE id = NEW.id;
        END;
        CREATE TRIGGER contact_known AFTER UPDATE OF k_number ON contact
            WHEN (NEW.k_number IS NULL) <> (OLD.k_number IS NULL)
        BEGIN
            UPDATE thread SET is_known = NEW.k_number IS NOT NULL WHERE contact = NEW.id;
        END;

        CREATE TABLE message (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            thread INTEGER NOT NULL REFERENCES thread (id),
            channel INTEGER NOT NULL REFERENCES channel (id),
            message_id TEXT NOT NULL,
            speaker TEXT NOT NULL CHECK (speaker = 'them' OR speaker = 'me'),
            kind TEXT NOT NULL,
            -- Only where it is not the thread's name.
            sender_name TEXT,
            -- The contact that wrote it, in a group chat.
            sender INTEGER REFERENCES contact (id),
            at INTEGER NOT NULL,
            received_at INTEGER NOT NULL,
            -- NULL once it is not kept: in a BLACK thread from the start.
            text TEXT,
            file_types TEXT,
            -- A courtesy counts neither in states nor in times.
            is_courtesy INTEGER NOT NULL,
            is_replay INTEGER NOT NULL,
            -- Of the bot itself, come back as an echo.
            is_bots INTEGER NOT NULL DEFAULT 0,
            score INTEGER NOT NULL,
            -- `Signal.parts`, see `SignalText`; NULL for messages of ours.
            signal TEXT,
            -- What `message.receive` answered, so that the same message coming again gets the same;
            -- the words of the answer are in its own row. NULL: `ignore`.
            action TEXT,
            sends INTEGER NOT NULL DEFAULT 0,
            trigger_type TEXT,
            thread_score INTEGER NOT NULL,
            thread_bucket TEXT NOT NULL,
            thread_status TEXT NOT NULL,
            -- Row numbers of answers, separated by spaces.
            supersedes TEXT,
            answer INTEGER REFERENCES answer (id) ON DELETE SET NULL
        ) STRICT;
        CREATE UNIQUE INDEX message_key ON message (channel, message_id);
        CREATE INDEX message_thread ON message (thread, at, id, score);
        CREATE INDEX message_sender ON message (sender) WHERE sender IS NOT NULL;
        CREATE INDEX message_received ON message (received_at) WHERE text IS NOT NULL;
        CREATE INDEX message_answer ON message (answer) WHERE answer IS NOT NULL;

        -- The thread that an answer drafts a reply in; when it was sent, and as which message.
        ALTER TABLE answer ADD COLUMN thread INTEGER REFERENCES thread (id);
        ALTER TABLE answer ADD COLUMN sent_at INTEGER;
        ALTER TABLE answer ADD COLUMN sent_as TEXT;
        CREATE INDEX answer_thread ON answer (thread, id) WHERE thread IS NOT NULL;
        -- An answer without evidence has lost its words.
        CREATE INDEX answer_text ON answer (at) WHERE evidence <> '';
        CREATE INDEX answer_sent ON answer (thread, sent_as) WHERE sent_as IS NOT NULL;

        CREATE TABLE trigger_output (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            thread INTEGER NOT NULL REFERENCES thread (id),
            at INTEGER NOT NULL,
            type TEXT NOT NULL,
            -- What `thread.trigger` answered; NULL once its texts are not kept.
            output TEXT,
            used_at INTEGER
        ) STRICT;
        CREATE INDEX trigger_output_thread ON trigger_output (thread);
        CREATE INDEX trigger_output_text ON trigger_output (at) WHERE output IS NOT NULL;

        -- Times of thread events that the daily metrics count.
        CREATE TABLE pool_visit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            thread INTEGER NOT NULL REFERENCES thread (id),
            entered_at INTEGER NOT NULL,
            left_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX pool_visit_open ON pool_visit (thread) WHERE left_at IS NULL;
        CREATE INDEX pool_visit_entered ON pool_visit (entered_at);
        CREATE INDEX pool_visit_thread ON pool_visit (thread);

        -- How long a customer waited until we answered.
        CREATE TABLE response (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            thread INTEGER NOT NULL REFERENCES thread (id),
            asked_at INTEGER NOT NULL,
            answered_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX response_answered ON response (answered_at);
        CREATE INDEX response_thread ON response (thread);
        -- Our message ends the wait of those who wrote before it; a late one may end it afterwards.
        CREATE TRIGGER thread_answered AFTER UPDATE OF last_ours_at ON thread
            WHEN NEW.last_ours_at IS NOT OLD.last_ours_at
                AND NEW.last_ours_at >= OLD.first_unanswered_at
                AND NEW.first_unanswered_at IS NOT OLD.first_unanswered_at
                AND NEW.bucket <> 'BLACK'
        BEGIN
            INSERT INTO response (thread, asked_at, answered_at)
            VALUES (NEW.id, OLD.first_unanswered_at, NEW.last_ours_at);
        END;

        CREATE TABLE daily_metric (
            -- Local date as yyyymmdd.
            day INTEGER PRIMARY KEY,
            -- As `hub.metrics` gives it.
            figures TEXT NOT NULL,
            closed_at INTEGER NOT NULL
        ) STRICT;

        -- Keyed hashes of identities that were erased.
        CREATE TABLE tombstone (
            hash BLOB PRIMARY KEY,
            erased_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
    )
}
