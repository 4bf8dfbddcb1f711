import KefuDomain
import Testing

@Suite struct TakenBackTests {
    private func entry(
        _ question: String = "q", _ answer: String = "a", _ variants: [String] = [],
        _ negatives: [String] = [], status: EntryStatus = .active
    ) -> Entry {
        Entry(
            id: "e1", question: question, answer: answer, variants: variants,
            negatives: negatives, status: status, source: .manual,
            createdAt: Timestamp(seconds: 0), updatedAt: Timestamp(seconds: 0))
    }

    @Test func anUntouchedChangeIsTakenBackWhole() {
        let (before, after) = (entry("q", "a", ["x", "y"]), entry("q", "b", ["x", "y", "z"]))
        let taken = after.takingBack(from: before, to: after)
        #expect(taken.isWhole)
        #expect(taken.entry == before)
    }

    @Test func whatElseWasChangedStays() {
        let (before, after) = (entry("q", "a", ["x", "y"]), entry("q", "a", ["y", "z"]))
        var present = after
        (present.answer, present.variants) = ("c", ["n", "y", "z", "m"])
        let taken = present.takingBack(from: before, to: after)
        #expect(taken.isWhole)
        #expect(taken.entry.answer == "c")
        #expect(taken.entry.variants == ["x", "n", "y", "m"])
    }

    @Test func aMemberThatSomebodyChangedSinceIsAConflict() {
        let (before, after) = (entry("q", "a"), entry("q", "b"))
        var present = after
        present.answer = "c"
        let taken = present.takingBack(from: before, to: after)
        #expect(!taken.isWhole)
        #expect(taken.entry.answer == "c")
        present.answer = "a"
        #expect(present.takingBack(from: before, to: after).isWhole)
    }

    @Test func aWordingThatSomebodyTookAwayIsNoConflict() {
        let (before, after) = (entry(), entry("q", "a", ["x"]))
        let taken = before.takingBack(from: before, to: after)
        #expect(taken.isWhole && taken.entry == before)
    }
}
