import KefuDomain
import Testing

@testable import KefuStore

/// A contact with a private thread on a channel.
private func makeThread(_ connection: Connection, _ peer: String = "p") throws -> ThreadRecord {
    let channel = try connection.ensureChannel("wechat")
    let contact = try connection.insertContact(
        name: peer, channel: channel.row, peer: peer, at: moment())
    return try connection.insert(
        ThreadDraft(
            contact: contact.row, channel: channel.row, chatID: "", name: peer, at: moment()))
}

private func draft(
    _ thread: ThreadRecord, _ id: String, at seconds: Int64 = 0, score: Int = 60
) -> MessageDraft {
    let parts = [
        SignalPart(name: "keywords_pre", points: 40, hits: ["报价", "a\tb"]),
        SignalPart(name: "floor", points: 20, hits: []),
    ]
    return MessageDraft(
        thread: thread.row, channel: thread.channel, messageID: id, speaker: .them, kind: .file,
        senderName: "老王", at: moment(seconds), receivedAt: moment(seconds + 1), text: "报价\"单\"",
        fileTypes: ["pdf", "dwg"], isCourtesy: true, isReplay: true,
        signal: Signal(score: score, parts: parts, trigger: .preSales),
        outcome: MessageOutcome(
            score: 70, bucket: .white, status: .overdue, supersedes: [4, 7]))
}

@Test func keepsAContactWithAllThatIsKnown() throws {
    try withStore { store in
        let made = try store.write { connection in
            let channel = try connection.ensureChannel("wechat")
            #expect(try connection.ensureChannel("wechat") == channel)
            var contact = try connection.insertContact(
                name: "wx_1", channel: channel.row, peer: "wx_1", at: moment())
            contact.name = "张三"
            contact.remark = "要\"双枪\"的"
            (contact.kNumber, contact.kCode) = (1, "K0001-渝A-张三-VIP-微信")
            (contact.region, contact.level, contact.owner) = ("渝A", "VIP", "李四")
            (contact.bucket, contact.autoSend) = (.white, true)
            (contact.promotedAt, contact.updatedAt) = (moment(1), moment(2))
            try connection.save(contact)
            return contact
        }
        try store.read { connection in
            #expect(try connection.contact(made.row) == made)
            let channel = try connection.channel(named: "wechat")?.row ?? 0
            #expect(try connection.contact(channel: channel, peer: "wx_1") == made)
            #expect(try connection.contact(channel: channel, peer: "wx_2") == nil)
            let identities = try connection.identities(ofContact: made.row)
            #expect(identities == [Identity(channel: "wechat", peerID: "wx_1")])
        }
    }
}

@Test(
    arguments: [
        nil, .resolved(at: moment(3)), .snoozed(until: moment(9), at: moment(3)),
        .waiting(until: moment(9), at: moment(3)),
    ] as [ThreadCall?])
func keepsAThreadWithItsFacts(call: ThreadCall?) throws {
    try withStore { store in
        let saved = try store.write { connection in
            var thread = try makeThread(connection)
            thread.facts = ThreadFacts(
                lastSpeaker: .them, lastMessageAt: moment(1), firstUnansweredAt: moment(2),
                lastOursAt: moment(3), call: call, isLookedAt: true)
            (thread.status, thread.bucket, thread.triggerType) = (.overdue, .white, .afterSales)
            (thread.dueAt, thread.slaAt, thread.followUpAt) = (moment(4), moment(5), moment(6))
            (thread.score, thread.scoreAt, thread.topic) = (77, moment(7), "双枪多少钱")
            (thread.tags, thread.silencedBy) = (["急", "\"a\""], 12)
            (thread.outcome, thread.satisfaction) = (.solved, 5)
            try connection.save(thread)
            return thread
        }
        try store.read { connection in
            #expect(try connection.thread(saved.row) == saved)
            let found = try connection.thread(contact: saved.contact, channel: saved.channel)
            #expect(found == saved)
            #expect(saved.isSilent)
            #expect(try connection.threads(ofContact: saved.contact) == [saved])
        }
    }
}

@Test func tellsAGroupFromAPrivateThread() throws {
    try withStore { store in
        try store.write { connection in
            let alone = try makeThread(connection)
            let group = try connection.insert(
                ThreadDraft(
                    contact: alone.contact, channel: alone.channel, chatID: "g", name: "g",
                    at: moment()))
            #expect(group.isGroup)
            #expect(try connection.thread(channel: alone.channel, chatID: "g") == group)
            #expect(try connection.thread(channel: alone.channel, chatID: "") == nil)
            let found = try connection.thread(contact: alone.contact, channel: alone.channel)
            #expect(found == alone)
        }
    }
}

@Test func keepsAMessageWithWhatWasSaidToIt() throws {
    try withStore { store in
        try store.write { connection in
            let thread = try makeThread(connection)
            let answer = AnswerDraft(
                at: moment(), question: "q", action: .reply, content: "c", confidence: 0.9,
                reason: "confidence", tookMicroseconds: 1, evidence: "{}", thread: thread.row)
            let answerRow = try connection.insertAnswer(answer)
            var message = draft(thread, "m1")
            message.sender = thread.contact
            (message.outcome.action, message.outcome.sends) = (.reply, true)
            message.outcome.answer = answerRow
            let row = try connection.insert(message)
            let stored = try connection.message(row)
            // A tab inside a hit is a space from then on.
            #expect(stored?.draft.signal?.parts.first?.hits == ["报价", "a b"])
            message.signal = stored?.draft.signal
            #expect(stored?.draft == message)
            #expect(try connection.message(channel: thread.channel, id: "m1") == stored)
            #expect(try connection.message(channel: thread.channel, id: "m2") == nil)
            let twin = failure { _ = try connection.insert(message) }
            #expect(twin != nil)
        }
    }
}

