import KefuDomain

/// Every option there is; each is declared once and used by the commands that take it.
extension CommandOption {
    static let data = CommandOption(
        name: "data", value: Argument("DIR", .path), help: .optionData)
    static let socket = CommandOption(
        name: "socket", value: Argument("PATH", .path), help: .optionSocket)
    static let noStart = CommandOption(name: "no-start", help: .optionNoStart)
    static let quiet = CommandOption(name: "quiet", short: "q", help: .optionQuiet)
    static let json = CommandOption(name: "json", help: .optionJSON)
    static let help = CommandOption(name: "help", short: "h", help: .optionHelp)
    static let version = CommandOption(name: "version", help: .helpVersion)

    /// The options that every command takes; a REPL keeps the daemon that it started with.
    static func global(in scope: Command.Scope) -> [CommandOption] {
        scope == .repl ? [json, help] : [data, socket, noStart, quiet, json, help, version]
    }

    static let dryRun = CommandOption(name: "dry-run", short: "n", help: .optionDryRun)
    static let format = CommandOption(
        name: "format", value: Argument("FORMAT", .text), help: .optionFormat)
    static let exportFormat = CommandOption(
        name: "format", value: Argument("FORMAT", .choice(["jsonl", "csv"])),
        help: .optionExportFormat)
    static let category = CommandOption(
        name: "category", value: Argument("CATEGORY", .category), help: .optionCategory)
    static let explain = CommandOption(name: "explain", help: .optionExplain)
    static let all = CommandOption(name: "all", help: .optionAll)
    static let limit = CommandOption(
        name: "limit", value: Argument("N", .whole), help: .optionLimit)
    static let cursor = CommandOption(
        name: "cursor", value: Argument("CURSOR", .text), help: .optionCursor)
    static let question = CommandOption(
        name: "question", value: Argument("TEXT", .text), help: .optionQuestion)
    static let answer = CommandOption(
        name: "answer", value: Argument("TEXT", .text), help: .optionAnswer)
    static let variant = CommandOption(
        name: "variant", value: Argument("TEXT", .text), isRepeatable: true, help: .optionVariant)
    static let negative = CommandOption(
        name: "negative", value: Argument("TEXT", .text), isRepeatable: true,
        help: .optionNegative)
    static let tag = CommandOption(
        name: "tag", value: Argument("TAG", .text), isRepeatable: true, help: .optionTag)
    static let review = CommandOption(
        name: "review", value: Argument("WHEN", .choice(Review.allCases.map(\.rawValue))),
        help: .optionReview)
    static let expires = CommandOption(
        name: "expires", value: Argument("TIME", .text), help: .optionExpires)
    static let expiring = CommandOption(name: "expiring", help: .optionExpiring)
    static let within = CommandOption(
        name: "within", value: Argument("DAYS", .whole), help: .optionWithin)
    static let listOnly = CommandOption(name: "list", help: .optionListOnly)
    static let each = CommandOption(name: "each", help: .optionEach)
    static let status = CommandOption(
        name: "status", value: Argument("STATUS", .choice(EntryStatus.allCases.map(\.rawValue))),
        help: .optionStatus)
    static let since = CommandOption(
        name: "since", value: Argument("TIME", .text), help: .optionSince)
    static let fromHistory = CommandOption(name: "from-history", help: .optionFromHistory)
    static let replyThreshold = CommandOption(
        name: "reply", value: Argument("SHARE", .share), help: .optionReplyThreshold)
    static let clarifyThreshold = CommandOption(
        name: "clarify", value: Argument("SHARE", .share), help: .optionClarifyThreshold)
    static let again = CommandOption(name: "again", help: .optionAgain)
    static let reset = CommandOption(name: "reset", help: .optionReset)
    static let action = CommandOption(
        name: "action", value: Argument("ACTION", .choice(Action.allCases.map(\.rawValue))),
        help: .optionAction)
    static let verdict = CommandOption(
        name: "verdict",
        value: Argument("VERDICT", .choice(VerdictFilter.allCases.map(\.rawValue))),
        help: .optionVerdict)
    static let session = CommandOption(
        name: "session", value: Argument("NAME", .text), help: .optionSession)
    static let force = CommandOption(name: "force", help: .optionForce)
    static let replace = CommandOption(name: "force", help: .optionReplace)
    static let stopFirst = CommandOption(name: "force", help: .optionStopFirst)
    static let remove = CommandOption(name: "remove", help: .optionRemove)
    static let queue = CommandOption(
        name: "queue", value: Argument("DIR", .path), help: .optionQueue)
    static let agent = CommandOption(
        name: "agent", value: Argument("NAME", .text), help: .optionAgent)
    static let delay = CommandOption(
        name: "delay", value: Argument("DELAY", .text), help: .optionDelay)
    static let replay = CommandOption(name: "replay", help: .optionReplay)
    static let list = CommandOption(name: "list", help: .optionListMethods)
    static let markdown = CommandOption(name: "markdown", help: .optionMarkdown)
    static let keep = CommandOption(
        name: "keep", value: Argument("N", .whole), help: .optionKeep)
    static let deep = CommandOption(name: "deep", help: .optionDeep)
    static let system = CommandOption(name: "system", help: .optionSystem)
    static let manual = CommandOption(
        name: "man", value: Argument("PAGE", .choice(ManualPage.allCases.map(\.rawValue))),
        help: .optionManual)
    static let completion = CommandOption(
        name: "completion", value: Argument("SHELL", .choice(Shell.allCases.map(\.rawValue))),
        help: .optionCompletion)
}
