import CSystem
import Glibc
import KefuDomain

/// Connections come, are refused, end and go.
extension EventLoop {
    mutating func accept() {
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

    func watchListener(_ isWatched: Bool) {
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
    mutating func end(_ inbound: Inbound) {
        inbound.phase = .closing
        discarding.remove(inbound.peer.id)
        inbound.framer = LineFramer()
        recount(inbound)
        inbound.peer.hold(.ended)
    }

    mutating func closeIfDone(_ inbound: Inbound) {
        if case .ended = inbound.phase, inbound.framer.pendingBytes == 0 { end(inbound) }
        guard case .closing = inbound.phase else { return }
        if inbound.peer.isDone(ignoringRequests: finishBy != nil) { close(inbound) }
    }

    mutating func close(_ inbound: Inbound) {
        guard connections.removeValue(forKey: inbound.peer.id) != nil else { return }
        discarding.remove(inbound.peer.id)
        unfinished -= inbound.counted
        inbound.peer.close()
        context.scheduler.resume(inbound.peer)
        context.statistics.closed()
    }
}
