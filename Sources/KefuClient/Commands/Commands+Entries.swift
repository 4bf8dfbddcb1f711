import Glibc
import KefuDomain
import KefuRPC

/// Finding entries, and keeping them.
extension Command {
    static let search = Command(
        name: "search", arguments: [Argument("TEXT", .text, .many)],
        options: [.explain, .all, .limit], methods: [SearchBase.self], help: .helpSearch
    ) { invocation, console in
        let query = try console.text(invocation.text() ?? "")
        let params = SearchBase.Params(
            query: query, limit: invocation.whole(.limit),
            explain: invocation.has(.explain) || invocation.has(.all) ? true : nil)
        let detail: SearchView.Detail = invocation.has(.all) ? .full : .short
        let result = try console.show(SearchBase.self, params) { SearchView.lines($0, $1, detail) }
        if result.hits.isEmpty, !console.wantsJSON { console.output.note(.nothingFound) }
    }

    static let add = Command(
        name: "add",
        arguments: [
            Argument("QUESTION", .text, .optional), Argument("ANSWER", .text, .optional),
        ],
        options: [
            .question, .answer, .variant, .negative, .category, .tag, .review, .expires,
        ], methods: [AddEntry.self], help: .helpAdd
    ) { invocation, console in
        let entry = try console.show(
            AddEntry.self, console.draft(from: invocation)
        ) { entry, look in
            [look.say(.added(entry.id))] + EntryView.lines(entry, look)
        }
        console.changed(entry.id)
    }

    static let show = Command(
        name: "show", arguments: [Argument("ID", .entry)],
        methods: [GetEntry.self, GetAnswer.self], help: .helpShow
    ) { invocation, console in
        let id = invocation.argument(0) ?? ""
        if RecordID(id)?.kind == .answer {
            try console.show(GetAnswer.self, GetAnswer.Params(id: id)) { AnswerView.lines($0, $1) }
        } else {
            let now = Moment.now
            try console.show(GetEntry.self, EntryID(id: id)) { EntryView.lines($0, $1, now: now) }
        }
    }

    static let edit = Command(
        name: "edit", arguments: [Argument("ID", .entry, .optional)], options: [.force],
        methods: [UpdateEntry.self], help: .helpEdit
    ) { invocation, console in
        let word = invocation.argument(0)
        if let word, RecordID(word)?.kind != .answer {
            try console.editEntry(word)
        } else {
            try console.correctInEditor(console.answerID(word), force: invocation.has(.force))
        }
    }

    static let remove = Command(
        name: "remove", aliases: ["rm"], arguments: [Argument("ID", .entry)],
        methods: [RemoveEntry.self], help: .helpRemove
    ) { invocation, console in
        let id = invocation.argument(0) ?? ""
        try console.remove(id)
        if RecordID(id)?.kind == .entry { console.changed(id) }
    }

    static let list = Command(
        name: "list", aliases: ["ls"],
        options: [.category, .tag, .status, .expiring, .within, .limit, .cursor],
        methods: [ListEntries.self], help: .helpList
    ) { invocation, console in
        try console.list(invocation)
    }

    static let revisions = Command(
        name: "revisions", arguments: [Argument("ID", .entry)], methods: [ListRevisions.self],
        help: .helpRevisions
    ) { invocation, console in
        let id = EntryID(id: invocation.argument(0) ?? "")
        try console.show(ListRevisions.self, id) { EntryView.table($0.revisions, $1) }
    }

    static let revert = Command(
        name: "revert", arguments: [Argument("ID", .entry), Argument("N", .whole)],
        methods: [RevertEntry.self], help: .helpRevert
    ) { invocation, console in
        try console.revert(
            invocation.argument(0) ?? "", to: invocation.argument(1).flatMap { Int($0) } ?? 0)
        console.changed(invocation.argument(0))
    }

