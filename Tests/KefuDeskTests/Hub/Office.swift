import Foundation
import KefuDomain
import KefuRPC
import KefuStore
import Support
import Synchronization

@testable import KefuDesk

/// A desk in this process whose clock the test sets; what it does by itself, the test has it do.
final class Office: Sendable {
    let desk: Desk
    let directory: TemporaryDirectory
    private let clock: HandClock
    private let count = Mutex(0)

    /// A Friday at 09:00 in the process's time zone.
    static let morning = day.time(minute: 9 * 60)
    static let day = CalendarDay(number: 20_261_120) ?? CalendarDay(days: 0)

    init(
        at start: Timestamp = Office.morning, _ configuration: String = "{}",
        in directory: TemporaryDirectory? = nil
    ) throws {
        let directory = try directory ?? TemporaryDirectory()
        self.directory = directory
        let clock = HandClock(start)
        self.clock = clock
        let path = try directory.write("config.json", configuration)
        desk = try Desk(
            paths: DeskPaths(directory: directory.path),
            configuration: try ConfigurationFile.load(path, isRequired: true), language: .english,
            log: .silent, clock: { clock.now })
    }

    deinit { desk.close() }

    /// The desk's present moment.
    var now: Timestamp {
        get { clock.now }
        set { clock.now = newValue }
    }

    /// Moves the clock, and has the desk do what fell due.
    @discardableResult
    func wait(minutes: Double) throws -> Duration {
        now = now.adding(.milliseconds(Int64(minutes * 60_000)))
        return try desk.tick(now: now)
    }

    /// A moment of the day.
    func time(_ hour: Int, _ minute: Int = 0, daysLater: Int = 0) -> Timestamp {
        Office.day.adding(days: daysLater).time(minute: hour * 60 + minute)
    }

    /// A message of a customer, or to them.
    @discardableResult
    func hear(
        _ text: String, from peer: String = "wx_1", by speaker: Speaker = .them,
        at: Timestamp? = nil, isReplay: Bool = false, chatID: String? = nil
    ) throws -> ReceiveMessage.Result {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return try desk.receive(
            ReceiveMessage.Params(
                channel: "wechat", peerID: peer, messageID: "m\(number)", text: text,
                chatID: chatID, speaker: speaker, timestamp: at ?? now, isReplay: isReplay))
    }

    func thread(_ id: String) throws -> ThreadView { try desk.thread(ThreadID(id: id)) }

    /// Makes a contact a customer.
    @discardableResult
    func promote(_ contact: String, _ name: String = "张三") throws -> PromoteContact.Result {
        try desk.promote(
            PromoteContact.Params(id: contact, customerName: name, region: "渝A", level: "VIP"))
    }
}

/// A clock that stands still until it is set.
private final class HandClock: Sendable {
    private let time: Mutex<Timestamp>

    init(_ time: Timestamp) {
        self.time = Mutex(time)
    }

    var now: Timestamp {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }
}

extension Office {
    /// The present day's figures.
    func today() throws -> DayMetrics {
        let date = CalendarDay(now).description
        let days = try desk.metrics(HubMetrics.Params(from: date, to: date)).days
        guard let today = days.first else { throw KefuError.notFound(.thread) }
        return today
    }

    /// A thread's texts, newest first.
    func texts(_ thread: String) throws -> [String?] {
        try desk.messages(ListMessages.Params(threadID: thread)).messages.map(\.text)
    }

    /// The files of the data directory that hold some words.
    func files(holding words: String) throws -> [String] {
        let wanted = Data(words.utf8)
        let names = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        return names.filter { name in
            let data = FileManager.default.contents(atPath: directory.file(name))
            return data?.range(of: wanted) != nil
        }
    }
}
