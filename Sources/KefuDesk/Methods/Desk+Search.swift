import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore
import KefuText

extension Desk {
    func find(_ params: SearchBase.Params) throws -> SearchBase.Result {
        try EntryCheck.checkText(params.query, SearchBase.Params.CodingKeys.query.rawValue)
        let stopwatch = Stopwatch()
        let found = try search.search(
            params.query, limit: params.limit ?? KefuRPC.Page.defaultHits, now: now)
        return SearchBase.Result(
            hits: found.candidates.map { Hit($0, explain: params.explain ?? false) },
            took: stopwatch.milliseconds)
    }

    func reindex(_ call: Call) throws -> Reindex.Result {
        let stopwatch = Stopwatch()
        _ = try search.rebuild { _, _ in try call.checkCancelled() }
        let counts = try store.read { try $0.counts() }
        return Reindex.Result(
            entries: counts.entries, passages: counts.passages, took: stopwatch.milliseconds)
    }

    func synonyms() throws -> SynonymGroups {
        SynonymGroups(
            groups: try store.read {
                try $0.setting(SearchEngine.Setting.synonyms, as: [[String]].self)
            } ?? [])
    }

    /// Stores the operator's groups of words that mean the same, and uses them from now on.
    func setSynonyms(_ params: SynonymGroups) throws -> SynonymGroups {
        let groups = params.groups.map(Self.cleaned).filter { $0.count > 1 }
        try store.write { try $0.setSetting(SearchEngine.Setting.synonyms, to: groups) }
        try search.reload()
        gapKeeper.forgetChecks()
        return SynonymGroups(groups: groups)
    }

    func ignoredWords() throws -> IgnoredWords {
        IgnoredWords(
            words: try store.read {
                try $0.setting(SearchEngine.Setting.ignored, as: [String].self)
            } ?? [])
    }

    /// Stores the words that say nothing in this base, and leaves them out from now on.
    func setIgnoredWords(_ params: IgnoredWords) throws -> IgnoredWords {
        let words = Self.cleaned(params.words)
        try store.write { try $0.setSetting(SearchEngine.Setting.ignored, to: words) }
        try search.reload()
        gapKeeper.forgetChecks()
        return IgnoredWords(words: words)
    }

    /// Each word once, without blanks around it and without those that normalise to nothing.
    private static func cleaned(_ words: [String]) -> [String] {
        let analyzer = Analyzer()
        var seen: Set<String> = []
        return words.filter { word in
            let key = analyzer.key(word)
            return !key.isEmpty && seen.insert(key).inserted
        }
    }
}