@Test func listsAndMeasuresTheMessagesOfAThread() throws {
    try withStore { store in
        try store.write { connection in
            let (thread, other) = (
                try makeThread(connection), try makeThread(connection, "other")
            )
            for (number, score) in [60, 90, 90, 20].enumerated() {
                try connection.insert(
                    draft(thread, "m\(number)", at: Int64(number * 10), score: score))
            }
            try connection.insert(draft(other, "x", at: 15, score: 100))
            let page = try connection.listMessages(thread: thread.row, limit: 3)
            #expect(page.items.map(\.draft.messageID) == ["m3", "m2", "m1"])
            let rest = try connection.listMessages(
                thread: thread.row, limit: 3, after: page.nextCursor)
            #expect(rest.items.map(\.draft.messageID) == ["m0"])
            #expect(rest.nextCursor == nil)
            let foreign = failure {
                _ = try connection.listMessages(
                    thread: other.row, limit: 3, after: page.nextCursor)
            }
            #expect(foreign?.code == .invalidParams)
            #expect(try connection.newestMessageTime(ofThread: thread.row) == moment(30))
            let best = try connection.bestScore(ofThread: thread.row, since: moment(5))
            #expect(best?.0 == 90 && best?.1 == moment(20))
            let around = try connection.messages(
                ofThread: thread.row, around: moment(10), isEarlier: true, limit: 9)
            #expect(around.map(\.draft.messageID) == ["m1", "m0"])
            let later = try connection.messages(
                ofThread: thread.row, around: moment(10), isEarlier: false, limit: 9)
            #expect(later.map(\.draft.messageID) == ["m2", "m3"])
        }
    }
}

@Test func knowsWhichDraftsWereSent() throws {
    try withStore { store in
        try store.write { connection in
            let thread = try makeThread(connection)
            let rows = try (0..<3).map { number in
                try connection.insertAnswer(
                    AnswerDraft(
                        at: moment(), question: "q\(number)", action: .reply, content: "c",
                        confidence: 1, reason: "r", tookMicroseconds: 1, evidence: "{}",
                        thread: thread.row))
            }
            try connection.markSent(answer: rows[1], as: "out", at: moment(9))
            #expect(try connection.sentAnswers(among: Set(rows)) == [rows[1]])
            #expect(try connection.sentAnswers(among: []) == [])
            let sent = try connection.answer(inThread: thread.row, sentAs: "out")
            #expect(sent?.answer.row == rows[1] && sent?.sentAt == moment(9))
            let newest = try connection.answers(inThread: thread.row, limit: 2)
            #expect(newest.map(\.answer.row) == [rows[2], rows[1]])
            #expect(try connection.threadAnswer(rows[0])?.thread == thread.row)
            let alone = try connection.insertAnswer(
                AnswerDraft(
                    at: moment(), question: "q", action: .reply, content: "c", confidence: 1,
                    reason: "r", tookMicroseconds: 1, evidence: "{}"))
            #expect(try connection.threadAnswer(alone) == nil)
        }
    }
}

@Test func aPoolVisitBeginsAndEndsOnce() throws {
    try withStore { store in
        try store.write { connection in
            let thread = try makeThread(connection).row
            for (isIn, at) in [
                (false, 0), (true, 5), (true, 6), (false, 3), (false, 9), (true, 20),
            ]
                as [(Bool, Int64)]
            {
                try connection.notePool(thread: thread, isIn: isIn, at: moment(at))
            }
            let visits = try connection.all(
                "SELECT entered_at, left_at FROM pool_visit ORDER BY id"
            ) { [$0.time(0), $0.optionalTime(1)] }
            #expect(visits == [[moment(5), moment(5)], [moment(20), nil]])
        }
    }
}

/// Every query on the way of a message, as SQLite runs it.
@Test func noQueryOfAMessageReadsAWholeTable() throws {
    try withStore { store in
        let queries = [
            Connection.messages("channel = ? AND message_id = ?"),
            Connection.messages("thread = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT ?"),
            Connection.messages("thread = ? AND at > ? ORDER BY at, id LIMIT ?"),
            Connection.messages(
                "thread = ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?"),
            Connection.threads("thread.contact = ? AND thread.channel = ? AND thread.chat_id = ''"),
            Connection.threads(
                "thread.channel = ? AND thread.chat_id = ? AND thread.chat_id <> ''"),
            Connection.answers("thread = ? ORDER BY id DESC LIMIT ?"),
            Connection.answers("thread = ? AND sent_as = ?"),
            "SELECT score, at FROM message WHERE thread = ? AND at >= ? ORDER BY score DESC, at DESC",
        ]
        try store.read { connection in
            for query in queries {
                let plan = try connection.all("EXPLAIN QUERY PLAN " + query) { $0.text(3) }
                #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(query): \(plan)")
                let isByScore = query.contains("ORDER BY score")
                #expect(
                    isByScore || !plan.contains { $0.contains("TEMP B-TREE") }, "\(query): \(plan)")
            }
        }
    }
}
