/// Bytes become lines, and lines go to whoever serves them.
extension EventLoop {
    /// Reads one portion, so that connections take turns.
    mutating func read(_ inbound: Inbound) {
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
    mutating func discard(_ inbound: Inbound) {
        // A bounded share: who sends on and on is not to keep the loop from others.
        for _ in 0..<16 {
            guard case .discarding = inbound.phase else { return }
            read(inbound)
        }
    }

    /// Takes in all that a peer had sent when it left.
    mutating func readRest(_ inbound: Inbound) {
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
    mutating func drain(_ inbound: Inbound, most: Int = 256) {
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

    mutating func recount(_ inbound: Inbound) {
        let bytes = inbound.framer.pendingBytes + inbound.parsing
        unfinished += bytes - inbound.counted
        inbound.counted = bytes
    }

    /// Answers with an error after which the connection cannot go on.
    mutating func fail(_ inbound: Inbound, _ fault: WireFault, awaitsLineBreak: Bool) {
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
