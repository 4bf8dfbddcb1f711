import KefuDomain

/// Where an entry's wordings can be found.
enum IndexPlace {
    case none
    /// Among all that answers customers.
    case answering
    /// Apart: an entry in the shadow predicts, and must change nothing that customers get.
    case shadow

    init(_ status: EntryStatus) {
        switch status {
        case .active: self = .answering
        case .shadow: self = .shadow
        case .pending, .disabled: self = .none
        }
    }
}
