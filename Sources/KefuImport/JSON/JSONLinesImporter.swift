import KefuDomain

/// FAQ rows as JSON objects, one a line.
struct JSONLinesImporter: Importer {
    let format = "jsonl"
    let endings: Set<String> = ["jsonl", "ndjson"]
    /// A row of more bytes is refused: its texts would be longer than any may be.
    static let longestRow = 1 << 23

    func claim(on source: Source) -> Claim {
        switch JSONShape(of: source) {
        case .lines: .certain
        case .either: endings.contains(source.ending) ? .certain : .likely
        case .document, .none: endings.contains(source.ending) ? .ending : .none
        }
    }

    func harvest(_ source: Source, into sink: HarvestSink) throws {
        let bytes = source.text.bytes
        var lines = LineReader(bytes)
        while let line = lines.nextFilled() {
            let place = "line \(line.number)"
            if let bad = source.text.damage(in: line.number...line.number) {
                let why = Phrase.importUndecodableAt("\(bad)")
                try sink(.refused(Refusal(place: place, why: why, hint: .importSaveAsUTF8)))
            } else if line.range.count > Self.longestRow {
                try sink(
                    .refused(Refusal(place: place, why: .importRowTooLong, hint: .importShorten)))
            } else {
                try sink(item(from: bytes.array(line.range), at: place))
            }
        }
    }

    private func item(from line: [UInt8], at place: String) -> HarvestItem {
        var reader = JSONReader(line)
        do throws(JSONFault) {
            let value = try reader.value()
            try reader.requireEnd()
            return FAQRow.item(from: value, reader.unreadable, at: place)
        } catch {
            return .refused(error.failure.refusal(at: place))
        }
    }
}
