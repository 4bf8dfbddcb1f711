/// The words by which hard evidence is told from other numbers.
enum EvidenceWords {
    /// Latin letters before a fault code, with how many digits follow.
    static let faultPrefixes: [String: ClosedRange<Int>] = [
        "e": 2...5, "f": 2...5, "er": 1...5, "err": 1...6, "error": 1...6, "al": 2...5,
        "alm": 1...5, "alarm": 1...6, "fault": 1...6, "fc": 2...5,
    ]
    /// Before a number alone.
    static let codeNouns = scalars([
        "故障码", "故障代码", "报警码", "报警代码", "错误码", "错误代码", "告警码", "告警代码", "fault code", "error code",
        "alarm code",
    ])
    /// Before a number with letters.
    static let faultNouns =
        codeNouns
        + scalars(["代码", "故障", "报警", "报错", "告警", "错误", "异常", "显示", "提示", "code", "alarm"])

    static let electrical: Set<String> = [
        "w", "kw", "mw", "va", "kva", "mva", "v", "kv", "kwp", "watt", "watts", "volt", "volts",
        "vac", "vdc",
    ]
    static let electricalHan = scalars(["千瓦", "兆瓦", "瓦", "伏", "千伏"])

    static let orderNumbers = scalars([
        "单号", "订单编号", "合同号", "合同编号", "订单尾号", "单据号", "order number", "order no", "order id",
        "contract no", "tracking number",
    ])
    static let orders = scalars(["订单", "合同", "采购单", "发货单", "运单", "order", "invoice"])
    static let orderPrefixes: Set<String> = ["po", "so", "order"]

    /// Before a number that only points: 第三台, 这一套.
    static let ordinals: Set<Unicode.Scalar> = set("第这那每某另同统唯单")
    /// What goods are counted in.
    static let counters: Set<Unicode.Scalar> = set("台套把件箱批组根支只桶卷吨米辆盒袋")
    /// As well, but not only goods.
    static let looseCounters: Set<Unicode.Scalar> = set("个条块张份")
    /// Behind a loose counter: no goods.
    static let uncounted: Set<Unicode.Scalar> = set("人月小钟星礼朋多半点钱年问")
    static let quantities: Set<String> = [
        "kg", "kgs", "ton", "tons", "meter", "meters", "metre", "metres",
        "pc", "pcs", "piece", "pieces", "set", "sets", "unit", "units", "ea",
    ]

    static let fillers: Set<Unicode.Scalar> = set(" :：是为#-")

    private static func set(_ text: String) -> Set<Unicode.Scalar> { Set(text.unicodeScalars) }

    private static func scalars(_ words: [String]) -> [[Unicode.Scalar]] {
        words.map { Array($0.unicodeScalars) }
    }
}
