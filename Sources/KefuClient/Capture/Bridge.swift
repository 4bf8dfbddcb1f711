import KefuDomain
import KefuRPC

/// Decides what becomes of every line in and of every answer; knows neither socket nor clock.
///
/// A line goes to the daemon from memory as long as the daemon answers. It is queued, on the disk,
/// when the daemon is away or puts it off, or while earlier ones of its conversation are queued.
/// Every line in has its line out by then, and what was queued another one once it is answered;
/// only after that does it leave the queue.
final class Bridge {
    /// How messages are treated.
    struct Options: Sendable {
        /// Every message is history.
        var isReplay = false
        /// How long replies are held; at once where absent.
        var delay: HumanDelay?
        /// What a customer says within this time belongs together.
        var burst = Duration.seconds(3)
    }

    private let queue: MessageQueue
    private let language: Language
    private let show: (String) throws -> Void
    var options: Options
    private var lanes = Lanes()
    /// What was read, goes to the daemon, and has no line out yet.
    private var memory: [Int: Delivery] = [:]
    private var held = HeldReplies()
    private var answers = AnswerBook()
    private(set) var isConnected = false
    /// How many lines the daemon answered for good.
    private(set) var processed = 0
    /// What the capture program said last of the account it watches.
    private(set) var isOnline: Bool?
    private let chance: () -> Double

    /// So many requests are under way at once.
    private static let window = 16
    /// So many lines are in memory; further ones are not read before.
    private static let room = 64

    /// - Parameters:
    ///   - show: writes one line out; what it throws goes through.
    ///   - chance: a number from 0 to 1, anew each time.
    init(
        queue: MessageQueue, options: Options, language: Language,
        chance: @escaping () -> Double = { .random(in: 0...1) },
        show: @escaping (String) throws -> Void
    ) {
        self.queue = queue
        self.options = options
        self.language = language
        self.chance = chance
        self.show = show
        for (number, lane) in queue.order { lanes.append(number, to: lane) }
    }

    /// Whether another line may be taken.
    var hasRoom: Bool { memory.count < Self.room }
    var queued: Int { queue.count }
    var isIdle: Bool { lanes.isEmpty && held.isEmpty }
    var holdsReplies: Bool { !held.isEmpty }
    var isAwaiting: Bool { lanes.underWay > 0 }

    /// When something is to be done, though nothing came.
    func wake(after now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        [isConnected ? lanes.wake : nil, held.nextDue(after: now)].compactMap(\.self).min()
    }
}

// MARK: - Lines in

extension Bridge {
    /// Takes a line of input.
    /// - Throws: what `show` throws.
    func take(_ line: InputLines.Line, at time: Timestamp) throws {
        switch line {
        case .tooLong(let number):
            try refuse(KefuError.lineTooLong, line: number, labels: [])
        case .text(let bytes, let number):
            let parsed: CaptureLine
            do {
                parsed = try CaptureLine.parse(bytes, isReplay: options.isReplay, now: time)
            } catch {
                return try refuse(error, line: number, labels: CaptureLine.labels(of: bytes))
            }
            switch parsed {
            case .delivery(let delivery): try accept(located(delivery))
            case .online(let isOnline):
                self.isOnline = isOnline
                try show(Receipt.online(isOnline))
            }
        }
    }

    private func accept(_ delivery: Delivery) throws {
        if queue.contains(delivery) { return try show(Receipt.queued(delivery)) }
        let number = queue.takeNumber()
        let isBehindQueued = lanes.first(of: delivery.lane).map(queue.contains) ?? false
        if isConnected, !isBehindQueued {
            memory[number] = delivery
        } else {
            do {
                _ = try queue.add(delivery, as: number)
            } catch {
                return try show(
                    Receipt.failure(
                        Failure(error, language).json, of: delivery, wasQueued: false))
            }
        }
        lanes.append(number, to: delivery.lane)
        if memory[number] == nil { try show(Receipt.queued(delivery)) }
    }

    private func refuse(
        _ error: any Error, line: Int, labels: [(name: String, value: String)]
    ) throws {
        try show(Receipt.refusal(Failure(error, language).json, line: line, labels: labels))
    }

    /// The same delivery in its conversation, where that is known.
    private func located(_ delivery: Delivery) -> Delivery {
        guard delivery.lane.isEmpty, let id = delivery.labels.answerID else { return delivery }
        let origin = answers[id] ?? AnswerBook.Origin(lane: "sent:\(id)", channel: nil)
        return delivery.moved(to: origin)
    }
}

