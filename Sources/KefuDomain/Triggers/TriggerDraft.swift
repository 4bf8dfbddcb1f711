/// What a trigger makes of a thread (SPEC 7): the form, and texts for the operator to send or follow.
public struct TriggerDraft: Sendable, Hashable {
    public let type: TriggerType
    /// Every field of the type, in SPEC's order; null where the customer did not say.
    public let form: [FormField]
    /// In the customer's language. It promises nothing that was not passed in.
    public let replyDraft: String
    /// The type first, then what tells this thread from others at a glance.
    public let labels: [String]
    /// 3 to 8; only for 售前.
    public let clarificationQuestions: [String]?
    /// Only for 售后.
    public let troubleshooting: Troubleshooting?
    /// Only for 客户开发.
    public let scripts: OutreachScripts?

    public init(
        type: TriggerType, form: [FormField], replyDraft: String, labels: [String],
        clarificationQuestions: [String]? = nil, troubleshooting: Troubleshooting? = nil,
        scripts: OutreachScripts? = nil
    ) {
        self.type = type
        self.form = form
        self.replyDraft = replyDraft
        self.labels = labels
        self.clarificationQuestions = clarificationQuestions
        self.troubleshooting = troubleshooting
        self.scripts = scripts
    }
}

/// What to try, first from afar, then on site; neither list is empty.
public struct Troubleshooting: Sendable, Hashable {
    /// `S1_remote` in the contract: what the customer can do while we guide.
    public let remote: [String]
    /// `S2_onsite` in the contract: what needs a technician.
    public let onsite: [String]

    public init(remote: [String], onsite: [String]) {
        self.remote = remote
        self.onsite = onsite
    }
}

/// Two texts for winning a partner.
public struct OutreachScripts: Sendable, Hashable {
    /// `first_contact` in the contract.
    public let firstContact: String
    /// `follow_up` in the contract: for the next day, without an answer.
    public let followUp: String

    public init(firstContact: String, followUp: String) {
        self.firstContact = firstContact
        self.followUp = followUp
    }
}
