import KefuDomain
import KefuRPC
import KefuStore
import Testing

@testable import KefuDesk

/// What learning stores of customers goes when it must.
@Suite struct LearningPrivacyTests {
    private func learn(_ office: Office) throws {
        while try office.desk.learnNext() {}
    }

    private func teach(
        _ office: Office, _ question: String, _ answer: String, from peer: String
    ) throws -> ReceiveMessage.Result {
        let heard = try office.hear(question, from: peer)
        office.now = office.now.adding(.seconds(30))
        try office.hear(answer, from: peer, by: .me)
        office.now = office.now.adding(.seconds(30))
        try learn(office)
        return heard
    }

    @Test func learnedWordingsAreErasedAfterTheTextsAreForgotten() throws {
        let office = try Office()
        let entry = try office.desk.add(
            AddEntry.Params(question: "充电桩保修几年", answer: "整机保修三年。"))
        let heard = try teach(office, "暗号甲乙充电桩保修多少年", "整机保修三年的。", from: "wx_1")
        let corrected = try office.hear("暗号丙丁什么时候发货", from: "wx_1")
        _ = try office.desk.correct(
            CorrectAnswer.Params(id: try #require(corrected.answerID), answer: "付款后十天发货。"))
        for word in ["暗号甲乙", "暗号丙丁"] { #expect(try office.files(holding: word) != []) }
        // Forty days later the messages and the answers have lost their words.
        office.now = office.now.adding(.seconds(40 * 86_400))
        try office.desk.tick(now: office.now)
        #expect(try office.texts(heard.threadID).allSatisfy { $0 == nil })
        let erased = try office.desk.erase(
            EraseContact.Params(id: heard.contactID, isConfirmed: true)
        ).erased
        #expect(erased["wordings"] == 2)
        for word in ["暗号甲乙", "暗号丙丁"] { #expect(try office.files(holding: word) == []) }
        #expect(try office.desk.entry(entry.id).variants == [])
        #expect(try office.desk.entry(entry.id).answer == "整机保修三年。")
        #expect(try office.desk.store.problems() == [])
    }

    @Test func aCorrectionOfASessionIsErasedWithItsContact() throws {
        let office = try Office()
        let heard = try office.hear("320kW充电桩报价", from: "wx_1")
        let asked = try office.desk.ask(
            Ask.Params(question: "暗号戊己什么时候发货", session: "wx_1", channel: "wechat"))
        _ = try office.desk.correct(CorrectAnswer.Params(id: asked.answerID, answer: "付款后十天发货。"))
        office.now = office.now.adding(.seconds(40 * 86_400))
        try office.desk.tick(now: office.now)
        _ = try office.desk.erase(EraseContact.Params(id: heard.contactID, isConfirmed: true))
        #expect(try office.files(holding: "暗号戊己") == [])
    }

    @Test func candidatesLoseTheirWordsInTime() throws {
        let office = try Office(#"{"learning": {"automatic": false}}"#)
        let heard = try teach(
            office, "你们周末上班吗", "周末照常上班，早上九点到晚上六点，暗号庚辛都有人值班。", from: "wx_1")
        #expect(try office.desk.pending(PageRequest()).candidates.count == 1)
        #expect(try office.files(holding: "暗号庚辛") != [])
        office.now = office.now.adding(.seconds(40 * 86_400))
        try office.desk.tick(now: office.now)
        #expect(try office.desk.pending(PageRequest()).candidates.isEmpty)
        try office.desk.store.scrub()
        #expect(try office.files(holding: "暗号庚辛") == [])
        #expect(try office.thread(heard.threadID).status != .resolved)
    }

    @Test func aBlockedCustomersCandidatesGoAtOnce() throws {
        let office = try Office(#"{"learning": {"automatic": false}}"#)
        let heard = try teach(
            office, "你们周末暗号壬癸上班吗", "周末照常上班，早上九点到晚上六点都有人值班。", from: "wx_1")
        #expect(try office.desk.pending(PageRequest()).total == 1)
        _ = try office.desk.block(ContactID(id: heard.contactID))
        #expect(try office.desk.pending(PageRequest()).total == 0)
        #expect(try office.files(holding: "暗号壬癸") == [])
    }

    @Test func anErasedCustomersCandidatesAreCounted() throws {
        let office = try Office(#"{"learning": {"automatic": false}}"#)
        let heard = try teach(
            office, "你们周末暗号子丑上班吗", "周末照常上班，早上九点到晚上六点都有人值班。", from: "wx_1")
        let erased = try office.desk.erase(
            EraseContact.Params(id: heard.contactID, isConfirmed: true)
        ).erased
        #expect(erased["candidates"] == 1)
        #expect(try office.files(holding: "暗号子丑") == [])
    }
}
