import KefuDomain

extension Command {
    /// Every command, in the order in which help lists them.
    static let all: [Command] = groups.flatMap(\.commands)

    /// The commands by what they are about.
    static let groups: [(title: Phrase, commands: [Command])] = [
        (.groupAsking, [ask, explain, answers, approve, correct, reject, new]),
        (
            .groupBase,
            [
                search, add, show, edit, remove, list, pending, revisions, revert, undo,
                importFiles, export, documents, conflicts, synonyms, ignored, stats,
            ]
        ),
        (
            .groupThreads,
            [
                today, pool, blocked, more, thread, snooze, resolve, wait, rate, release, trigger,
                use, hub, metrics, watch, capture,
            ]
        ),
        (
            .groupContacts,
            [contact, promote, block, unblock, ignore, erase, channels, autoSend]
        ),
        (
            .groupRunning,
            [
                eval, calibration, status, doctor, config, backup, restore, stop, rpc, help,
                version, quit,
            ]
        ),
    ]
}
