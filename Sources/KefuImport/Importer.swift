public import KefuDomain

/// One piece of a file, in the order in which the file holds them.
public enum HarvestItem: Sendable {
    case entry(EntryDraft, place: String)
    case passage(PassageDraft, place: String)
    case refused(Refusal)
}

/// Takes the pieces of a file one by one; what it throws ends the import of that file.
public typealias HarvestSink = (HarvestItem) throws -> Void

/// How sure an importer is that a file is of its format; a stronger claim wins, and of equal
/// claims the one that stands first in `Importers.all`.
public enum Claim: Int, Comparable, Sendable {
    case none
    /// It takes any text.
    case fallback
    /// The ending says so, the content neither supports nor contradicts it.
    case ending
    /// The content has marks of the format.
    case likely
    /// The content is unmistakable.
    case certain

    public static func < (one: Claim, other: Claim) -> Bool { one.rawValue < other.rawValue }
}

/// Turns the bytes of one format into drafts. Touches no disk and no store.
public protocol Importer: Sendable {
    /// The format's name on the wire, such as `csv`.
    var format: String { get }
    /// File name endings of the format, lowercase and without the dot.
    var endings: Set<String> { get }

    /// How much a file looks like this format; cheap: it reads the beginning only.
    func claim(on source: Source) -> Claim

    /// Sends every piece of the file to the sink.
    /// - Throws: `ErrorCode.unreadable` only when the whole file is of no use. A bad row goes to the
    ///   sink as `HarvestItem.refused` with its place, and the good rows stay.
    func harvest(_ source: Source, into sink: HarvestSink) throws
}
