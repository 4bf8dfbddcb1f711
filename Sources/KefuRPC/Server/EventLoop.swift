/// Accepts, reads, frames and hands out; one thread runs it and owns all that is in it.
struct EventLoop: ~Copyable {
    let listener: Listener
    let poller: Poller
    let mailbox: Mailbox
    let context: ServerContext
    let dispatcher: Dispatcher
    let longLines: LongLines

    var connections: [Int: Inbound] = [:]
    var lastPeer = 0
    /// Connections whose whole lines wait for their next turn.
    var behind: [Int] = []
    /// Connections whose input is thrown away until a deadline.
    var discarding: Set<Int> = []
    /// Bytes of unfinished lines on all connections.
    var unfinished = 0
    /// Accepting rests until then, because the system has no more descriptors.
    var acceptsFrom: Nanoseconds?
    var isStopping = false
    var finishBy: Nanoseconds?
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    /// The listening socket's token; peers count from 1.
    static let listenerToken: UInt64 = 0

    init(
        _ listener: Listener, poller: Poller, mailbox: Mailbox, context: ServerContext,
        dispatcher: Dispatcher, longLines: LongLines
    ) {
        self.listener = listener
        self.poller = poller
        self.mailbox = mailbox
        self.context = context
        self.dispatcher = dispatcher
        self.longLines = longLines
    }

    deinit {
        buffer.deallocate()
    }

    /// Runs until it was told to finish.
    mutating func run() {
        while !isFinished {
            for ready in poller.wait(milliseconds: behind.isEmpty ? patience : 0) { serve(ready) }
            for post in mailbox.takeAll() { serve(post) }
            catchUp()
            keepDeadlines()
        }
        for (_, inbound) in connections { inbound.peer.close() }
    }

    private var isFinished: Bool {
        guard let finishBy else { return false }
        return connections.isEmpty || monotonicNow() >= finishBy
    }

    /// Milliseconds until something is due; -1 when nothing is.
    private var patience: Int32 {
        finishBy != nil || acceptsFrom != nil || !discarding.isEmpty ? 20 : -1
    }

    private mutating func serve(_ ready: Poller.Ready) {
        if ready.token == Self.listenerToken { return accept() }
        guard let inbound = connections[Int(ready.token)] else { return }
        if ready.isWritable, inbound.peer.flush() {
            context.scheduler.resume(inbound.peer)
            drain(inbound)
        }
        if ready.isGone {
            readRest(inbound)
            close(inbound)
        } else {
            if ready.isReadable, !inbound.isBehind { read(inbound) }
            discard(inbound)
            closeIfDone(inbound)
        }
    }

    /// Gives each connection with lines left its next turn.
    private mutating func catchUp() {
        let ids = behind
        behind = []
        for id in ids {
            guard let inbound = connections[id] else { continue }
            inbound.isBehind = false
            drain(inbound)
            closeIfDone(inbound)
        }
    }

    private mutating func serve(_ post: Mailbox.Post) {
        switch post {
        case .attend(let id):
            guard let inbound = connections[id] else { return }
            drain(inbound)
            closeIfDone(inbound)
        case .parsed(let id, let fault):
            guard let inbound = connections[id] else { return }
            inbound.parsing = 0
            inbound.peer.release(.parsing)
            if let fault { fail(inbound, fault, awaitsLineBreak: false) } else { drain(inbound) }
            closeIfDone(inbound)
        case .echo(let echo): echo.answer()
        case .stop:
            isStopping = true
            poller.remove(listener.descriptor)
            listener.close()
            for inbound in Array(connections.values) {
                end(inbound)
                closeIfDone(inbound)
            }
        case .finish(let deadline):
            finishBy = deadline
            for inbound in Array(connections.values) { closeIfDone(inbound) }
        }
    }

    private mutating func keepDeadlines() {
        let now = monotonicNow()
        if let acceptsFrom, now >= acceptsFrom, !isStopping {
            self.acceptsFrom = nil
            watchListener(true)
        }
        for id in discarding {
            guard let inbound = connections[id], case .discarding(let until, _) = inbound.phase,
                now >= until
            else { continue }
            end(inbound)
            closeIfDone(inbound)
        }
    }
}
