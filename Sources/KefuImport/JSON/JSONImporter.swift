import KefuDomain

/// FAQ rows in one JSON document: an array of objects, or an object that holds such an array under
/// one of the usual names.
struct JSONImporter: Importer {
    let format = "json"
    let endings: Set<String> = ["json"]

    func claim(on source: Source) -> Claim {
        switch JSONShape(of: source) {
        case .document, .either: .certain
        case .lines, .none: endings.contains(source.ending) ? .ending : .none
        }
    }

    func harvest(_ source: Source, into sink: HarvestSink) throws {
        let bytes = source.text.bytes
        do {
            // The whole document is checked before its first row goes out.
            var check = JSONReader(bytes)
            try check.skip()
            try check.requireEnd()
            var reader = JSONReader(bytes)
            if reader.peek() == UInt8(ascii: "{") {
                try harvestObject(bytes, into: sink)
            } else {
                try harvestList(&reader, path: "$", into: sink)
            }
        } catch let fault as JSONFault {
            throw fault.error(in: bytes)
        }
    }

    private func harvestObject(_ bytes: ByteView, into sink: HarvestSink) throws {
        let finder = JSONListFinder(bytes)
        let fields = try finder.fields()
        let list = try finder.find(at: 0, path: "$")
        if fields.contains(.answer), fields.contains(.question) || list == nil {
            var reader = JSONReader(bytes)
            let value = try reader.value()
            try sink(FAQRow.item(from: value, reader.unreadable, at: "$"))
        } else if let list {
            var reader = JSONReader(bytes, at: list.offset)
            try harvestList(&reader, path: list.path, into: sink)
        } else {
            throw KefuError(
                .unreadable, .importNoList,
                why: .importListKeys(JSONListFinder.names.prefix(6).joined(separator: ", ")),
                hint: .importWriteFAQ)
        }
    }

    private func harvestList(
        _ reader: inout JSONReader, path: String, into sink: HarvestSink
    ) throws {
        var index = 0
        var failure: (any Error)?
        try reader.list { (reader) throws(JSONFault) in
            // What the sink throws is no fault of the file: the rest of it is only passed over.
            if failure != nil { return try reader.skip() }
            let item = try Self.item(&reader, at: "\(path)[\(index)]")
            do { try sink(item) } catch { failure = error }
            index += 1
        }
        if let failure { throw failure }
    }

    private static func item(
        _ reader: inout JSONReader, at place: String
    ) throws(JSONFault) -> HarvestItem {
        var ahead = reader
        try ahead.skip()
        guard ahead.position - reader.position <= JSONLinesImporter.longestRow else {
            reader = ahead
            return .refused(Refusal(place: place, why: .importRowTooLong, hint: .importShorten))
        }
        reader.unreadable = nil
        let value = try reader.value()
        return FAQRow.item(from: value, reader.unreadable, at: place)
    }
}
