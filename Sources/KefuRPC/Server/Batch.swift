import KefuDomain
import Synchronization

/// The answers to one batch, gathered until all are there.
final class Batch: Sendable {
    private let peer: Peer
    private let limit: Int
    private let state: Mutex<State>

    private struct State {
        var answers: [[UInt8]]
        var missing: Int
        var bytes = 0
    }

    /// - Parameters:
    ///   - count: members that get an answer.
    ///   - limit: bytes from which further results are replaced by an error.
    init(answers count: Int, to peer: Peer, limit: Int) {
        self.peer = peer
        self.limit = limit
        state = Mutex(State(answers: Array(repeating: [], count: count), missing: count))
    }

    /// Takes the answer of one member; sends all of them when it was the last.
    func fill(_ member: Int, with text: [UInt8], of id: RequestID) {
        let line = state.withLock { state -> [UInt8]? in
            let isTooLong = state.bytes + text.count > limit
            state.answers[member] =
                isTooLong
                ? Reply.failure(.batchAnswerTooLong, to: id, in: peer.language) : text
            state.bytes += state.answers[member].count
            state.missing -= 1
            return state.missing == 0 ? Self.joined(state.answers, bytes: state.bytes) : nil
        }
        if let line { peer.write(line) }
    }

    private static func joined(_ answers: [[UInt8]], bytes: Int) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(bytes + answers.count + 2)
        for answer in answers {
            line.append(line.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
            line.append(contentsOf: answer)
        }
        line.append(UInt8(ascii: "]"))
        return line
    }
}
