import Synchronization

/// What other threads have to tell the event loop.
final class Mailbox: Sendable {
    /// One message.
    enum Post: Sendable {
        /// A peer has room for requests again, or may be done.
        case attend(Int)
        /// The long line of a peer was taken apart; a fault ends the connection.
        case parsed(Int, WireFault?)
        /// Say that it is alive.
        case echo(Echo)
        /// Take no more connections and no more requests.
        case stop
        /// Send what waits, at most until then, and end.
        case finish(Nanoseconds)
    }

    private let posts = Mutex<[Post]>([])
    private let poller: Poller

    init(waking poller: Poller) {
        self.poller = poller
    }

    func post(_ post: Post) {
        let isFirst = posts.withLock { posts in
            posts.append(post)
            return posts.count == 1
        }
        if isFirst { poller.wake() }
    }

    func takeAll() -> [Post] {
        posts.withLock { posts in
            defer { posts = [] }
            return posts
        }
    }
}

/// A call to which the event loop answers when it gets round to it.
final class Echo: Sendable {
    private let state = Monitor(false)

    func answer() {
        state.withLock { $0 = true }
        state.signal(0)
    }

    /// Waits for the answer.
    func isHeard(until deadline: Nanoseconds) -> Bool {
        state.wait(for: 0, until: deadline) { $0 }
    }
}
