import Glibc
import KefuDomain
import Synchronization
import Testing

@testable import KefuSearch

/// A clock that is later each time it is read.
private final class Ticking: Sendable {
    private let milliseconds = Mutex(Base.now.milliseconds)

    func now() -> Timestamp {
        milliseconds.withLock {
            $0 += 1000
            return Timestamp(milliseconds: $0)
        }
    }
}

struct SelfTestTests {
    private let base: Base

    init() throws {
        let ticking = Ticking()
        base = try Base(clock: { ticking.now() })
    }

    /// Sixty questions with two variants each.
    private func addSixty() throws {
        let things = [
            "充电桩", "充电枪", "配电箱", "发票", "会员卡", "停车位", "电表", "手机应用", "保险丝", "散热风扇",
            "显示屏", "急停按钮",
        ]
        for thing in things {
            try base.add("\(thing)多少钱", variants: ["\(thing)的价格", "买\(thing)要花多少"])
            try base.add("\(thing)坏了怎么修", variants: ["\(thing)故障处理", "谁来维修\(thing)"])
            try base.add("\(thing)在哪里领取", variants: ["领取\(thing)的地点", "到哪儿拿\(thing)"])
            try base.add("\(thing)怎么更换", variants: ["更换\(thing)的步骤", "我想换\(thing)"])
            try base.add("\(thing)能退吗", variants: ["不想要\(thing)了", "\(thing)七天无理由"])
        }
    }

    private func settles() -> Bool {
        base.awaits { base.engine.isCalibrated }
    }

    @Test func aBaseExaminesItselfOnceAndKeepsWhatItFound() throws {
        try addSixty()
        try base.startAndSettle()
        #expect(settles())
        let state = try base.engine.calibrationState()
        #expect(state.isSettled && state.verdicts.isEmpty)
        let found = try #require(state.calibration.examination)
        #expect(found.questions >= 60)
        #expect((0...found.questions).contains(found.right))
        #expect(found.bins.reduce(0) { $0 + $1.count } == found.questions)
        let right = found.bins.reduce(0) { $0 + $1.observed * Double($1.count) }
        #expect(abs(right - Double(found.right)) < 0.001)
        #expect(found.stolen.allSatisfy { $0.entry != $0.by && $0.count > 0 })
        let before = try scores()

        for _ in 0..<10 {
            base.engine.wake()
            usleep(100_000)
            #expect(base.engine.isCalibrated)
        }
        #expect(try base.engine.calibrationState().calibration.examination?.at == found.at)

        try base.restart()
        #expect(try base.engine.calibrationState().calibration.examination?.at == found.at)
        try base.startAndSettle()
        #expect(settles())
        let later = try base.engine.calibrationState().calibration
        #expect(later.examination?.at == found.at)
        #expect(later.entries.bias == state.calibration.entries.bias)
        #expect(later.entries.weights[.rank] == state.calibration.entries.weights[.rank])
        #expect(try base.awaits(atMost: .seconds(10)) { try isNear(scores(), before) })
    }

    private func scores() throws -> [Double] {
        try Base.questions.flatMap { try base.search($0, limit: 3).map(\.score) }
    }

    /// Sums may be added up in another order.
    private func isNear(_ one: [Double], _ other: [Double]) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) < 1e-4 }
    }

    @Test func aBaseThatChangedMuchExaminesItselfAgain() throws {
        try addSixty()
        try base.startAndSettle()
        #expect(settles())
        let first = try #require(try base.engine.calibrationState().calibration.examination?.at)
        try base.addQuestions()
        #expect(!base.engine.isCalibrated)
        base.settle()
        #expect(settles())
        let second = try #require(try base.engine.calibrationState().calibration.examination?.at)
        #expect(second > first)
        base.engine.recalibrate()
        #expect(!base.engine.isCalibrated)
        #expect(settles())
        let third = try #require(try base.engine.calibrationState().calibration.examination?.at)
        #expect(third > second)
    }

    @Test func aSmallBaseIsNeverExamined() throws {
        try base.addQuestions()
        try base.startAndSettle()
        #expect(base.awaits { base.engine.isCalibrated })
        for _ in 0..<10 {
            base.engine.wake()
            usleep(100_000)
            #expect(base.engine.isCalibrated)
        }
        #expect(try base.engine.calibrationState().calibration.examination == nil)
    }
}
