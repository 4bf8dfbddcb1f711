/// A time in a customer's words: 下周三前, 10月20日, 两周内, yesterday evening.
struct TimeMention: Sendable {
    enum Kind: Sendable {
        case past
        case future
        /// A date or a part of a day that may be either.
        case open
        /// 30天 alone.
        case span
        /// 尽快: no time, but a wish.
        case urgent
    }

    var range: Range<Int>
    var kind: Kind
    /// 前, 内, by, within: something is to have happened by then.
    var isDeadline = false
    /// Only 早上 or 3点.
    var isPartOfDay = false
}
