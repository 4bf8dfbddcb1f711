import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

struct CalibrationViewTests {
    private let step = ReliabilityStep(predicted: 0.9, observed: 0.8, count: 20)

    private func report(verdicts: Int) -> CalibrationReport {
        CalibrationReport(
            state: .settled,
            examination: ExaminationReport(
                at: Timestamp(seconds: 0), questions: 20, right: 16, bins: [step],
                stolen: [StolenQuestion(entry: "e3", by: "e12", count: 2)], unfound: ["e7", "e9"]),
            verdicts: VerdictsReport(
                count: verdicts, needed: 50, isInForce: verdicts >= 50,
                bins: verdicts > 0 ? [step] : []))
    }

    private var nothing: CalibrationReport {
        CalibrationReport(
            state: .running, examination: nil,
            verdicts: VerdictsReport(count: 0, needed: 50, isInForce: false, bins: []))
    }

    @Test func bothLayersAreShown() {
        let look = Look.plain(.english)
        let table = ReliabilityView.lines(
            [ReliabilityBin(predicted: 0.9, observed: 0.8, count: 20)], look, indent: 2)
        #expect(
            CalibrationView.lines(report(verdicts: 60), look) == [
                "calibration: settled",
                "what the base found out about itself, 1970-01-01 00:00",
                "  20 questions asked of itself, 16 of them answered right",
            ] + table + [
                "entries whose questions find another entry", "  e3  →  e12  2",
                "entries that their own question, reworded, does not find", "  e7 e9",
                "what verdicts taught", "  60 verdicts, 50 are needed: in force",
            ] + table)
    }

    @Test func chineseIsChinese() {
        let lines = CalibrationView.lines(report(verdicts: 1), .plain(.chinese))
        #expect(lines.first == "校准：稳定")
        #expect(lines.contains("  自问 20 个问题，其中 16 个答对"))
        #expect(lines.contains("  1 个评价，需要 50 个：未生效"))
        let rest = lines.filter { !$0.contains("e3") && !$0.contains("e7") }
        #expect(!rest.joined().contains { $0.isASCII && $0.isLetter })
    }

    @Test(arguments: [Language.english, .chinese])
    func aBaseThatKnowsNothingOfItselfSaysSo(language: Language) {
        let look = Look.plain(language)
        let lines = CalibrationView.lines(nothing, look)
        #expect(lines.contains(look.say(.calibrationNotYet)))
        #expect(!lines.contains { $0.contains("┃") })
        #expect(lines.last?.hasSuffix(look.say(.calibrationNotInForce)) == true)
    }
}
