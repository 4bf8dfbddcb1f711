import KefuDomain

/// The exit statuses of `kefu` (PROTOCOL, "Commands"), as the manual lists them.
struct ExitStatus {
    let number: Int32
    let meaning: Phrase

    /// Each once, with the failures that lead to it.
    static let all: [ExitStatus] =
        [ExitStatus(number: 0, meaning: .exitWell)]
        + Set(ErrorCode.allCases.map(\.exitStatus)).sorted().map { number in
            ExitStatus(number: number, meaning: .exit(number))
        }
}
