/// How alive a session is: by the age of its last message (SPEC 4).
public enum SessionState: String, Codable, CaseIterable, Sendable {
    /// Less than 5 minutes.
    case active = "ACTIVE"
    /// Less than 15 minutes.
    case idle = "IDLE"
    /// Less than 30 minutes.
    case dormant = "DORMANT"
    /// 30 minutes or more: nothing that was said is taken as known.
    case expired = "EXPIRED"

    /// From this age on a session has expired.
    public static let lifetime = Duration.seconds(30 * 60)

    /// - Parameter age: time since the session's last message; a negative one counts as none.
    public static func of(age: Duration) -> SessionState {
        switch age {
        case ..<Duration.seconds(5 * 60): .active
        case ..<Duration.seconds(15 * 60): .idle
        case ..<lifetime: .dormant
        default: .expired
        }
    }

    /// Whether a customer who writes now comes back: they are told where they were.
    public var isReturn: Bool { self == .dormant || self == .expired }
}
