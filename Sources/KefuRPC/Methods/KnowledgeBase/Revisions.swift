public import KefuDomain

/// `kb.revisions`
public enum ListRevisions: Method {
    public static let name = "kb.revisions"
    public static let summary =
        "Lists every state of an entry, newest first."
    public static let effect = Effect.read

    public typealias Params = EntryID

    public struct Result: Documented {
        public let revisions: [EntryRevision]

        public init(revisions: [EntryRevision]) {
            self.revisions = revisions
        }

        public enum CodingKeys: String, FieldKey {
            case revisions

            public var doc: Field {
                switch self {
                case .revisions: Field(.list(.object(EntryRevision.self)), "The states.")
                }
            }
        }
    }
}

/// One state of an entry.
public struct EntryRevision: Documented {
    public let revision: Int
    public let at: Timestamp
    public let what: String
    public let entry: Entry

    public init(revision: Int, at: Timestamp, what: String, entry: Entry) {
        self.revision = revision
        self.at = at
        self.what = what
        self.entry = entry
    }

    public enum CodingKeys: String, FieldKey {
        case revision, at, what, entry

        public var doc: Field {
            switch self {
            case .revision: Field(.integer(1...Int.max), "Its number, counted from 1.")
            case .at: Field(.time, "When it came about.")
            case .what: Field(.text, "What was done: added, updated, imported, reverted ….")
            case .entry: Field(.object(Entry.self), "The entry as it was then.")
            }
        }
    }
}

/// `kb.revert`
public enum RevertEntry: Method {
    public static let name = "kb.revert"
    public static let summary = "Brings back an earlier state of an entry, as a new revision."
    public static let effect = Effect.write

    public struct Params: Documented {
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
                case .revision: Field(.integer, "The number of the state to bring back.")
                }
            }
        }
    }

    public typealias Result = ChangedEntry
}
