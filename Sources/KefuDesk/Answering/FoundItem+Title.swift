import KefuDomain

extension FoundItem {
    /// What a person recognises it by: the question, or the passage's headings.
    var title: String {
        switch self {
        case .entry(let entry):
            return entry.question
        case .passage(let passage):
            let path = passage.sectionPath
            return path.isEmpty ? String(passage.text.prefix(40)) : path
        }
    }
}
