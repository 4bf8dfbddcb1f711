import Foundation
import KefuDomain
import Support
import Testing

@testable import KefuRPC

@Test func namesThatClientsMakeUpAreCountedTogether() {
    let statistics = Statistics(methods: ["ask", "kb.add"])
    for number in 0..<1000 {
        statistics.record("no.such\(number)", took: 1000, isError: true, isLong: false)
    }
    statistics.record("ask", took: 2_000_000, isError: false, isLong: false)
    #expect(statistics.timings.map(\.method) == ["ask"])
    #expect(statistics.unknownMethods == 1000)
}

@Test func theLongestIsForgottenOnceItWasTold() {
    let statistics = Statistics(methods: ["ask", "kb.import"])
    statistics.record("ask", took: 7_000, isError: false, isLong: false)
    statistics.record("ask", took: 5_000, isError: false, isLong: false)
    // An import may take its time.
    statistics.record("kb.import", took: 9_000_000, isError: false, isLong: true)
    #expect(statistics.takeLongest() == 7_000)
    #expect(statistics.takeLongest() == 0)
    #expect(statistics.timings.map(\.count) == [2, 1])
}

/// Sockets that a service manager hands over.
struct InheritedListenerTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func socket(listening: Bool) throws -> Int32 {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let address = try SocketAddress(path: directory.file("s"))
        #expect(address.with { bind(descriptor, $0, $1) } == 0)
        if listening { #expect(listen(descriptor, 8) == 0) }
        return descriptor
    }

    @Test func oneThatListensIsTakenOverAndLeftToItsOwner() throws {
        let descriptor = try socket(listening: true)
        chmod(directory.file("s"), 0o666)
        let listener = try Listener(inherited: descriptor)
        #expect(listener.path == directory.file("s"))
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.file("s"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        listener.close()
        #expect(FileManager.default.fileExists(atPath: directory.file("s")))
    }

    @Test func whatDoesNotListenIsRefused() throws {
        let descriptor = try socket(listening: false)
        defer { close(descriptor) }
        #expect(throws: KefuError.self) { try Listener(inherited: descriptor) }
        #expect(throws: KefuError.self) { try Listener(inherited: STDERR_FILENO) }
        #expect(throws: KefuError.self) { try Listener(inherited: 999) }
    }
}
