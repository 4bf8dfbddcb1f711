import KefuDomain
import KefuImport

/// Everything that a file brought in.
struct Harvested {
    var entries: [EntryDraft] = []
    var passages: [PassageDraft] = []
    var refused: [Refusal] = []
    var places: [String] = []
    var format = ""

    init(_ bytes: [UInt8], named name: String = "faq", format: String? = nil) throws {
        var found: [HarvestItem] = []
        self.format = try Importers.harvest(bytes, named: name, format: format) { item in
            found.append(item)
        }
        for item in found { take(item) }
    }

    init(_ text: String, named name: String = "faq", format: String? = nil) throws {
        try self.init(Array(text.utf8), named: name, format: format)
    }

    /// The entries as `question=answer`.
    var pairs: [String] { entries.map { "\($0.question)=\($0.answer)" } }

    var refusedPlaces: [String] { refused.map(\.place) }

    private mutating func take(_ item: HarvestItem) {
        switch item {
        case .entry(let draft, let place):
            entries.append(draft)
            places.append(place)
        case .passage(let draft, let place):
            passages.append(draft)
            places.append(place)
        case .refused(let refusal): refused.append(refusal)
        }
    }
}

/// The code of the failure that a harvest ends with; `nil` when it does not fail.
func failure(_ bytes: [UInt8], named name: String = "faq", format: String? = nil) -> KefuError? {
    do {
        _ = try Harvested(bytes, named: name, format: format)
        return nil
    } catch {
        return error as? KefuError
    }
}
