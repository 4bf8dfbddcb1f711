import KefuDomain
import KefuRPC
import KefuStore
import Support
import Testing

@testable import KefuDesk

/// What blocking and erasing leave on the disk.
@Suite struct ErasureTests {
    private static let secrets = ["暗号甲乙丙", "wx_secret_peer", "李某某"]

    /// An office in which one customer said and got much, and others did too.
    private func busyOffice() throws -> (Office, ReceiveMessage.Result) {
        let office = try Office()
        _ = try office.desk.add(AddEntry.Params(question: "充电桩保修几年", answer: "三年"))
        for number in 0..<60 {
            try office.hear("320kW充电桩报价第\(number)次", from: "wx_\(number)")
        }
        var last: ReceiveMessage.Result?
        for number in 0..<40 {
            last = try office.desk.receive(
                ReceiveMessage.Params(
                    channel: "wechat", peerID: "wx_secret_peer", messageID: "s\(number)",
                    text: "320kW充电桩报价，暗号甲乙丙\(number)", senderName: "李某某",
                    timestamp: office.now))
        }
        let heard = try #require(last)
        _ = try office.desk.trigger(TriggerThread.Params(id: heard.threadID))
        _ = try office.desk.setContact(
            SetContact.Params(id: heard.contactID, remark: "暗号甲乙丙的老板"))
        let asked = try office.desk.ask(
            Ask.Params(question: "暗号甲乙丙的桩保修几年", session: "wx_secret_peer", channel: "wechat"))
        _ = try office.desk.reject(RejectAnswer.Params(id: asked.answerID))
        return (office, heard)
    }

