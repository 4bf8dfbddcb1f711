import KefuDomain

/// The failures of whole files.
extension KefuError {
    static let emptyFile = KefuError(
        .unreadable, .importEmptyFile, why: .importNothingInIt, hint: .importCheckFile)

    static func notText(at place: BytePlace) -> KefuError {
        KefuError(
            .unreadable, .importNotText, why: .importControlCharacters(at: "\(place)"),
            hint: .importKnownFormats)
    }

    static func undecodable(at place: BytePlace, as charset: String) -> KefuError {
        KefuError(
            .unreadable, .importUndecodable, why: .importBadByte(at: "\(place)", charset: charset),
            hint: .importSaveAsUTF8)
    }

    static func unknownEncoding(at place: BytePlace) -> KefuError {
        KefuError(
            .unreadable, .importUnknownEncoding, why: .importNoEncodingFits(at: "\(place)"),
            hint: .importSaveAsUTF8)
    }

    static func nulByte(at place: BytePlace) -> KefuError {
        KefuError(
            .unreadable, .importNotText, why: .importNul(at: "\(place)"), hint: .importRemoveIt)
    }
}

/// The failures of single rows.
struct RowFailure: Error {
    let why: Phrase
    let hint: Phrase

    init(_ why: Phrase, hint: Phrase) {
        self.why = why
        self.hint = hint
    }

    func refusal(at place: String) -> Refusal {
        Refusal(place: place, why: why, hint: hint)
    }
}
