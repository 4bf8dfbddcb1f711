/// Words of which an answer to one question may hold only one.
enum Opposite {
    /// One word of a pair in an answer.
    struct Side {
        let pair: Int
        let isFirst: Bool
        /// The pieces of its clause.
        let context: Set<String>
    }

    static func sides(in reading: Reading) -> [Side] {
        table.mentions(in: reading).compactMap { mention in
            let clause = reading.clause(at: mention.range.lowerBound)
            guard !reading.asks(clause) else { return nil }
            let isDenied = reading.negation(before: mention.range.lowerBound) != nil
            let around =
                reading.words(clause.lowerBound..<mention.range.lowerBound) + "|"
                + reading.words(mention.range.upperBound..<clause.upperBound)
            return Side(
                pair: mention.tag.pair, isFirst: mention.tag.isFirst != isDenied,
                context: Synonyms.pieces(around))
        }
    }

    /// Whether one answer holds only the one side of a pair and the other only the other, about
    /// the same thing.
    static func clash(_ one: AnswerClaims, _ other: AnswerClaims) -> Bool {
        pairs.indices.contains { pair in
            let mine = one.sides.filter { $0.pair == pair }
            let theirs = other.sides.filter { $0.pair == pair }
            guard let first = mine.first, let second = theirs.first,
                mine.allSatisfy({ $0.isFirst == first.isFirst }),
                theirs.allSatisfy({ $0.isFirst == second.isFirst }),
                first.isFirst != second.isFirst
            else { return false }
            return isAboutOne(mine, theirs)
        }
    }

    private static func isAboutOne(_ mine: [Side], _ theirs: [Side]) -> Bool {
        mine.contains { one in
            theirs.contains { other in
                let fewest = min(one.context.count, other.context.count)
                if fewest == 0 { return true }
                return Double(one.context.intersection(other.context).count) / Double(fewest) >= 0.4
            }
        }
    }

    private struct Tag: Sendable {
        let pair: Int
        let isFirst: Bool
    }

    private static let table = WordTable<Tag>(
        pairs.enumerated().flatMap { place, sides in
            [
                (Tag(pair: place, isFirst: true), sides.0),
                (Tag(pair: place, isFirst: false), sides.1),
            ]
        })

    private static let pairs: [(String, String)] = [
        ("含税", "不含税|未税|未含税"), ("包邮|我们承担运费|卖家承担|我们出运费", "不包邮|到付|运费自理|买家承担|自己承担|客户承担"),
        ("先款后货|款到发货|先付款", "货到付款|后付款"), ("单相", "三相"), ("交流", "直流"), ("室内", "室外|户外|露天"),
        ("顺时针|clockwise", "逆时针|counterclockwise|anticlockwise"),
        ("断电|关机|关闭|切断电源|switch off|turn off", "通电|开机|开启|打开|switch on|turn on"),
        ("饭前|空腹|before meals|on an empty stomach", "饭后|餐后|随餐|after meals|with food"),
        ("冷水|凉水|cold water", "热水|温水|hot water|warm water"),
        ("手洗|hand wash", "机洗|洗衣机|machine wash|machine washable"),
        ("左侧|左边|on the left", "右侧|右边|on the right"), ("正面|前面|front", "背面|后面|反面|back"),
        ("全额|full refund", "部分退|扣除手续费|partial refund"),
        ("冷藏|冷冻|refrigerate|refrigerated", "常温|室温|room temperature"), ("有线|wired", "无线|wireless"),
        ("偏大|run large|runs large", "偏小|run small|runs small"),
        ("现货|in stock", "缺货|无货|没货|断货|预订|预售|out of stock|sold out"),
        ("工作日", "每天|全年无休|周末也"), ("休息|放假|不上班|不营业|closed", "上班|营业|开门|open"),
        ("可退|refundable|returnable", "不可退|不退|non-refundable|final sale"),
    ]
}
