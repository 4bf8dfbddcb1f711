public import KefuDomain

/// `kb.merge`
public enum MergeEntries: Method {
    public static let name = "kb.merge"
    public static let summary =
        "Puts an entry into another as wordings of it; kb.revert of both takes that back."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let keep: String
        public let merge: String

        public init(keep: String, merge: String) {
            self.keep = keep
            self.merge = merge
        }

        public enum CodingKeys: String, FieldKey {
            case keep, merge

            public var doc: Field {
                switch self {
                case .keep: Field(.text, "The entry that stays, with its answer.")
                case .merge:
                    Field(.text, "The entry whose question becomes a variant, and which goes.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let entry: Entry
        public let merged: String
        public let undo: [EntryState]
        public let told: ToldOldAnswer?

        public init(entry: Entry, merged: String, undo: [EntryState], told: ToldOldAnswer?) {
            self.entry = entry
            self.merged = merged
            self.undo = undo
            self.told = told
        }

        public enum CodingKeys: String, FieldKey {
            case entry, merged, undo, told

            public var doc: Field {
                switch self {
                case .entry: Field(.object(Entry.self), "The entry that stays.")
                case .merged: Field(.text, "The entry that went.")
                case .undo:
                    Field(
                        .list(.object(EntryState.self)),
                        "What kb.revert brings back, in this order.")
                case .told: .optional(.object(ToldOldAnswer.self), ToldOldAnswer.doc)
                }
            }
        }
    }
}

/// A state that an entry was in.
public struct EntryState: Documented {
    public let id: String
    public let revision: Int

    public init(id: String, revision: Int) {
        self.id = id
        self.revision = revision
    }

    public enum CodingKeys: String, FieldKey {
        case id, revision

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The entry's id.")
            case .revision: Field(.integer(1...Int.max), "The number of its state.")
            }
        }
    }
}

/// `kb.keep_both`
public enum KeepEntries: Method {
    public static let name = "kb.keep_both"
    public static let summary =
        "Says that entries are to stay beside each other: kb.conflicts lists them no more."
    public static let effect = Effect.write

    /// Fewer are no pair; more are no decision about pairs.
    public static let counts = 2...20

    public struct Params: Documented {
        public let ids: [String]
        public let forget: Bool?

        public init(ids: [String], forget: Bool? = nil) {
            self.ids = ids
            self.forget = forget
        }

        public enum CodingKeys: String, FieldKey {
            case ids, forget

            public var doc: Field {
                switch self {
                case .ids: Field(.list(.text), "Two entries or more, up to 20; each pair is kept.")
                case .forget: .optional(.flag, "Takes the decision back; false when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let kept: Bool
        public let ids: [String]

        public init(kept: Bool, ids: [String]) {
            self.kept = kept
            self.ids = ids
        }

        public enum CodingKeys: String, FieldKey {
            case kept, ids

            public var doc: Field {
                switch self {
                case .kept:
                    Field(
                        .flag,
                        "Whether they are kept, as long as none of them changes its question or answer."
                    )
                case .ids: Field(.list(.text), "The entries.")
                }
            }
        }
    }
}
