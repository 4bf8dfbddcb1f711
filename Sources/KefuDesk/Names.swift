import KefuRPC
import KefuStore

// Where the wire and the store name a thing alike, the bare name means the wire's.

/// The store's; the wire has a client's connection of this name.
typealias Connection = KefuStore.Connection
typealias AnswerRecord = KefuRPC.AnswerRecord
typealias BaseStatistics = KefuRPC.BaseStatistics
typealias EntryRevision = KefuRPC.EntryRevision
typealias Feedback = KefuRPC.Feedback

typealias StoredAnswer = KefuStore.AnswerRecord
typealias StoredFeedback = KefuStore.Feedback
