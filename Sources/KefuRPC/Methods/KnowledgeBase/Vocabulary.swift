public import KefuDomain

/// Groups of words that mean the same: what `kb.synonyms` gives and `kb.set_synonyms` takes.
public struct SynonymGroups: Documented {
    public let groups: [[String]]

    public init(groups: [[String]]) {
        self.groups = groups
    }

    public enum CodingKeys: String, FieldKey {
        case groups

        public var doc: Field {
            switch self {
            case .groups:
                Field(.list(.list(.text(maxLength: 100))), "Each a list of words of one meaning.")
            }
        }
    }
}

/// Words that carry no meaning here: what `kb.ignored` gives and `kb.set_ignored` takes.
public struct IgnoredWords: Documented {
    public let words: [String]

    public init(words: [String]) {
        self.words = words
    }

    public enum CodingKeys: String, FieldKey {
        case words

        public var doc: Field {
            switch self {
            case .words: Field(.list(.text(maxLength: 100)), "The words, such as a company name.")
            }
        }
    }
}

/// `kb.synonyms`
public enum GetSynonyms: Method {
    public static let name = "kb.synonyms"
    public static let summary = "Gives the operator's synonyms."
    public static let effect = Effect.read

    public typealias Params = Nothing
    public typealias Result = SynonymGroups
}

/// `kb.set_synonyms`
public enum SetSynonyms: Method {
    public static let name = "kb.set_synonyms"
    public static let summary = "Replaces the operator's synonyms."
    public static let effect = Effect.write

    public typealias Params = SynonymGroups
    public typealias Result = SynonymGroups
}

/// `kb.ignored`
public enum GetIgnored: Method {
    public static let name = "kb.ignored"
    public static let summary = "Gives the words that searching passes over."
    public static let effect = Effect.read

    public typealias Params = Nothing
    public typealias Result = IgnoredWords
}

/// `kb.set_ignored`
public enum SetIgnored: Method {
    public static let name = "kb.set_ignored"
    public static let summary = "Replaces the words that searching passes over."
    public static let effect = Effect.write

    public typealias Params = IgnoredWords
    public typealias Result = IgnoredWords
}
