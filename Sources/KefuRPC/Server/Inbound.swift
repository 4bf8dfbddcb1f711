/// The receiving side of one connection; the event loop's thread alone touches it.
final class Inbound {
    let peer: Peer
    var framer = LineFramer()
    var phase = Phase.reading
    /// The length of its line that is being taken apart elsewhere.
    var parsing = 0
    /// Whether whole lines wait for the connection's next turn.
    var isBehind = false
    /// Its share in the loop's count of unfinished bytes.
    var counted = 0

    enum Phase {
        case reading
        /// The stream has ended; its last lines may still be waiting in the framer.
        case ended
        /// It sent what cannot be read on from: the rest is thrown away, so that the error arrives,
        /// until its line has ended and nothing more comes, or until the deadline.
        case discarding(until: Nanoseconds, awaitsLineBreak: Bool)
        /// Nothing more is read.
        case closing
    }

    init(_ peer: Peer) {
        self.peer = peer
    }
}
