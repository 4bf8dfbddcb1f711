import FoundationEssentials
import Glibc
import KefuDomain

/// Deliveries that wait for the daemon, kept encrypted on the disk, the oldest first.
///
/// Each is one record of the log, on the disk before `add` returns; what was answered is one more
/// record that names it. A log that holds mostly what was answered is written anew in one step.
final class MessageQueue {
    private let folder: QueueFolder
    private let lock: QueueLock
    private let sealer: Sealer
    private var log: SealedLog
    private var waiting: [Int: Waiting] = [:]
    private var numbers: [[String]: Int] = [:]
    /// Bytes of the log's records that nobody needs any more.
    private var deadBytes = 0
    /// Higher than that of any delivery so far.
    private(set) var nextNumber = 1
    /// Bytes that could not be read when the queue was opened.
    private(set) var damagedBytes = 0

    private struct Waiting {
        let place: SealedLog.Place
        let lane: String
        let identity: [String]
    }

    /// Below this, what nobody needs may stay until the queue is empty.
    private static let patience = 1 << 20

    /// Opens the queue of a folder, which it makes where it is missing.
    /// - Throws: `ErrorCode.locked` while another process has it; `.unreadable` when it cannot be
    ///   read: then nothing in it was touched.
    init(_ folder: QueueFolder) throws {
        self.folder = folder
        try folder.make()
        lock = try folder.take()
        sealer = try folder.sealer()
        guard access(folder.log, F_OK) == 0 else {
            log = try SealedLog.make(folder.log, sealer: sealer)
            return
        }
        var records: [(SealedLog.Place, Record)] = []
        (log, damagedBytes) = try SealedLog.open(folder.log, sealer: sealer) {
            if let record = Record($1) { records.append(($0, record)) }
        }
        for (place, record) in records { take(record, at: place) }
        if deadBytes > 0 || damagedBytes > 0 { try compact() }
    }

    var count: Int { waiting.count }
    var isEmpty: Bool { waiting.isEmpty }

    /// What waits, oldest first, with its conversation.
    var order: [(number: Int, lane: String)] {
        waiting.sorted { $0.key < $1.key }.map { ($0.key, $0.value.lane) }
    }

    func contains(_ number: Int) -> Bool { waiting[number] != nil }

    /// Whether the same is waiting already.
    func contains(_ delivery: Delivery) -> Bool { numbers[delivery.identity] != nil }

    /// A number that no delivery has.
    func takeNumber() -> Int {
        nextNumber += 1
        return nextNumber - 1
    }

    /// Keeps a delivery; when this returns, it outlives a power cut.
    /// - Parameter number: from `takeNumber`, and higher than that of all that wait in its lane.
    /// - Returns: whether it was new: of two that say the same, the first is kept.
    /// - Throws: `ErrorCode.unreadable`; it is not kept then.
    func add(_ delivery: Delivery, as number: Int) throws -> Bool {
        guard numbers[delivery.identity] == nil else { return false }
        let record = Record.waiting(number, delivery)
        let place = try log.append(record.bytes)
        take(record, at: place)
        return true
    }

    /// A delivery that waits; `nil` for a number that none has.
    /// - Throws: `ErrorCode.unreadable` when the disk no longer gives it back.
    func delivery(_ number: Int) throws -> Delivery? {
        guard let found = waiting[number] else { return nil }
        guard case .waiting(_, let delivery)? = Record(try log.content(at: found.place)) else {
            throw KefuError.queueDamaged(folder.log)
        }
        return delivery
    }

    /// Forgets a delivery that was answered.
    ///
    /// Should a power cut forget this instead, it is sent again, and the daemon knows it.
    func remove(_ number: Int) throws {
        guard waiting[number] != nil else { return }
        let record = Record.answered(number)
        take(record, at: try log.append(record.bytes, isDurable: false))
        let isWorthIt = waiting.isEmpty || (deadBytes > Self.patience && deadBytes > log.end / 2)
        if isWorthIt { try compact() }
    }

    private func take(_ record: Record, at place: SealedLog.Place) {
        switch record {
        case .waiting(let number, let delivery):
            waiting[number] = Waiting(
                place: place, lane: delivery.lane, identity: delivery.identity)
            numbers[delivery.identity] = number
            nextNumber = max(nextNumber, number + 1)
        case .answered(let number):
            deadBytes += place.bytes
            guard let gone = waiting.removeValue(forKey: number) else { return }
            deadBytes += gone.place.bytes
            numbers[gone.identity] = nil
        }
    }

    /// Writes the log anew with what waits, beside the old one, and then in its place.
    private func compact() throws {
        let beside = folder.log + ".compact"
        var fresh = try SealedLog.make(beside, sealer: sealer)
        var places: [Int: SealedLog.Place] = [:]
        for (number, _) in order {
            guard let found = waiting[number] else { continue }
            places[number] = try fresh.append(
                try log.content(at: found.place), isDurable: false)
        }
        try fresh.moveInto(folder.log)
        log = fresh
        deadBytes = 0
        for (number, place) in places {
            guard let found = waiting[number] else { continue }
            waiting[number] = Waiting(place: place, lane: found.lane, identity: found.identity)
        }
    }
}

/// What one record of the log says.
private enum Record {
    case waiting(Int, Delivery)
    case answered(Int)

    private static let waitingMark: UInt8 = 1
    private static let answeredMark: UInt8 = 2

    init?(_ bytes: [UInt8]) {
        guard let mark = bytes.first, bytes.count >= 9 else { return nil }
        let number = bytes[1..<9].reversed().reduce(0) { $0 << 8 | Int($1) }
        switch mark {
        case Self.waitingMark:
            let json = Data(bytes[9...])
            guard let delivery = try? JSONDecoder().decode(Delivery.self, from: json) else {
                return nil
            }
            self = .waiting(number, delivery)
        case Self.answeredMark: self = .answered(number)
        default: return nil
        }
    }

    var bytes: [UInt8] {
        switch self {
        case .waiting(let number, let delivery):
            [Self.waitingMark] + Self.bytes(of: number) + Array(JSONText.compact(delivery).utf8)
        case .answered(let number): [Self.answeredMark] + Self.bytes(of: number)
        }
    }

    private static func bytes(of number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt64(number).littleEndian) { Array($0) }
    }
}
