import Glibc
import KefuDomain
import KefuRPC

/// What comes in from files and goes out to them, and the words of the base.
extension Command {
    static let importFiles = Command(
        name: "import", arguments: [Argument("PATH", .path, .many)],
        options: [.dryRun, .format, .category], methods: [ImportFiles.self], help: .helpImport
    ) { invocation, console in
        var files: [ImportedFile] = []
        var json = ""
        var failures: [(word: String, error: any Error)] = []
        for word in invocation.arguments {
            do {
                let reply = try console.importFile(word, invocation)
                files += reply.value.files
                json = reply.json
            } catch let error as RemoteError where invocation.arguments.count > 1 {
                // The other files are not to lose their report to this one.
                failures.append((word, error))
            }
        }
        let isDry = invocation.has(.dryRun)
        if console.wantsJSON {
            let merged = ImportFiles.Result(files: files, dryRun: isDry)
            console.output.show([invocation.arguments.count == 1 ? json : JSONText.compact(merged)])
        } else {
            let look = console.output.look
            console.output.show(
                ImportView.lines(files, dryRun: isDry, in: console.directory, look))
        }
        for failure in failures {
            let told = Failure(failure.error, console.language)
            console.output.complain(
                [failure.word + ":"] + told.lines(console.output.noteLook, in: console.scope))
        }
        if let first = failures.first {
            throw Reported(status: Failure(first.error, console.language).exitStatus)
        }
    }

    static let export = Command(
        name: "export", arguments: [Argument("PATH", .path)], options: [.exportFormat, .replace],
        methods: [ExportEntries.self], help: .helpExport
    ) { invocation, console in
        let path = console.path(invocation.argument(0) ?? "")
        let ending = path.lowercased().hasSuffix(".csv") ? "csv" : "jsonl"
        let name = invocation.value(.exportFormat) ?? ending
        let format = ExportEntries.Format(rawValue: name) ?? .jsonl
        let params = ExportEntries.Params(
            path: path, format: format, overwrite: invocation.has(.replace))
        try console.show(ExportEntries.self, params) { result, look in
            [look.say(.exported(result.entries, path))]
        }
    }

    static let documents = Command(
        name: "documents", aliases: ["docs"], options: [.limit, .cursor],
        methods: [ListDocuments.self], help: .helpDocuments
    ) { invocation, console in
        try console.showPage(
            ListDocuments.self, invocation.page, next: \.nextCursor, empty: .noDocuments
        ) { SystemView.table($0.documents, $1) }
    }

    static let synonyms = Command(
        name: "synonyms", arguments: [Argument("WORD", .text, .any)], options: [.remove],
        methods: [GetSynonyms.self, SetSynonyms.self], help: .helpSynonyms
    ) { invocation, console in
        let words = invocation.arguments
        guard !words.isEmpty else {
            let groups = try console.show(GetSynonyms.self, Nothing(), Vocabulary.lines).groups
            if groups.isEmpty, !console.wantsJSON { console.output.note(.noSynonyms) }
            return
        }
        let old = try console.call(GetSynonyms.self, Nothing()).groups
        let groups =
            invocation.has(.remove)
            ? Vocabulary.removing(words, from: old) : Vocabulary.joining(words, in: old)
        try console.show(SetSynonyms.self, SynonymGroups(groups: groups), Vocabulary.lines)
    }

    static let ignored = Command(
        name: "ignored", aliases: ["ignore-words"], arguments: [Argument("WORD", .text, .any)],
        options: [.remove], methods: [GetIgnored.self, SetIgnored.self], help: .helpIgnored
    ) { invocation, console in
        let words = invocation.arguments
        guard !words.isEmpty else {
            let known = try console.show(GetIgnored.self, Nothing()) { result, _ in result.words }
            if known.words.isEmpty, !console.wantsJSON { console.output.note(.noIgnored) }
            return
        }
        let old = try console.call(GetIgnored.self, Nothing()).words.filter { !words.contains($0) }
        let new = invocation.has(.remove) ? old : old + words
        try console.show(SetIgnored.self, IgnoredWords(words: new)) { result, _ in result.words }
    }

    static let stats = Command(name: "stats", methods: [BaseStatistics.self], help: .helpStats) {
        _, console in
        try console.show(BaseStatistics.self, Nothing(), SystemView.lines)
    }
}

extension Invocation {
    /// The page of a list that is asked for.
    fileprivate var page: PageRequest {
        PageRequest(limit: whole(.limit), cursor: value(.cursor))
    }
}

extension Console {
    /// Imports one path, or standard input; a bar on the terminal says how far it has come.
    fileprivate func importFile(_ word: String, _ invocation: Invocation) throws
        -> Link.Reply<ImportFiles.Result>
    {
        let content = word == "-" ? try text(word) : nil
        let limit = ImportFiles.maxContentLength / 16 * 15
        guard content?.utf8.count ?? 0 <= limit else {
            throw KefuError(
                .limit, .inputTooLong, why: .inputLimit(bytes(limit)), hint: .inputAsFile)
        }
        let params = ImportFiles.Params(
            path: content == nil ? path(word) : nil, content: content,
            name: content == nil ? nil : "stdin", format: invocation.value(.format),
            dryRun: invocation.has(.dryRun) ? true : nil, category: invocation.value(.category),
            progressToken: output.showsProgress ? .text(word) : nil)
        var bar = ProgressBar(output, inBytes: true)
        defer { bar.clear() }
        return try link.call(ImportFiles.self, params) { note in
            if let progress = note.params(of: Progress.self) { bar.show(progress) }
        }
    }
}

/// Changes to the operator's groups of synonyms.
enum Vocabulary {
    static func lines(_ synonyms: SynonymGroups, _ look: Look) -> [String] {
        synonyms.groups.map { Cleaning.forTerminal($0.joined(separator: " = ")) }
    }

    /// The groups with some words put into one, together with the groups that hold any of them.
    static func joining(_ words: [String], in groups: [[String]]) -> [[String]] {
        var joined: [String] = []
        var others: [[String]] = []
        for group in groups {
            if group.contains(where: words.contains) {
                joined += group
            } else {
                others.append(group)
            }
        }
        for word in words where !joined.contains(word) { joined.append(word) }
        return others + [joined]
    }

    /// The groups without some words; a group of one word means nothing and goes.
    static func removing(_ words: [String], from groups: [[String]]) -> [[String]] {
        groups.map { group in group.filter { !words.contains($0) } }.filter { $0.count > 1 }
    }
}
