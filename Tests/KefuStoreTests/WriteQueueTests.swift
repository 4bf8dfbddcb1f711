import Foundation
import KefuDomain
import Synchronization
import Testing

@testable import KefuStore

private struct Refused: Error {}

/// Runs a body on several threads at once and waits for all.
private func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for number in 0..<count {
        group.enter()
        Thread.detachNewThread {
            body(number)
            group.leave()
        }
    }
    group.wait()
}

@Suite struct WriteQueueTests {
    @Test func writesThatShareACommitStayApart() throws {
        try withStore { store in
            let outcomes = Mutex<[String: Bool]>([:])
            onThreads(8) { worker in
                for number in 0..<50 {
                    let name = "\(worker)-\(number)"
                    let isRefused = number % 3 == 0
                    let value = try? store.writeTogether { connection in
                        try connection.setSetting(name, to: number)
                        if isRefused { throw Refused() }
                        return number
                    }
                    outcomes.withLock { $0[name] = value == number }
                }
            }
            let told = outcomes.withLock { $0 }
            #expect(told.count == 400)
            for (name, isStored) in told {
                let number = Int(name.split(separator: "-")[1]) ?? 0
                #expect(isStored == (number % 3 != 0), "\(name)")
                let kept = try store.read { try $0.setting(name, as: Int.self) }
                #expect(kept == (isStored ? number : nil), "\(name)")
            }
        }
    }

    @Test func aWriteSeesThoseBeforeIt() throws {
        try withStore { store in
            onThreads(8) { _ in
                for _ in 0..<40 {
                    _ = try? store.writeTogether { connection in
                        let count = try connection.setting("count", as: Int.self) ?? 0
                        try connection.setSetting("count", to: count + 1)
                    }
                }
            }
            let count = try store.read { try $0.setting("count", as: Int.self) }
            #expect(count == 320)
        }
    }

    @Test func aClosedStoreRefusesEveryWrite() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        store.close()
        let refused = Mutex(0)
        onThreads(4) { _ in
            do {
                try store.writeTogether { try $0.setSetting("a", to: 1) }
            } catch let error as KefuError where error.code == .cancelled {
                refused.withLock { $0 += 1 }
            } catch {}
        }
        #expect(refused.withLock { $0 } == 4)
    }
}
