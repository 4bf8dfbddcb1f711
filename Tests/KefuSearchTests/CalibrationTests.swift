import Glibc
import KefuDomain
import KefuStore
import Testing

@testable import KefuSearch

struct CalibrationTests {
    private let base: Base
    private static let query = "充电桩怎么安装好"

    init() throws {
        base = try Base()
        try base.addQuestions()
        try base.startAndSettle()
    }

    private static func label(_ number: Int, isCorrect: Bool, at: Timestamp) -> CalibrationLabel {
        CalibrationLabel(
            answer: nil, score: 2 + Double(number % 7) / 3, confidence: 0.95,
            isCorrect: isCorrect, at: at)
    }

    /// Verdicts on answers that were nearly sure, of which every third was right.
    private func judge(_ count: Int, at: Timestamp = Base.now) throws {
        try base.store.write { connection in
            for number in 0..<count {
                try connection.insertLabel(
                    Self.label(number, isCorrect: number % 3 == 0, at: at))
            }
        }
        base.engine.wake()
    }

    private func labels() throws -> Int? {
        try base.engine.calibrationState().calibration.feedback?.labels
    }

    private func stays(_ condition: () throws -> Bool) rethrows -> Bool {
        for _ in 0..<10 {
            base.engine.wake()
            usleep(100_000)
            guard try condition() else { return false }
        }
        return true
    }

    @Test func fewVerdictsMoveNothing() throws {
        let before = try base.search(Self.query).map(\.confidence)
        try judge(Calibration.Feedback.fewestLabels - 1)
        #expect(try stays { try labels() == nil })
        #expect(try base.search(Self.query).map(\.confidence) == before)
        #expect(try base.engine.calibrationState().verdicts.reduce(0) { $0 + $1.count } == 49)
    }

    @Test func overconfidenceIsTakenDownInOrderAndCanBeTakenBack() throws {
        let before = try base.search(Self.query)
        try judge(60)
        #expect(try base.awaits { try labels() == 60 })
        let after = try base.search(Self.query)
        #expect(after.map(\.item.id) == before.map(\.item.id))
        #expect(after.map(\.score) == before.map(\.score))
        #expect((after.first?.confidence ?? 1) < (before.first?.confidence ?? 0))
        for (one, next) in zip(after, after.dropFirst()) {
            #expect(one.confidence >= next.confidence)
            #expect(one.score == next.score || one.confidence > next.confidence)
        }

        try base.restart()
        #expect(try labels() == 60)
        try base.startAndSettle()
        #expect(try base.search(Self.query).map(\.confidence) == after.map(\.confidence))

        try base.engine.resetFeedback(at: Base.now)
        #expect(try stays { try labels() == nil })
        #expect(try base.search(Self.query).map(\.confidence) == before.map(\.confidence))
        #expect(try base.engine.calibrationState().verdicts.isEmpty)

        let later = Timestamp(milliseconds: Base.now.milliseconds + 1)
        try judge(49, at: later)
        #expect(try stays { try labels() == nil })
        try judge(11, at: later)
        #expect(try base.awaits { try labels() == 60 })
        let counted = try base.engine.calibrationState().verdicts.reduce(0) { $0 + $1.count }
        #expect(counted == 60)
    }
}

struct FeedbackTests {
    private static func feedback(_ isCorrect: (Int) -> Bool, scores: ClosedRange<Double>)
        -> Calibration.Feedback?
    {
        let step = (scores.upperBound - scores.lowerBound) / 99
        return Calibration.Feedback(
            (0..<100).map { number in
                CalibrationLabel(
                    answer: nil, score: scores.lowerBound + Double(number) * step,
                    confidence: 0.5, isCorrect: isCorrect(number), at: Base.now)
            })
    }

    private static let all: [Calibration.Feedback?] = [
        nil, feedback({ _ in true }, scores: -5...5), feedback({ _ in false }, scores: -5...5),
        feedback({ $0 < 50 }, scores: -5...5), feedback({ $0 % 2 == 0 }, scores: 3...3.01),
        feedback({ $0 > 90 }, scores: -1000...1000),
    ]

    @Test(arguments: all.indices)
    func theConfidenceRisesWithTheScoreAndStaysAProbability(case number: Int) {
        var calibration = Calibration.shipped
        calibration.feedback = Self.all[number]
        #expect((calibration.feedback == nil) == (number == 0))
        #expect(calibration.feedback.map { $0.scale >= 0.1 && $0.offset.isFinite } ?? true)
        var last = -1.0
        let scores = stride(from: -30.0, through: 30, by: 0.5)
        for score in [-Double.infinity, -1e9] + Array(scores) + [1e9, .infinity] {
            let confidence = calibration.confidence(score)
            #expect((0...1).contains(confidence))
            #expect(confidence >= last)
            last = confidence
        }
    }
}
