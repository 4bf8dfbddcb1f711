extension Command {
    /// Every command, in the order in which help lists them.
    static let all: [Command] = [
        ask, explain, answers, approve, correct, reject, new,
        search, add, show, edit, remove, list, pending, revisions, revert, undo,
        importFiles, export, documents, conflicts, synonyms, ignored, stats,
        eval, calibration, status, doctor, config, backup, restore, stop, rpc, help, version, quit,
    ]
}
