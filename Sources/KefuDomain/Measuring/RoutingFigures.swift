/// What some thresholds do with many questions.
public struct RoutingFigures: Sendable, Hashable {
    /// What became of one action.
    public struct Part: Sendable, Hashable {
        /// Questions that it was taken for.
        public var count = 0
        /// Those of them of which it is known whether it was right.
        public var judged = 0
        /// Those of them for which it was.
        public var right = 0

        public init(count: Int = 0, judged: Int = 0, right: Int = 0) {
            self.count = count
            self.judged = judged
            self.right = right
        }

        /// Share of the judged that was right; `nil` where none was judged.
        public var precision: Double? {
            judged > 0 ? Double(right) / Double(judged) : nil
        }

        fileprivate mutating func add(_ isRight: Bool?) {
            count += 1
            judged += isRight == nil ? 0 : 1
            right += isRight == true ? 1 : 0
        }
    }

    public let thresholds: Thresholds
    /// Right where the answer is.
    public private(set) var replied = Part()
    /// Right where the answer is among the choices.
    public private(set) var clarified = Part()
    /// Right where nothing in the base would have been the answer.
    public private(set) var handedOver = Part()
    /// Questions that nothing in the base answers.
    public private(set) var unanswerable = 0
    /// Those of them that were answered all the same.
    public private(set) var unanswerableReplied = 0

    public init(_ trials: [Trial], under thresholds: Thresholds) {
        self.thresholds = thresholds
        for trial in trials {
            let action = trial.action(under: thresholds)
            switch action {
            case .reply: replied.add(trial.isRight)
            case .clarify: clarified.add(trial.isAmongChoices)
            case .handoff: handedOver.add(trial.isAnswerable.map { !$0 })
            }
            if trial.isAnswerable == false {
                unanswerable += 1
                unanswerableReplied += action == .reply ? 1 : 0
            }
        }
    }

    /// All questions.
    public var count: Int { replied.count + clarified.count + handedOver.count }

    /// A part as a share of all, 0...1; `nil` where there are none.
    public func share(of part: Part) -> Double? {
        count > 0 ? Double(part.count) / Double(count) : nil
    }

    /// Share of the unanswerable questions that was answered; `nil` where there are none.
    public var unanswerableShare: Double? {
        unanswerable > 0 ? Double(unanswerableReplied) / Double(unanswerable) : nil
    }
}
