import FoundationEssentials
import KefuDomain
import KefuStore
import KefuText
import Synchronization
import Testing

@testable import KefuSearch

/// Whether the index follows the database, and what a search finds meanwhile.
struct FollowingTests {
    private let base: Base

    init() throws { base = try Base() }

    @Test func findsAnEntryAtOnceWithoutAnIndex() throws {
        try base.add("充电桩怎么安装")
        #expect(base.engine.state.phase == .building)
        #expect(try base.best("怎样安装充电桩")?.wording == "充电桩怎么安装")
    }

    @Test func findsAnEntryAtOnceWhileTheFollowerRests() throws {
        try base.addQuestions()
        try base.startAndSettle()
        base.engine.stop()
        for number in 0..<20 {
            try base.add("第\(number)代产品什么时候上市")
            #expect(try base.best("第\(number)代产品何时上市")?.wording == "第\(number)代产品什么时候上市")
        }
        #expect(base.engine.state.behind > 0)
        try base.startAndSettle()
        #expect(base.engine.state.behind == 0)
        #expect(try base.best("第7代产品何时上市")?.wording == "第7代产品什么时候上市")
    }

    @Test func findsAnEntryFarBehindTheIndex() throws {
        try base.addQuestions()
        try base.startAndSettle()
        base.engine.stop()
        try base.store.write { connection in
            for number in 0..<700 {
                let draft = EntryDraft(question: "第\(number)路公交几点发车", answer: "早上\(number)分")
                try connection.insert(draft, ChangeOrigin(.imported, at: Base.now))
            }
        }
        #expect(try base.best("第345路公交几点发车")?.wording == "第345路公交几点发车")
        #expect(try base.best("345路公交发车时间")?.wording == "第345路公交几点发车")
    }

    @Test func forgetsWhatWasRemoved() throws {
        try base.addQuestions()
        let entry = try base.add("会员积分怎么兑换")
        try base.startAndSettle()
        #expect(try base.best("积分兑换")?.item.id == entry.id)
        try base.remove(entry)
        #expect(try base.search("积分兑换").contains { $0.item.id == entry.id } == false)
        base.settle()
        #expect(try base.search("积分兑换").contains { $0.item.id == entry.id } == false)
    }

    @Test func followsAChangedWording() throws {
        try base.addQuestions()
        let entry = try base.add("会员积分怎么兑换", "请到营业厅办理")
        try base.startAndSettle()
        try base.update(entry) { $0.question = "老客户有什么优惠" }
        base.settle()
        #expect(try base.best("老客户优惠")?.item.id == entry.id)
        #expect(try base.search("会员积分怎么兑换").first?.item.id != entry.id)
    }

    @Test func followsAThousandChangesInOneGo() throws {
        try base.startAndSettle()
        try base.store.write { connection in
            for number in 0..<1500 {
                let draft = EntryDraft(question: "第\(number)路公交几点发车", answer: "早上\(number)分")
                try connection.insert(draft, ChangeOrigin(.imported, at: Base.now))
            }
        }
        base.settle()
        #expect(base.engine.state.behind == 0)
        #expect(try base.best("第1345路公交几点发车")?.wording == "第1345路公交几点发车")
    }

    @Test func searchesWhileOthersWrite() throws {
        try base.addQuestions()
        try base.startAndSettle()
        let failures = Mutex(0)
        let isWriting = Mutex(true)
        let searchers = try (0..<3).map { _ in
            try WorkerThread { [engine = base.engine] in
                while isWriting.withLock({ $0 }) {
                    let found = try? engine.search("充电桩怎么安装", limit: 5, now: Base.now)
                    let isRight = found?.candidates.first?.wording == "充电桩怎么安装"
                    if !isRight { failures.withLock { $0 += 1 } }
                }
            }
        }
        for number in 0..<300 {
            try base.add("第\(number)号文件在哪里下载")
            base.engine.wake()
        }
        isWriting.withLock { $0 = false }
        for searcher in searchers { searcher.join() }
        #expect(failures.withLock { $0 } == 0)
        base.settle()
        #expect(base.engine.state == IndexState(phase: .ready, behind: 0, failure: nil))
    }

    @Test func usesTheOperatorsWords() throws {
        try base.addQuestions()
        let entry = try base.add("刷卡没有反应")
        try base.startAndSettle()
        try base.store.write { connection in
            try connection.setSetting(
                SearchEngine.Setting.synonyms, to: [["一卡通", "刷卡"], ["充电桩", "充电器"]])
            try connection.setSetting(SearchEngine.Setting.ignored, to: ["安行科技"])
        }
        try base.engine.reload()
        #expect(try base.best("一卡通没有反应")?.item.id == entry.id)
        #expect(try base.best("充电器怎么安装")?.wording == "充电桩怎么安装")
        let plain = try #require(try base.best("充电桩怎么安装"))
        let named = try #require(try base.best("安行科技充电桩怎么安装"))
        #expect(plain.confidence == named.confidence)
    }

    @Test func findsPassages() throws {
        try base.addQuestions()
        try base.addPassages([
            PassageDraft(
                title: "安装环境", section: ["安装手册", "安装环境"],
                text: "环境温度应在零下三十度到五十五度之间。海拔不超过两千米。周围不得有爆炸性气体。"),
            PassageDraft(
                title: "接地要求", section: ["安装手册", "接地要求"],
                text: "接地电阻不大于四欧姆。接地线的截面积不小于十六平方毫米。"),
        ])
        try base.startAndSettle()
        let best = try base.best("安装时海拔有什么限制")
        guard case .passage(let passage) = try #require(best).item else {
            Issue.record("not a passage")
            return
        }
        #expect(passage.title == "安装环境")
        #expect(Quote.best(in: passage.text, for: "海拔有什么限制").contains("海拔不超过两千米"))
    }
}
