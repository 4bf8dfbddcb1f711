/// What the daemon and the client say of themselves.
public enum Program {
    /// By semantic versioning; both programs of one build have the same.
    public static let version = "0.1.0"
}
