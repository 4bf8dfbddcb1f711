/// What a customer's message says to a numbered question that was just put to them.
public enum ClarificationPick: Sendable, Hashable {
    /// The choice with this number, counted from 1.
    case choice(Int)
    /// None of them.
    case none

    /// Reads a whole message such as `2`, `第二个`, `选 3`, `the second one`, `都不是`.
    /// - Parameters:
    ///   - key: the normalised message.
    ///   - count: how many choices there were; larger numbers are no pick.
    /// - Returns: `nil` when the message is no pick.
    public init?(key: String, of count: Int) {
        if Self.refusals.contains(key) {
            self = .none
            return
        }
        guard let number = Self.number(in: key), (1...max(count, 1)).contains(number), count > 0
        else {
            return nil
        }
        self = .choice(number)
    }

    private static func number(in key: String) -> Int? {
        if let ordinal = ordinals[key] { return ordinal }
        var rest = Substring(key)
        for prefix in prefixes where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        for suffix in suffixes where rest.hasSuffix(suffix) {
            rest = rest.dropLast(suffix.count)
            break
        }
        let digits = String(rest).trimmed
        return ordinals[digits] ?? (digits.utf8.count <= 2 ? Int(digits) : nil)
    }

    private static let ordinals: [String: Int] = [
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "前者": 1, "后者": 2,
        "first": 1, "second": 2, "third": 3, "one": 1, "two": 2, "three": 3,
        "1st": 1, "2nd": 2, "3rd": 3,
    ]
    private static let prefixes = [
        "我选择第", "我想问第", "我问的是第", "选择第", "我选第", "就是第", "选第", "是第", "第", "我选择", "我选", "选择",
        "选", "是", "回复", "the", "number", "no", "option",
    ]
    private static let suffixes = [
        "个问题", "个吧", "个", "条", "项", "号", "吧", "啊", "one", "option",
    ]
    private static let refusals: Set<String> = [
        "都不是", "不是", "没有", "都不对", "不对", "以上都不是", "都没有", "0",
        "none", "none of them", "none of these", "neither", "no",
    ]
}

extension String {
    /// Without spaces at either end.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
