/// The one list of methods and notifications; everything else about them is computed from it.
public enum Catalogue {
    /// The version of the protocol that this list makes up.
    public static let protocolVersion = 1

    /// Every method, ordered by area as in the reference.
    public static let methods: [any Method.Type] =
        [
            Discover.self, Cancel.self,
            Health.self, Metrics.self, ShowConfiguration.self, Backup.self, CheckBase.self,
            Shutdown.self,
            Hello.self,
            AddEntry.self, GetEntry.self, UpdateEntry.self, RemoveEntry.self, ListEntries.self,
            ListRevisions.self, RevertEntry.self, EntryHistory.self,
            ListConflicts.self, MergeEntries.self, KeepEntries.self,
            ImportFiles.self, ExportEntries.self, ListDocuments.self,
            SearchBase.self, Reindex.self, BaseStatistics.self,
            GetSynonyms.self, SetSynonyms.self, GetIgnored.self, SetIgnored.self,
            Ask.self,
            GetAnswer.self, ExplainAnswer.self, ListAnswers.self,
            ApproveAnswer.self, CorrectAnswer.self, RejectAnswer.self,
            GetCalibration.self, Recalibrate.self, ResetCalibration.self,
            SubscribeEvents.self,
        ] + learning + messages + hub

    /// Reviewing what may be learned, and taking back what was.
    private static let learning: [any Method.Type] = [
        ListPending.self, ApproveCandidate.self, RejectCandidate.self,
        ListLearned.self, UndoLearning.self, LearningStatistics.self,
        ListGaps.self, AnswerGap.self,
    ]

    /// Messages, and the clients that bring them.
    private static let messages: [any Method.Type] = [
        ReceiveMessage.self, MarkSent.self, ListMessages.self, SetChannel.self, ListChannels.self,
        Heartbeat.self,
    ]

    /// Threads and contacts, as the operator works on them.
    private static let hub: [any Method.Type] = [
        ListUnknownPool.self, ListToday.self, ListBlocked.self, HubStatistics.self,
        HubMetrics.self, RecalculateHub.self,
        GetThread.self, RecalculateThread.self, SnoozeThread.self, ResolveThread.self,
        WaitThread.self, RateThread.self, ReleaseThread.self, TriggerThread.self, UseTrigger.self,
        GetContact.self, SetContact.self, PromoteContact.self, BlockContact.self,
        UnblockContact.self, IgnoreContact.self, EraseContact.self,
    ]

    /// The methods that the server answers by itself; a product needs no routes for them.
    public static let builtIn: [any Method.Type] = [Discover.self, Cancel.self]

    /// Every notification that the daemon sends.
    public static let notifications: [any Notification.Type] = [
        Progress.self, Event.self, EventLost.self,
    ]

    /// The method of a name.
    public static func method(named name: String) -> (any Method.Type)? {
        byName[name]
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: methods.map { ($0.name, $0) })
}
