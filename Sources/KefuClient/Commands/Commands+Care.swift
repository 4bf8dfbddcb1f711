import KefuDomain
import KefuRPC

/// Looking after entries: pairs that disagree or say the same twice, and how an entry served.
extension Command {
    static let conflicts = Command(
        name: "conflicts", options: [.listOnly, .each, .limit, .cursor],
        methods: [ListConflicts.self, KeepEntries.self], help: .helpConflicts,
        details: [.conflictsDetail]
    ) { invocation, console in
        let asks = invocation.has(.each) || (console.isInteractive && !invocation.has(.listOnly))
        if asks, !console.wantsJSON { return try console.settleConflicts() }
        let page = PageRequest(limit: invocation.whole(.limit), cursor: invocation.value(.cursor))
        var isComplete = true
        try console.showPage(
            ListConflicts.self, page, next: \.nextCursor, empty: .noConflicts
        ) { result, look in
            isComplete = result.complete
            return result.conflicts.flatMap { ConflictView.lines($0, look) }
        }
        if !isComplete, !console.wantsJSON { console.output.note(.conflictsPending) }
    }

    static let merge = Command(
        name: "merge", arguments: [Argument("KEEP_ID", .entry), Argument("MERGE_ID", .entry)],
        methods: [MergeEntries.self], help: .helpMerge
    ) { invocation, console in
        try console.merge(invocation.argument(1) ?? "", into: invocation.argument(0) ?? "")
    }

    static let history = Command(
        name: "history", arguments: [Argument("ID", .entry)], methods: [EntryHistory.self],
        help: .helpHistory
    ) { invocation, console in
        let id = EntryID(id: invocation.argument(0) ?? "")
        try console.show(EntryHistory.self, id) { HistoryView.lines($0, $1) }
    }
}

extension Console {
    /// Puts an entry into another and says how that is taken back.
    fileprivate func merge(_ gone: String, into kept: String) throws {
        let lead = scope == .repl ? "/" : "kefu "
        try show(MergeEntries.self, MergeEntries.Params(keep: kept, merge: gone)) { result, look in
            let states = result.undo.map { (id: $0.id, revision: $0.revision) }
            return [look.say(.merged(result.merged, result.entry.id))]
                + EntryView.lines(result.entry, look)
                + [look.say(.mergeUndo(states, lead))] + ToldView.lines(result.told, look)
        }
    }

    /// Goes through the pairs one by one, each with a key for what is to become of it.
    fileprivate func settleConflicts() throws {
        var choices = ChoiceLines(self)
        var cursor: String?
        var shown = 0
        repeat {
            let page = try call(ListConflicts.self, PageRequest(limit: 20, cursor: cursor))
            for conflict in page.conflicts where conflict.entries.count == 2 {
                shown += 1
                guard try settle(conflict, &choices) else { return }
            }
            cursor = page.nextCursor
            if cursor == nil, !page.complete { output.note(.conflictsPending) }
        } while cursor != nil
        if shown == 0 { output.note(.noConflicts) }
    }

    /// - Returns: whether to go on.
    private func settle(_ conflict: EntryConflict, _ choices: inout ChoiceLines) throws -> Bool {
        let ids = conflict.entries.map(\.id)
        // An entry of an earlier pair may have gone into another by now.
        for id in ids where (try? call(GetEntry.self, EntryID(id: id))) == nil { return true }
        output.show(ConflictView.lines(conflict, output.look))
        while true {
            switch try choices.next(.conflictKeys) {
            case "1": try merge(ids[1], into: ids[0])
            case "2": try merge(ids[0], into: ids[1])
            case "b":
                _ = try call(KeepEntries.self, KeepEntries.Params(ids: ids))
                output.show([output.look.say(.keptBoth)])
            case "s", "": return true
            case "q", nil: return false
            default: continue
            }
            return true
        }
    }
}

/// One answer of the operator after another: typed on a terminal, else the lines of standard input.
private struct ChoiceLines {
    private let console: Console
    private var lines: ArraySlice<Substring>?

    init(_ console: Console) {
        self.console = console
    }

    /// - Returns: the first letter in lower case; `nil` at the end.
    mutating func next(_ prompt: Phrase) throws -> String? {
        if console.isInteractive {
            let line = try? console.ask(prompt).trimmed.lowercased()
            return line.map { String($0.prefix(1)) }
        }
        var rest: ArraySlice<Substring>
        if let lines {
            rest = lines
        } else {
            rest = try console.text("-").split(separator: "\n", omittingEmptySubsequences: false)[
                ...]
        }
        let line = rest.popFirst()
        lines = rest
        return line.map { String(String($0).trimmed.lowercased().prefix(1)) }
    }
}
