import KefuDomain
import Synchronization
import Testing

@testable import KefuRPC

private func router(log: Log = .silent, language: Language = .english) -> Router {
    Router(toyRoutes, host: ToyBox(), language: language, log: log)
}

@Test func answersWithoutASocket() {
    let router = router()
    #expect(
        router.answer(#"{"jsonrpc":"2.0","id":1,"method":"toy.ping"}"#)
            == #"{"jsonrpc":"2.0","id":1,"result":{"value":"pong"}}"#)
    #expect(router.answer(#"{"jsonrpc":"2.0","method":"toy.ping"}"#) == nil)
    #expect(router.answer("[]")?.contains("-32600") == true)
    let batch = router.answer(
        #"[{"jsonrpc":"2.0","id":1,"method":"toy.ping"},{"jsonrpc":"2.0","method":"toy.ping"}]"#)
    #expect(batch == #"[{"jsonrpc":"2.0","id":1,"result":{"value":"pong"}}]"#)
}

@Test func describesItself() {
    let answer = router().answer(#"{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}"#)
    #expect(answer?.contains(#""result":{"openrpc":"1.3.2""#) == true)
}

@Test func speaksTheOperatorsLanguage() {
    let answer = router(language: .chinese).answer(#"{"jsonrpc":"2.0","id":1,"method":"toy.x"}"#)
    #expect(answer?.contains("没有这个方法") == true)
}

@Test func aFaultIsLoggedUnderTheIDThatTheAnswerCarries() throws {
    let lines = Mutex<[String]>([])
    let log = Log(threshold: .error) { _, text in lines.withLock { $0.append(text) } }
    let answer = try #require(
        router(log: log).answer(#"{"jsonrpc":"2.0","id":1,"method":"toy.fail"}"#))
    let id = try #require(answer.firstMatch(of: /"id":"(x[0-9a-f]+)"/)?.1)
    #expect(lines.withLock { $0 } == ["fault \(id) in toy.fail: Accident"])
}

@Test func quantilesAreReadFromTheHistogram() {
    var histogram = Histogram()
    for milliseconds in 1...1000 { histogram.add(Int64(milliseconds) * 1_000_000, isError: false) }
    let timing = histogram.timing(of: "m")
    #expect((500...640).contains(timing.median))
    #expect((950...1000).contains(timing.p95))
    #expect(timing.max == 1000 && timing.count == 1000)
    var extremes = Histogram()
    for duration in [-1, 0, 1, 1023, 1024, Int64.max] { extremes.add(duration, isError: true) }
    #expect(extremes.timing(of: "m").errors == 6)
}
