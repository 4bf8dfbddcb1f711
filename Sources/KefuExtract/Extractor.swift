public import KefuImport

/// Takes what a reader finds, in the order of the document.
public typealias EventSink = (ExtractionEvent) throws -> Void

/// Reads one family of files. It is made before the process confines itself, so that it can load
/// what it needs, and reads afterwards.
public protocol Extractor {
    /// What it still opens when it reads.
    var access: FileAccess { get }

    /// Reads the file. The first event says what it is; `end` is added by the caller.
    /// - Throws: `KefuError` when the file as a whole is of no use. A bad part is sent as a note with
    ///   its place, and the good parts stay.
    func extract(_ file: InputFile, into sink: @escaping EventSink) throws
}

/// What a confined reader may still open.
public enum FileAccess: Sendable, Equatable {
    /// Nothing but its descriptors.
    case none
    /// Files below some paths, for reading; where the kernel lacks Landlock, any file for reading.
    case reading([String])
    /// The same, and it may become one of the programs among them.
    case running([String])
}
