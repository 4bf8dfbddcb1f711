import Testing

@testable import KefuSearch

struct PipelineTests {
    private struct Trouble: Error {}

    @Test func deliversInOrder() throws {
        var taken: [Int] = []
        try pipeline(depth: 3) { emit in
            for number in 0..<1000 { guard emit(number) else { return } }
        } consume: {
            taken.append($0)
        }
        #expect(taken == Array(0..<1000))
    }

    @Test func throwsWhatTheProducerThrewAfterWhatItMade() {
        var taken: [Int] = []
        #expect(throws: Trouble.self) {
            try pipeline(depth: 3) { emit in
                _ = emit(1)
                throw Trouble()
            } consume: {
                taken.append($0)
            }
        }
        #expect(taken == [1])
    }

    @Test func endsTheProducerWhenTheConsumerThrows() {
        let emitted = Monitor(0)
        #expect(throws: Trouble.self) {
            try pipeline(depth: 2) { emit in
                while emit(0) { emitted.withLock { $0 += 1 } }
            } consume: { _ in
                throw Trouble()
            }
        }
        #expect(emitted.withLock { $0 } < 10)
    }
}
