import Support
import Testing

@testable import KefuClient

@Suite struct LanesTests {
    private let start = ContinuousClock.now

    @Test func oneLaneGoesOneAfterAnother() {
        var lanes = Lanes()
        for number in 1...3 { lanes.append(number, to: "a") }
        for number in 1...3 {
            #expect(lanes.next(at: start)?.number == number)
            #expect(lanes.next(at: start) == nil)
            lanes.settle("a")
        }
        #expect(lanes.isEmpty)
        #expect(lanes.underWay == 0)
    }

    @Test func lanesGoBesideEachOther() {
        var lanes = Lanes()
        for (number, lane) in [(1, "a"), (2, "a"), (3, "b")] { lanes.append(number, to: lane) }
        #expect(lanes.next(at: start)?.number == 1)
        #expect(lanes.next(at: start)?.number == 3)
        #expect(lanes.next(at: start) == nil)
        #expect(lanes.underWay == 2)
        lanes.settle("a")
        #expect(lanes.next(at: start)?.number == 2)
    }

    @Test func whatIsPutOffRestsLongerEachTime() throws {
        var lanes = Lanes()
        lanes.append(1, to: "a")
        var now = start
        var waits: [Duration] = []
        for _ in 0..<4 {
            #expect(lanes.next(at: now)?.number == 1)
            lanes.postpone("a", from: now)
            #expect(lanes.next(at: now) == nil)
            let wake = try #require(lanes.wake)
            waits.append(wake - now)
            now = wake
        }
        #expect(waits == [200, 400, 800, 1600].map { .milliseconds($0) })
        #expect(lanes.failures(of: "a") == 4)
        #expect(lanes.next(at: now)?.number == 1)
        lanes.settle("a")
        #expect(lanes.wake == nil)
    }

    @Test func whatWasUnderWayIsSentAgain() {
        var lanes = Lanes()
        for (number, lane) in [(1, "a"), (2, "b"), (3, "b")] { lanes.append(number, to: lane) }
        _ = lanes.next(at: start)
        _ = lanes.next(at: start)
        lanes.recall()
        #expect(lanes.underWay == 0)
        let again = [lanes.next(at: start)?.number, lanes.next(at: start)?.number]
        #expect(Set(again) == [1, 2])
    }

    @Test func whatIsTakenOutIsNotSent() {
        var lanes = Lanes()
        for (number, lane) in [(1, "a"), (2, "a"), (3, "b")] { lanes.append(number, to: lane) }
        lanes.drop(2, from: "a")
        lanes.drop(3, from: "b")
        lanes.drop(9, from: "b")
        #expect(lanes.count == 1)
        #expect(lanes.next(at: start)?.number == 1)
        lanes.settle("a")
        #expect(lanes.isEmpty)
    }

    /// However answers come, each lane keeps its order and everything is sent once it is answered.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func keepsTheOrderWhateverComes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var lanes = Lanes()
        var (given, answered): ([String: [Int]], [String: [Int]]) = ([:], [:])
        var underWay: [(number: Int, lane: String)] = []
        var now = start
        var number = 0
        while number < 300 || !lanes.isEmpty {
            now += .milliseconds(50)
            switch Int.random(in: 0..<6, using: &random) {
            case 0...1 where number < 300:
                number += 1
                let lane = "l\(Int.random(in: 0..<7, using: &random))"
                given[lane, default: []].append(number)
                lanes.append(number, to: lane)
            case 2, 3: if let next = lanes.next(at: now) { underWay.append(next) }
            case 4 where !underWay.isEmpty:
                let done = underWay.remove(at: .random(in: underWay.indices, using: &random))
                if Int.random(in: 0..<4, using: &random) == 0 {
                    lanes.postpone(done.lane, from: now)
                } else {
                    answered[done.lane, default: []].append(done.number)
                    lanes.settle(done.lane)
                }
            case 5 where Int.random(in: 0..<10, using: &random) == 0:
                lanes.recall()
                underWay = []
            default: break
            }
            #expect(lanes.underWay == underWay.count)
        }
        #expect(answered == given)
    }
}
