import CSystem
import Glibc
import KefuDomain

/// Accepts, reads, frames and hands out; one thread runs it and owns all that is in it.
struct EventLoop: ~Copyable {
    private let listener: Listener
    private let poller: Poller
    private let mailbox: Mailbox
    private let context: ServerContext
    private let dispatcher: Dispatcher
    private let longLines: LongLines

    private var connections: [Int: Inbound] = [:]
    private var lastPeer = 0
    /// Connections whose whole lines wait for their next turn.
    private var behind: [Int] = []
    /// Connections whose input is thrown away until a deadline.
    private var discarding: Set<Int> = []
    /// Bytes of unfinished lines on all connections.
    private var unfinished = 0
    /// Accepting rests until then, because the system has no more descriptors.
    private var acceptsFrom: Nanoseconds?
    private var isStopping = false
    private var finishBy: Nanoseconds?
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

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

// MARK: - Connections

extension EventLoop {
    private mutating func accept() {
        // A burst of connections is taken in portions, so that others are served in between.
        for _ in 0..<64 {
            let socket = ksys_accept(listener.descriptor)
            if socket >= 0 {
                admit(socket)
            } else if errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS {
                context.log.write(.warning, "no descriptor left for another connection")
                acceptsFrom = monotonicNow() + 100_000_000
                return watchListener(false)
            } else if errno != EINTR, errno != ECONNABORTED {
                return
            }
        }
    }

    private func watchListener(_ isWatched: Bool) {
        poller.watch(
            listener.descriptor, token: Self.listenerToken, reading: isWatched, writing: false)
    }

    private mutating func admit(_ socket: Int32) {
        var user: UInt32 = 0
        guard ksys_peer_user(socket, &user) == 0, user == geteuid() else {
            return refuse(socket, .anotherUser)
        }
        guard connections.count < context.limits.connections, !isStopping else {
            return refuse(socket, .tooManyConnections)
        }
        lastPeer += 1
        let mailbox = mailbox
        let peer = Peer(
            id: lastPeer, socket: socket, poller: poller, limits: context.limits,
            language: context.router.language, attend: { mailbox.post(.attend($0)) })
        guard poller.add(socket, token: UInt64(lastPeer)) else {
            return refuse(socket, .tooManyConnections)
        }
        connections[lastPeer] = Inbound(peer)
        context.statistics.accepted()
    }

    /// Says why and closes.
    private func refuse(_ socket: Int32, _ fault: WireFault) {
        let text = Reply.fault(fault, to: .null, in: context.router.language)
        _ = OutputQueue.send(text + [0x0A], from: 0, to: socket)
        Glibc.close(socket)
        context.statistics.refused()
    }

    /// Reads no more of it; what it asked is still answered.
    private mutating func end(_ inbound: Inbound) {
        inbound.phase = .closing
        discarding.remove(inbound.peer.id)
        inbound.framer = LineFramer()
        recount(inbound)
        inbound.peer.hold(.ended)
    }

    private mutating func closeIfDone(_ inbound: Inbound) {
        if case .ended = inbound.phase, inbound.framer.pendingBytes == 0 { end(inbound) }
        guard case .closing = inbound.phase else { return }
        if inbound.peer.isDone(ignoringRequests: finishBy != nil) { close(inbound) }
    }

    private mutating func close(_ inbound: Inbound) {
        guard connections.removeValue(forKey: inbound.peer.id) != nil else { return }
        discarding.remove(inbound.peer.id)
        unfinished -= inbound.counted
        inbound.peer.close()
        context.scheduler.resume(inbound.peer)
        context.statistics.closed()
    }
}

// MARK: - Lines

extension EventLoop {
    /// Reads one portion, so that connections take turns.
    private mutating func read(_ inbound: Inbound) {
        guard let count = inbound.peer.read(into: buffer) else {
            // Nothing now: a peer whose broken line has ended is told so and let go.
            if case .discarding(_, false) = inbound.phase { end(inbound) }
            return
        }
        if count > 0 {
            take(UnsafeRawBufferPointer(rebasing: buffer[..<count]), inbound)
        } else {
            ended(inbound)
        }
    }

