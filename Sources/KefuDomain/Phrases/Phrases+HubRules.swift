/// Why settings and codes of the hub cannot be taken.
extension Phrase {
    static let notADate = Phrase(
        "it is not a date such as 2026-10-01", "不是日期，格式应为 2026-10-01")
    static let neverOpen = Phrase(
        "no working time is left: no clock would ever run", "没有任何工作时间：计时永远不会进行")
    static func lunchOutsideHours(_ hours: DailyHours) -> Phrase {
        Phrase("it does not lie within \(hours)", "不在 \(hours) 之内")
    }
    static func notWithin(_ range: ClosedRange<Int>) -> Phrase {
        Phrase(
            "it is not from \(range.lowerBound) to \(range.upperBound)",
            "不在 \(range.lowerBound) 到 \(range.upperBound) 之间")
    }
    static func grayAboveWhite(_ white: Int) -> Phrase {
        Phrase("it is larger than white, which is \(white)", "大于 white（\(white)）")
    }

    static func codePartEmpty(_ field: String) -> Phrase {
        Phrase("\(field) cannot be part of a K code", "\(field) 不能用于 K 编码")
    }
    static let notACodePart = Phrase(
        "nothing is left of it without dashes, spaces and line breaks", "去掉连字符、空格和换行后没有内容")
    static let codePartHint = Phrase("give it at least one letter", "请至少填写一个字")
}
