/// 故障现象: the clauses that say what is wrong.
enum SymptomField {
    static func value(_ reading: Reading, _ times: [TimeMention]) -> FormValue {
        let strong = clauses(of: strong, reading)
        let chosen = strong.isEmpty ? clauses(of: weak, reading) : strong
        let findings = chosen.prefix(3).map { Finding(stripped($0, reading, times)) }
        return reading.joined(Array(findings), atMost: 3)
    }

    /// Whether anything is said to be broken.
    static func isSaid(_ reading: Reading) -> Bool {
        !clauses(of: strong, reading).isEmpty || !clauses(of: weak, reading).isEmpty
    }

    private static func clauses(of table: WordTable<Void>, _ reading: Reading) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for mention in table.mentions(in: reading) {
            let clause = reading.piece(around: mention.range)
            guard found.last != clause, !reading.begins(notASymptom, at: mention.range.upperBound),
                !isDenied(mention.range, reading)
            else { continue }
            found.append(clause)
        }
        return found
    }

    /// 没有跳闸 is none; 无法充电 holds its own 无.
    private static func isDenied(_ range: Range<Int>, _ reading: Reading) -> Bool {
        guard let start = reading.negation(before: range.lowerBound) else { return false }
        return denials.match(in: reading, at: start) != nil
    }

    private static let denials = WordTable<Void>("没有|没|不是|无|no|not")

    private static let notASymptom = WordTable<Void>("码|代码|怎么收费|维修费|率|时间|图|类型|报修流程|流程")

    /// Without the time in front: 昨天晚上开始跳闸.
    private static func stripped(
        _ clause: Range<Int>, _ reading: Reading, _ times: [TimeMention]
    ) -> Range<Int> {
        var start = clause.lowerBound
        for time in times
        where time.range.lowerBound == start && time.range.upperBound < clause.upperBound {
            start = time.range.upperBound
        }
        for _ in 0..<2 {
            let next = reading.skippingSpaces(from: start)
            guard let word = fillers.match(in: reading, at: next),
                word.range.upperBound < clause.upperBound
            else { break }
            start = word.range.upperBound
        }
        return start..<clause.upperBound
    }

    private static let fillers = WordTable<Void>(
        "你好|您好|请问|就是|然后|但是|现在|而且|不过|可是|后来|因为|hi|hello|and|but|so")

    private static let strong = WordTable<Void>(
        """
        无法充电|就停|就跳|跳了|老跳|不能充电|没法充电|充不了|充不进|充不上|冲不上|冲不了|充不了电|充不满|充电慢|充电很慢|充得慢|充得很慢|充电特别慢|充电太慢|慢充不进|不充电|冲不进
        跳枪|跳闸|跳停|黑屏|花屏|白屏|死机|离线|掉线|断线|连不上|不通电|没电了|没反应|无反应|不亮|红灯|黄灯|不启动|启动不了|启动失败|无法启动|起不来
        拔不出|拔不下|拔不了|枪卡|卡枪|卡住|锁住|锁不上|枪锁|过热|过温|发烫|很烫|烫手|冒烟|焦味|糊味|烧焦|烧了|烧坏|异响|噪音|声音很大|嗡嗡|漏电|突然断电
        自动断电|自己断电|经常断电|老断电|老是断电|就断电|停了|中断|自动停|停充
        停机|停运|瘫痪|功率上不去|功率上不来|功率只有|只有几千瓦|电流小|电流上不去|绝缘故障|绝缘异常|通讯故障|通信故障|通讯异常|通信异常|进水|泡水|被淹|起火|着火
        坏了|坏掉|不工作|用不了
        打不开|刷不了|刷卡失败|扫不了|扫码失败|识别不了|识别不到|读不到|不识别|裂了|破损|断了|松动|不计费|计费不对|多扣|扣费|结算不了|屏幕碎|触电|麻手|电人
        不能用|不动了|闪灯|灯闪|接触不良|接地故障|接地异常|过压|欠压|过流|急停|风扇不转|不转|打火|冒火花|充一会就停|充一会儿就停|充着充着|车不认
        won't charge|will not charge|not charging|doesn't charge|does not charge|cannot charge
        can't charge|stops charging|stopped charging
        won't start|will not start|doesn't start|does not start|trips|tripping|tripped|offline
        no power|black screen|blank screen|screen is black|overheating|overheats
        too hot|stuck|not working|doesn't work|does not work|stopped working|broken|smoke
        burning smell|no response|not responding|unresponsive|charging slowly|charges slowly
        slow charging|very slow
        won't unlock|can't unplug|cannot unplug|red light|leaking|keeps disconnecting
        disconnects|won't turn on|does not turn on|interrupted|out of service|down
        """)

    private static let weak = WordTable<Void>(
        "报错|报警|故障|异常|有问题|出问题|出毛病|毛病|不正常|充电停止|error|fault|alarm|problem|issue|malfunction")
}