    @Test func anErasedCustomerIsOnNoFileOfTheDataDirectory() throws {
        let (office, heard) = try busyOffice()
        for secret in Self.secrets { #expect(try office.files(holding: secret) != []) }
        let erased = try office.desk.erase(
            EraseContact.Params(id: heard.contactID, isConfirmed: true)
        )
        #expect(erased.isComplete)
        let counts = erased.erased
        #expect(counts["contacts"] == 1)
        #expect(counts["identities"] == 1)
        #expect(counts["threads"] == 1)
        #expect(counts["messages"] == 40)
        #expect(counts["answers"] == 41)
        #expect(counts["trigger_outputs"] == 1)
        #expect(counts["pool_visits"] == 1)
        for secret in Self.secrets { #expect(try office.files(holding: secret) == []) }
        #expect(try office.files(holding: "报价第7次") != [])
        #expect(throws: KefuError.self) { try office.thread(heard.threadID) }
        #expect(try office.desk.hubStatistics().total == 60)
        #expect(try office.desk.store.problems() == [])
    }

    @Test func labelsKeepTheirNumbersOnly() throws {
        let (office, heard) = try busyOffice()
        let before = try office.desk.store.read { try $0.labels(limit: 9) }
        _ = try office.desk.erase(EraseContact.Params(id: heard.contactID, isConfirmed: true))
        let after = try office.desk.store.read { try $0.labels(limit: 9) }
        #expect(!before.isEmpty)
        #expect(after.map(\.score) == before.map(\.score))
        #expect(after.allSatisfy { $0.answer == nil })
    }

    @Test func aReplayBringsNobodyBackAndALaterMessageIsANewCustomer() throws {
        let (office, heard) = try busyOffice()
        _ = try office.desk.erase(EraseContact.Params(id: heard.contactID, isConfirmed: true))
        let replayed = try office.hear(
            "暗号甲乙丙", from: "wx_secret_peer", at: office.now, isReplay: true)
        #expect(replayed.action == .ignore)
        #expect(try office.files(holding: "暗号甲乙丙") == [])
        office.now = office.now.adding(.seconds(60))
        let later = try office.hear("320kW充电桩报价", from: "wx_secret_peer")
        #expect(later.contactID != heard.contactID)
        #expect(try office.desk.hubStatistics().total == 61)
    }

    @Test func readersDoNotStopIt() throws {
        let (office, heard) = try busyOffice()
        let reading = try office.desk.store.read { connection in
            try connection.threadCounts().total
        }
        #expect(reading == 61)
        _ = try office.desk.erase(EraseContact.Params(id: heard.contactID, isConfirmed: true))
        #expect(try office.files(holding: "暗号甲乙丙") == [])
    }

    @Test func aReaderThatHoldsTheLogOnlyDelaysIt() throws {
        let (office, heard) = try busyOffice()
        try office.desk.tick(now: office.now)
        try office.desk.store.read { connection in
            #expect(try connection.threadCounts().total == 61)
            let erased = try office.desk.erase(
                EraseContact.Params(id: heard.contactID, isConfirmed: true))
            #expect(!erased.isComplete)
            #expect(try office.files(holding: "暗号甲乙丙") != [])
            // Whoever reads sees the state that they began with, and the desk goes on.
            #expect(try connection.threadCounts().total == 61)
            try office.hear("160kW充电桩报价", from: "wx_new")
            #expect(try office.desk.tick(now: office.now) <= .seconds(1))
        }
        try office.desk.tick(now: office.now)
        for secret in Self.secrets { #expect(try office.files(holding: secret) == []) }
        #expect(!office.desk.store.mustTruncateLog)
        #expect(try office.desk.hubStatistics().total == 61)
    }

    @Test func aBlockedCustomersWordsLeaveTheDiskAtOnce() throws {
        let (office, heard) = try busyOffice()
        let blocked = try office.desk.block(ContactID(id: heard.contactID))
        #expect(blocked.bucket == .black)
        #expect(try office.files(holding: "暗号甲乙丙3") == [])
        let thread = try office.thread(heard.threadID)
        #expect(thread.bucket == .black && thread.topic == "" && thread.triggerType == nil)
        #expect(try office.texts(heard.threadID).allSatisfy { $0 == nil })
        let listed = try office.desk.blocked(PageRequest())
        #expect(listed.threads.map(\.id) == [heard.threadID])
        #expect(listed.total == 1)
        #expect(try office.desk.unknownPool(PageRequest()).total == 60)
        #expect(throws: KefuError.self) {
            try office.desk.trigger(TriggerThread.Params(id: heard.threadID))
        }
    }

    @Test func aThreadThatTurnsPrivateLeavesNoWordOnTheDisk() throws {
        let office = try Office()
        let heard = try office.hear("320kW充电桩报价，暗号甲乙丙")
        office.now = office.now.adding(.seconds(86_400 * 40))
        #expect(try office.hear("晚上一起喝酒撸串").bucket == .black)
        #expect(try office.files(holding: "暗号甲乙丙") == [])
        #expect(try office.texts(heard.threadID) == [nil, nil])
    }

    @Test func groupsGoToAnotherMember() throws {
        let office = try Office()
        let first = try office.hear("320kW充电桩报价，暗号甲乙丙", from: "a", chatID: "g1")
        let second = try office.hear("我们也要报价", from: "b", chatID: "g1")
        #expect(first.threadID == second.threadID)
        _ = try office.desk.erase(EraseContact.Params(id: first.contactID, isConfirmed: true))
        #expect(try office.files(holding: "暗号甲乙丙") == [])
        #expect(try office.texts(first.threadID) == ["我们也要报价"])
        #expect(try office.thread(first.threadID).contactID == second.contactID)
        _ = try office.desk.erase(EraseContact.Params(id: second.contactID, isConfirmed: true))
        #expect(throws: KefuError.self) { try office.thread(first.threadID) }
    }

    @Test func itMustBeConfirmed() throws {
        let (office, heard) = try busyOffice()
        let refusal = #expect(throws: KefuError.self) {
            try office.desk.erase(EraseContact.Params(id: heard.contactID, isConfirmed: false))
        }
        #expect(refusal?.code == .invalidParams)
        #expect(refusal?.field == "confirm")
        #expect(try office.texts(heard.threadID).count == 40)
    }
}

/// What was learned from an erased customer, and backups that know nothing of the erasure.
@Suite struct ErasureConsequenceTests {
    @Test func wordingsLearnedFromACustomerGoWithThem() throws {
        let office = try Office()
        let entry = try office.desk.add(AddEntry.Params(question: "充电桩保修几年", answer: "三年"))
        let typed = try office.desk.add(
            AddEntry.Params(question: "枪线多长", answer: "五米", variants: ["暗号子丑有多长"]))
        let heard = try office.hear("暗号甲乙这桩坏了修不要钱吗，保修几年")
        let answer = try #require(heard.answerID)
        let verdict = try office.desk.correct(
            CorrectAnswer.Params(id: answer, answer: "三年"))
        #expect(verdict.entry?.variants.contains { $0.contains("暗号甲乙") } == true)
        let other = try office.hear("暗号丙丁什么时候发货")
        _ = try office.desk.correct(
            CorrectAnswer.Params(id: try #require(other.answerID), answer: "付款后十天"))
        try office.hear("暗号子丑有多长")
        let erased = try office.desk.erase(
            EraseContact.Params(id: heard.contactID, isConfirmed: true)
        ).erased
        #expect(erased["wordings"] == 2)
        for word in ["暗号甲乙", "暗号丙丁"] { #expect(try office.files(holding: word) == []) }
        #expect(try office.desk.entry(entry.id).question == "充电桩保修几年")
        #expect(try office.desk.entry(typed.id).variants == ["暗号子丑有多长"])
        #expect(try office.desk.store.problems() == [])
    }

    @Test func aRestoredBackupObeysTheErasure() throws {
        let directory = try TemporaryDirectory()
        let backups = try TemporaryDirectory()
        let backup = backups.file("backup.sqlite")
        do {
            let office = try Office(in: directory)
            let gone = try office.hear("320kW充电桩报价暗号甲乙", from: "wx_gone")
            try office.hear("160kW充电桩报价暗号丙丁", from: "wx_stays")
            _ = try office.desk.backUp(Backup.Params(path: backup))
            office.now = office.now.adding(.seconds(60))
            _ = try office.desk.erase(
                EraseContact.Params(id: gone.contactID, isConfirmed: true))
        }
        let paths = DeskPaths(directory: directory.path)
        _ = try Restore(paths: paths, at: Office.morning).run(from: backup)
        let office = try Office(at: Office.morning.adding(.seconds(90)), in: directory)
        #expect(try office.desk.hubStatistics().total == 1)
        #expect(try office.files(holding: "暗号甲乙") == [])
        #expect(try office.files(holding: "暗号丙丁") != [])
        let replayed = try office.hear(
            "320kW充电桩报价暗号甲乙", from: "wx_gone", at: Office.morning, isReplay: true)
        #expect(replayed.action == .ignore)
        #expect(try office.desk.hubStatistics().total == 1)
    }
}
