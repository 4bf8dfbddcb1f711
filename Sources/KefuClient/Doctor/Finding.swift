import KefuDomain

/// What one check of `kefu doctor` came to.
struct CheckOutcome {
    /// How bad it is.
    enum Level: String { case ok, warning, problem }

    let level: Level
    let what: Phrase
    /// What to do about it.
    var hint: Phrase?

    static func ok(_ what: Phrase) -> CheckOutcome { CheckOutcome(level: .ok, what: what) }

    static func warning(_ what: Phrase, _ hint: Phrase?) -> CheckOutcome {
        CheckOutcome(level: .warning, what: what, hint: hint)
    }

    static func problem(_ what: Phrase, _ hint: Phrase) -> CheckOutcome {
        CheckOutcome(level: .problem, what: what, hint: hint)
    }
}

/// One thing that `kefu doctor` looks at.
struct Check: Sendable {
    let subject: Phrase
    /// What it is good for, in a sentence.
    let meaning: Phrase
    /// Looks; `nil` where there is nothing to look at. What it throws is a problem.
    let look: @Sendable (Examination) throws -> CheckOutcome?

    init(
        _ subject: Phrase, _ meaning: Phrase,
        look: @escaping @Sendable (Examination) throws -> CheckOutcome?
    ) {
        self.subject = subject
        self.meaning = meaning
        self.look = look
    }
}

/// One check with what it came to.
struct Finding {
    let subject: Phrase
    let meaning: Phrase
    let outcome: CheckOutcome

    var level: CheckOutcome.Level { outcome.level }
    var isProblem: Bool { level == .problem }
}
