import Glibc
import KefuDomain
import KefuRPC

/// The live view: follows the events and shows each as a line, until Ctrl-C.
///
/// When the daemon goes away it waits until one answers again, and goes on after the last event
/// that it saw.
final class Watch {
    private let console: Console
    private let topics: [EventTopic]?
    /// The number of the last event that was seen.
    private var seen: Int?

    init(_ console: Console, topics: [EventTopic]) {
        self.console = console
        self.topics = topics.isEmpty ? nil : topics
    }

    /// Runs until Ctrl-C.
    func run() throws {
        var connection = try subscribe(console.link.another())
        console.output.note(.watching)
        while !console.link.shouldCancel() {
            do {
                if let note = try connection.nextNotification(timeout: .milliseconds(200)) {
                    show(note)
                }
            } catch let error as KefuError where error.code == .noDaemon {
                console.output.note(.watchLost)
                guard let again = reconnected() else { return }
                connection = again
                console.output.note(.watchBack)
            }
        }
    }

    private func subscribe(_ connection: Connection) throws -> Connection {
        let params = SubscribeEvents.Params(topics: topics, since: seen)
        let answer = try connection.call(SubscribeEvents.self, params, timeout: .seconds(20))
        if seen == nil { seen = answer.seq }
        return connection
    }

    /// A connection to whatever daemon answers next; `nil` after Ctrl-C. None is started: it may
    /// have been stopped on purpose.
    private func reconnected() -> Connection? {
        while !console.link.shouldCancel() {
            if let connection = try? Connection(path: console.link.places.socket),
                let subscribed = try? subscribe(connection)
            {
                return subscribed
            }
            usleep(200_000)
        }
        return nil
    }

    private func show(_ note: IncomingNotification) {
        if console.wantsJSON { console.output.show([note.params]) }
        if let event = note.params(of: Event.self) {
            seen = event.seq
            guard !console.wantsJSON else { return }
            let line = EventLine.text(
                event, thread: thread(of: event), console.output.look, now: Moment.now)
            console.output.show([line])
        } else if let lost = note.params(of: EventLost.self) {
            seen = lost.to
            // Numbers leap when a daemon starts: the distance then counts no events.
            let count = lost.to - lost.from + 1
            console.output.note(count < 1 << 20 ? .eventsLost(count) : .someEventsLost)
        }
    }

    private func thread(of event: Event.Params) -> ThreadView? {
        guard let id = event.data["thread_id"]?.plain else { return nil }
        return try? console.call(GetThread.self, ThreadID(id: id))
    }
}

extension Command {
    static let watch = Command(
        name: "watch", options: [.topic], methods: [SubscribeEvents.self], help: .helpWatch
    ) { invocation, console in
        let topics = invocation.values(.topic).compactMap(EventTopic.init(rawValue:))
        try console.interruptibly { try Watch(console, topics: topics).run() }
        if console.scope == .shell { throw Reported(status: 130) }
    }
}
