/// Words of the trade that name the same thing in two answers.
enum Synonyms {
    /// The pieces of a text, with one word for each group of synonyms.
    static func pieces(_ text: String) -> Set<String> {
        let reading = Reading(text)
        var pieces = TextPieces(reading).words
        for mention in table.mentions(in: reading) {
            pieces.subtract(TextPieces(Reading(reading.words(mention.range))).words)
            pieces.insert(mention.tag)
        }
        return pieces.subtracting(vague)
    }

    private static let table = WordTable<String>(
        groups.map { group in
            (String(group.prefix { $0 != "|" }), group)
        })

    private static let groups = [
        "保修|质保|保固|三包|质保期|保修期|warranty|guarantee|guaranteed",
        "价格|售价|单价|报价|价钱|卖|只要|price|costs|cost", "运费|邮费|快递费|物流费|shipping|freight",
        "发货|出货|寄出|发出|ship|ships|shipped|dispatch", "安装|上门安装|装机|installation|install",
        "退款|退钱|退回|refund|refunds|refunded", "退货|退换|return|returns",
        "营业|上班|开门|工作时间|open", "到货|送达|收到|送到|arrive|arrives|delivered|delivery",
        "充满|充满电|充电|full charge|charge|charges", "定金|订金|押金|deposit",
        "专票|增值税专用发票|专用发票", "普票|增值税普通发票|普通发票",
    ]

    /// Pieces that any clause may hold.
    private static let vague: Set<String> = [
        "大概", "大约", "左右", "默认", "目前", "现在", "通常", "正常", "全国", "统一", "时间", "about", "around",
        "usually", "only", "up", "within", "up to",
    ]
}