    static let undo = Command(name: "undo", scope: .repl, help: .helpUndo) { _, console in
        switch console.talk.takeUndo() {
        case .revert(let id, let revision):
            try console.revert(id, to: revision)
        case .remove(let id):
            try console.remove(id)
        case .unlearn(let id):
            try console.show(
                UndoLearning.self, UndoLearning.Params(id: id), LearnedPage.lines)
        case nil:
            throw KefuError(
                .invalidState, .nothingToUndo, why: .nothingToUndoWhy, hint: .nothingToUndoHint)
        }
    }
}

extension Console {
    fileprivate func list(_ invocation: Invocation) throws {
        let status = invocation.value(.status).flatMap(EntryStatus.init(rawValue:))
        let expires = invocation.has(.expiring) || invocation.has(.within)
        let params = ListEntries.Params(
            category: invocation.value(.category), tag: invocation.value(.tag), status: status,
            expiresBefore: expires ? Moment.now.in(days: invocation.whole(.within) ?? 30) : nil,
            limit: invocation.whole(.limit), cursor: invocation.value(.cursor))
        let empty: Phrase = expires ? .noExpiring : .noEntries
        try showPage(ListEntries.self, params, next: \.nextCursor, empty: empty) {
            EntryView.table($0.entries, $1, expires: expires)
        }
    }

    fileprivate func remove(_ id: String) throws {
        try show(RemoveEntry.self, RemoveEntry.Params(id: id)) { _, look in
            [look.say(.removed(id))]
        }
    }

    fileprivate func revert(_ id: String, to revision: Int) throws {
        try show(RevertEntry.self, RevertEntry.Params(id: id, revision: revision)) {
            changed, look in
            [look.say(.reverted(changed.entry.id))] + EntryView.lines(changed.entry, look)
                + ToldView.lines(changed.told, look)
        }
    }

    /// The entry to add: from arguments and options, else asked for on a terminal.
    fileprivate func draft(from invocation: Invocation) throws -> AddEntry.Params {
        let question = invocation.value(.question) ?? invocation.argument(0)
        let answer = invocation.value(.answer) ?? invocation.argument(1)
        var variants = try invocation.values(.variant).map(text)
        var category = invocation.value(.category)
        if question == nil || answer == nil {
            guard isInteractive else {
                throw KefuError.argumentMissing(
                    question == nil ? "--question TEXT" : "--answer TEXT", invocation.command,
                    scope)
            }
        }
        let asked = try question.map(text) ?? ask(.askQuestion)
        let answered = try answer.map(text) ?? askBlock(.askAnswer)
        if answer == nil {
            while variants.count < 50, case let line = try ask(.askVariants).trimmed, !line.isEmpty
            {
                variants.append(line)
            }
            if category == nil { category = try ask(.askCategory).trimmed }
        }
        return AddEntry.Params(
            question: asked, answer: answered, variants: variants.isEmpty ? nil : variants,
            negatives: invocation.values(.negative).isEmpty ? nil : invocation.values(.negative),
            category: category.nonEmpty,
            tags: invocation.values(.tag).isEmpty ? nil : invocation.values(.tag),
            expiresAt: try invocation.time(.expires),
            review: invocation.value(.review).flatMap(Review.init(rawValue:)))
    }

    /// Asks for a text that may have several lines: a backslash at the end of one goes on.
    func askBlock(_ prompt: Phrase) throws -> String {
        var block = Continuation()
        var line = try ask(prompt)
        while !block.add(line) { line = try ask(.promptMore) }
        return block.text
    }
}

extension Timestamp {
    /// The moment so many days later.
    func `in`(days: Int) -> Timestamp {
        let (span, isTooLong) = Int64(days).multipliedReportingOverflow(by: 86_400_000)
        let (sum, isBeyond) = milliseconds.addingReportingOverflow(isTooLong ? .max : span)
        return Timestamp(milliseconds: isBeyond ? milliseconds : sum)
    }
}

extension Moment {
    /// The clock, read at the edge of the program.
    static var now: Timestamp {
        var clock = timespec()
        clock_gettime(CLOCK_REALTIME, &clock)
        return Timestamp(
            milliseconds: Int64(clock.tv_sec) * 1000 + Int64(clock.tv_nsec) / 1_000_000)
    }
}