// MARK: - The daemon

extension Bridge {
    /// The daemon answers.
    func connected() {
        isConnected = true
    }

    /// The daemon is gone, or about to be let go: all that it has not answered goes into the queue.
    /// - Throws: what `show` throws; everything is in the queue all the same.
    func lost() throws {
        isConnected = false
        lanes.recall()
        try store(memory.keys.sorted())
    }

    /// The next request to send, `nil` for none now.
    /// - Throws: `ErrorCode.unreadable` where the queue no longer gives it back.
    func next(at now: ContinuousClock.Instant) throws -> (number: Int, delivery: Delivery)? {
        guard isConnected, lanes.underWay < Self.window, let (number, _) = lanes.next(at: now)
        else { return nil }
        return try delivery(number).map { (number, $0) }
    }

    /// Takes the daemon's answer to one delivery.
    /// - Throws: what `show` throws; `ErrorCode.unreadable` where the queue fails.
    func settle(
        _ number: Int, _ result: Swift.Result<String, RemoteError>,
        at now: ContinuousClock.Instant
    ) throws {
        guard let delivery = try delivery(number) else { return }
        switch result {
        case .success(let json): try answer(number, delivery, Answered(json), now)
        case .failure(let error):
            let failures = lanes.failures(of: delivery.lane)
            switch DeliveryVerdict.of(error, on: delivery.method, failures: failures) {
            case .refused:
                lanes.settle(delivery.lane)
                try show(
                    Receipt.failure(
                        error.json, of: delivery, wasQueued: queue.contains(number)))
                try finish(number)
            case .later:
                lanes.postpone(delivery.lane, from: now)
                try store(lanes.numbers(of: delivery.lane))
            }
        }
    }

    private func answer(
        _ number: Int, _ delivery: Delivery, _ answer: Answered, _ now: ContinuousClock.Instant
    ) throws {
        lanes.settle(delivery.lane)
        if let id = answer.answerID, delivery.labels.answerID == nil {
            answers.note(
                id, AnswerBook.Origin(lane: delivery.lane, channel: delivery.labels.channel))
        }
        for gone in held.take(supersededBy: answer) {
            try show(
                Receipt.superseded(
                    gone.delivery, answer: gone.answer.answerID ?? "", wasQueued: gone.wasQueued))
            try finish(gone.number)
        }
        let wasQueued = queue.contains(number)
        guard let delay = options.delay, !answer.content.isEmpty else {
            try show(Receipt.result(answer, of: delivery, wasQueued: wasQueued))
            return try finish(number)
        }
        let wait = delay.duration(
            read: delivery.weight, typed: HumanDelay.weight(of: answer.content), chance: chance())
        held.hold(
            number, delivery, answer, wasQueued: wasQueued, until: now + max(wait, options.burst))
        memory[number] = nil
    }

    private func delivery(_ number: Int) throws -> Delivery? {
        try memory[number] ?? queue.delivery(number)
    }

    private func finish(_ number: Int) throws {
        processed += 1
        memory[number] = nil
        try queue.remove(number)
    }

    /// Puts what is in memory only into the queue; where the disk refuses it, it stays in memory.
    private func store(_ numbers: [Int]) throws {
        var lost: (any Error)?
        for number in numbers {
            guard let delivery = memory[number] else { continue }
            guard let isNew = try? queue.add(delivery, as: number) else { continue }
            memory[number] = nil
            // The same is queued before it: one answer will do for both.
            if !isNew { lanes.drop(number, from: delivery.lane) }
            do {
                if lost == nil { try show(Receipt.queued(delivery)) }
            } catch {
                lost = error
            }
        }
        if let lost { throw lost }
    }
}

// MARK: - Held replies

extension Bridge {
    /// Tells the replies whose time has come.
    /// - Throws: what `show` throws; `ErrorCode.unreadable` where the queue fails.
    func release(at now: ContinuousClock.Instant) throws {
        let due = held.take(dueAt: now) { lane in isConnected && !lanes.isEmpty(lane) }
        try tell(due)
    }

    /// Tells all replies that are still held.
    func releaseAll() throws { try tell(held.takeAll()) }

    private func tell(_ replies: [HeldReplies.Held]) throws {
        for reply in replies {
            try show(Receipt.result(reply.answer, of: reply.delivery, wasQueued: reply.wasQueued))
            try finish(reply.number)
        }
    }
}
