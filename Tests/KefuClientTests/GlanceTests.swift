import Glibc
import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuClient

/// A socket on which connections are taken and nothing is ever answered.
private final class SilentSocket {
    let path: String
    private let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)

    init(in directory: TemporaryDirectory) throws {
        path = directory.file("kefu.sock")
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(status == 0 && listen(descriptor, 4) == 0)
    }

    deinit { close(descriptor) }
}

@Test func aBusyDaemonDoesNotHoldThePromptBack() throws {
    let directory = try TemporaryDirectory()
    let silent = try SilentSocket(in: directory)
    let places = Places(
        GlobalOptions(data: directory.path, socket: silent.path), environment: [:], directory: "/")
    let link = Link(
        places: places, mayStart: false, environment: [:], output: Output(language: .english))
    let counters = Counters()
    // Before anything was asked there is no connection, and none is made for the prompt.
    #expect(counters.prompt(link) == .prompt)
    #expect(link.current == nil)
    try #require(link.reach())
    let time = try ContinuousClock().measure {
        for _ in 0..<10 { try #require(counters.prompt(link) == .prompt) }
    }
    #expect(time < .milliseconds(500))
}
