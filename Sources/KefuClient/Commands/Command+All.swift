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
                search, add, show, edit, remove, list, revisions, revert, undo, history,
                conflicts, merge, importFiles, export, documents, synonyms, ignored, stats,
            ]
        ),
        (.groupLearning, [review, pending, gaps, answerGap, learned, learn]),
        (
            .groupThreads,
            [
                today, pool, blocked, more, thread, snooze, resolve, wait, rate, release, trigger,
                use, hub, metrics, recalculate, watch, capture,
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
                complete, version, quit,
            ]
        ),
    ]
}
