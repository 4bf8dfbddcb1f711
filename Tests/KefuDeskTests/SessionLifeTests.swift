import KefuDomain
import KefuRPC
import Support
import Synchronization
import Testing

@testable import KefuDesk

/// What time does to a session, with a clock that only moves when told.
@Suite struct SessionLifeTests {
    private final class Clock: Sendable {
        private let time = Mutex(Timestamp(seconds: 1_700_000_000))

        var now: Timestamp { time.withLock { $0 } }

        func pass(_ duration: Duration) { time.withLock { $0 = $0.adding(duration) } }
    }

    private final class Scene {
        let clock = Clock()
        let directory: TemporaryDirectory
        let desk: Desk

        init() throws {
            directory = try TemporaryDirectory()
            desk = try Desk(
                paths: DeskPaths(directory: directory.path), configuration: .defaults,
                language: .chinese, log: .silent, clock: { [clock] in clock.now })
            _ = try desk.add(AddEntry.Params(question: "7kW充电桩多少钱", answer: "一千二百八一台。"))
            _ = try desk.add(AddEntry.Params(question: "120kW充电桩多少钱", answer: "两万八。"))
        }

        deinit { desk.close() }

        func ask(_ question: String) throws -> Ask.Result {
            try desk.ask(Ask.Params(question: question, session: "s"))
        }
    }

    @Test(
        arguments: [
            (0, .active), (299, .active), (300, .idle), (899, .idle), (900, .dormant),
            (1799, .dormant),
        ] as [(Int, SessionState)])
    func aLivingSessionIsCompletedFrom(seconds: Int, state: SessionState) throws {
        let scene = try Scene()
        _ = try scene.ask("7kW充电桩多少钱")
        scene.clock.pass(.seconds(seconds))
        let answer = try scene.ask("那120kW的呢")
        #expect(answer.context?.sessionState == state)
        #expect(answer.context?.completed == "120kW 充电桩多少钱")
        #expect(answer.content == "两万八。")
        #expect((answer.context?.summary != nil) == state.isReturn)
    }

    @Test(arguments: [1800, 7200, 1_000_000])
    func anExpiredSessionIsNot(seconds: Int) throws {
        let scene = try Scene()
        _ = try scene.ask("7kW充电桩多少钱")
        scene.clock.pass(.seconds(seconds))
        let answer = try scene.ask("那120kW的呢")
        #expect(answer.context?.sessionState == .expired)
        #expect(answer.context?.completed == nil)
        #expect(answer.context?.entities.power == ["120kW"])
        #expect(answer.context?.summary == "之前聊到：“7kW充电桩多少钱”，答：一千二百八一台")
        scene.clock.pass(.seconds(1))
        let next = try scene.ask("120kW充电桩多少钱")
        #expect(next.context?.sessionState == .active)
        #expect(next.context?.summary == nil)
    }

    @Test func aSessionOfAnyLengthIsUnderstoodInTime() throws {
        let scene = try Scene()
        for _ in 0..<30 {
            _ = try scene.ask("7kW充电桩多少钱" + String(repeating: "啊", count: 2000))
            scene.clock.pass(.seconds(5))
        }
        let turns = try scene.desk.turns(in: "s")
        #expect(turns.count == 2 * Desk.rememberedAnswers)
        #expect(turns.allSatisfy { $0.text.unicodeScalars.count <= Turn.maxScalars })
        let question = Question("那120kW的呢", otherwise: .chinese)
        let clock = ContinuousClock()
        let rounds = 50
        let took = try clock.measure {
            for _ in 0..<rounds {
                _ = scene.desk.understood(
                    question, turns: try scene.desk.turns(in: "s"), now: scene.clock.now)
            }
        }
        print("understanding a full session: \(took / rounds) each")
        // Far above what it takes: only work that grows with the whole history comes near.
        #expect(took / rounds < .seconds(2))
    }
}
