import KefuDomain
import KefuRPC

/// What answers each method of the catalogue.
enum Routes {
    static let all: [Route<Desk>] =
        [
            // System; the server itself answers discovery, cancelling, metrics and shutdown.
            Route(Health.self) { _, desk, _ in try desk.health() },
            Route(ShowConfiguration.self) { _, desk, _ in try desk.configuration() },
            Route(Backup.self) { params, desk, call in
                try desk.backUp(params) { try call.checkCancelled() }
            },
            Route(CheckBase.self) { params, desk, _ in try desk.check(params) },
            Route(Hello.self) { _, _, _ in Hello.Result(version: Program.version) },
            Route(SubscribeEvents.self) { params, desk, call in desk.subscribe(params, call) },
        ] + knowledge + asking + learning + gaps + messages + hub

    private static let knowledge: [Route<Desk>] = [
        Route(AddEntry.self) { params, desk, _ in try desk.add(params) },
        Route(GetEntry.self) { params, desk, _ in try desk.entry(params.id) },
        Route(UpdateEntry.self) { params, desk, _ in try desk.update(params) },
        Route(RemoveEntry.self) { params, desk, _ in try desk.remove(params.id) },
        Route(ListEntries.self) { params, desk, _ in try desk.entries(params) },
        Route(ListRevisions.self) { params, desk, _ in try desk.revisions(params) },
        Route(RevertEntry.self) { params, desk, _ in try desk.revert(params) },
        Route(EntryHistory.self) { params, desk, _ in try desk.history(params) },
        Route(ListConflicts.self) { params, desk, _ in try desk.conflicts(params) },
        Route(MergeEntries.self) { params, desk, _ in try desk.merge(params) },
        Route(KeepEntries.self) { params, desk, _ in try desk.keepBoth(params) },
        Route(ListDocuments.self) { params, desk, _ in try desk.documents(params) },
        Route(ImportFiles.self) { params, desk, call in try desk.importFiles(params, call) },
        Route(ExportEntries.self) { params, desk, call in try desk.export(params, call) },
        Route(SearchBase.self) { params, desk, _ in try desk.find(params) },
        Route(Reindex.self) { _, desk, call in try desk.reindex(call) },
        Route(KefuRPC.BaseStatistics.self) { _, desk, _ in try desk.statistics() },
        Route(GetSynonyms.self) { _, desk, _ in try desk.synonyms() },
        Route(SetSynonyms.self) { params, desk, _ in try desk.setSynonyms(params) },
        Route(GetIgnored.self) { _, desk, _ in try desk.ignoredWords() },
        Route(SetIgnored.self) { params, desk, _ in try desk.setIgnoredWords(params) },
    ]

    private static let asking: [Route<Desk>] = [
        Route(Ask.self, orderedBy: [.session]) { params, desk, _ in try desk.ask(params) },
        Route(GetAnswer.self) { params, desk, _ in try desk.answer(params) },
        Route(ExplainAnswer.self) { params, desk, _ in try desk.explain(params) },
        Route(ListAnswers.self) { params, desk, _ in try desk.answers(params) },
        Route(ApproveAnswer.self) { params, desk, _ in try desk.approve(params) },
        Route(CorrectAnswer.self) { params, desk, _ in try desk.correct(params) },
        Route(RejectAnswer.self) { params, desk, _ in try desk.reject(params) },
        Route(GetCalibration.self) { _, desk, _ in try desk.calibration() },
        Route(Recalibrate.self) { _, desk, _ in try desk.recalibrate() },
        Route(ResetCalibration.self) { _, desk, _ in try desk.resetCalibration() },
    ]
}
