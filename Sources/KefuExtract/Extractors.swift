public import KefuImport

/// The reader of each family.
public enum Extractors {
    /// - Parameter seconds: that the process may compute.
    /// - Throws: `ErrorCode.unreadable` for a family that cannot be read on this system.
    public static func make(
        for family: FileFamily, seconds: Int = 300
    ) throws -> any Extractor {
        let budget = Budget(seconds: seconds)
        return switch family {
        case .archive: ArchiveExtractor()
        case .html: HTMLExtractor()
        case .pdf: try PDFExtractor(budget: budget)
        case .image: try ImageExtractor(budget: budget)
        case .compound: CompoundExtractor()
        case .rtf: RichTextExtractor()
        }
    }
}