    /// Throws away what comes behind a broken line, as far as it is there already.
    private mutating func discard(_ inbound: Inbound) {
        // A bounded share: who sends on and on is not to keep the loop from others.
        for _ in 0..<16 {
            guard case .discarding = inbound.phase else { return }
            read(inbound)
        }
    }

    /// Takes in all that a peer had sent when it left.
    private mutating func readRest(_ inbound: Inbound) {
        inbound.peer.stopSending()
        while inbound.peer.isReading, let count = inbound.peer.read(into: buffer), count > 0 {
            take(UnsafeRawBufferPointer(rebasing: buffer[..<count]), inbound)
        }
        drain(inbound, most: Int.max)
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, _ inbound: Inbound) {
        switch inbound.phase {
        case .reading:
            inbound.framer.append(bytes)
            drain(inbound)
            let isOver = unfinished > context.limits.unfinishedBytes
            if isOver, inbound.framer.pendingBytes > buffer.count {
                fail(inbound, .tooMuchUnfinished, awaitsLineBreak: true)
            }
        case .discarding(let until, true) where bytes.contains(0x0A):
            inbound.phase = .discarding(until: until, awaitsLineBreak: false)
        case .discarding, .ended, .closing:
            return
        }
    }

    private mutating func ended(_ inbound: Inbound) {
        switch inbound.phase {
        case .reading:
            inbound.phase = .ended
            inbound.peer.hold(.ended)
            drain(inbound)
        case .discarding: end(inbound)
        case .ended, .closing: return
        }
    }

    /// Hands out the whole lines that are there, as long as the peer may have more under way.
    /// - Parameter most: lines in one turn; the rest waits for the next.
    private mutating func drain(_ inbound: Inbound, most: Int = 256) {
        defer { recount(inbound) }
        var count = 0
        while inbound.mayTakeLines {
            guard count < most else { return putBehind(inbound) }
            count += 1
            let isLast = inbound.isEnded
            guard let frame = isLast ? inbound.framer.finish() : inbound.framer.next() else {
                return
            }
            guard case .line(let line) = frame else {
                return fail(inbound, .lineTooLong, awaitsLineBreak: true)
            }
            if line.count > LongLines.threshold {
                inbound.parsing = line.count
                inbound.peer.hold(.parsing)
                longLines.add(line, of: inbound.peer)
            } else if let fault = dispatcher.take(line, from: inbound.peer) {
                return fail(inbound, fault, awaitsLineBreak: false)
            }
        }
    }

    private mutating func putBehind(_ inbound: Inbound) {
        guard !inbound.isBehind else { return }
        inbound.isBehind = true
        behind.append(inbound.peer.id)
    }

    private mutating func recount(_ inbound: Inbound) {
        let bytes = inbound.framer.pendingBytes + inbound.parsing
        unfinished += bytes - inbound.counted
        inbound.counted = bytes
    }

    /// Answers with an error after which the connection cannot go on.
    private mutating func fail(_ inbound: Inbound, _ fault: WireFault, awaitsLineBreak: Bool) {
        inbound.peer.write(Reply.fault(fault, to: .null, in: context.router.language))
        guard inbound.peer.isReading else { return end(inbound) }
        inbound.framer = LineFramer()
        recount(inbound)
        inbound.phase = .discarding(
            until: monotonicNow() + 2_000_000_000, awaitsLineBreak: awaitsLineBreak)
        discarding.insert(inbound.peer.id)
        discard(inbound)
    }
}

extension Inbound {
    fileprivate var isEnded: Bool {
        if case .ended = phase { return true }
        return false
    }

    /// Whether another line may be handed out.
    fileprivate var mayTakeLines: Bool {
        switch phase {
        case .reading: peer.isReading
        case .ended: peer.hasRoom
        case .discarding, .closing: false
        }
    }
}
