/// Which answers a list shows, by what a person said of them.
public enum VerdictFilter: String, Codable, CaseIterable, Sendable {
    case approved, corrected, rejected
    /// Judged, whatever the verdict.
    case judged = "any"
    /// Not judged yet.
    case unjudged = "none"
}
