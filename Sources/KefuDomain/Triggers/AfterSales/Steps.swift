extension Troubleshooting {
    /// The steps that the base has, sorted by who can do them; general ones where it has none.
    /// - Parameter knowledge: answers and passages, best first.
    static func of(_ knowledge: [String], isDangerous: Bool, language: Language) -> Troubleshooting
    {
        var remote: [String] = []
        var onsite: [String] = []
        for step in knowledge.prefix(6).flatMap(sentences) where isAction(step) {
            if contains(onsiteWords, step) {
                if onsite.count < 8, !onsite.contains(step) { onsite.append(step) }
            } else if remote.count < 8, !remote.contains(step),
                !(isDangerous && contains(energising, step))
            {
                remote.append(step)
            }
        }
        let general = isDangerous ? Phrase.dangerSteps : Phrase.remoteSteps
        if remote.isEmpty { remote = general.map { $0.text(language) } }
        if onsite.isEmpty { onsite = Phrase.onsiteSteps.map { $0.text(language) } }
        // Whatever the base says, nobody should touch a pile that smokes.
        if isDangerous { remote.insert(Phrase.stopUsing.text(language), at: 0) }
        return Troubleshooting(remote: remote, onsite: onsite)
    }

    private static func contains(_ words: WordTable<Void>, _ step: String) -> Bool {
        let reading = Reading(step)
        return words.contains(in: reading, 0..<reading.count)
    }

    /// E103 是接地异常 explains; 断电 1 分钟 is a step.
    private static func isAction(_ step: String) -> Bool {
        !contains(explanations, step) || contains(actions, step)
    }

    private static let explanations = WordTable<Void>("是|表示|代表|means|is|indicates|stands for")
    private static let actions = WordTable<Void>(
        """
        请|先|断电|断开|检查|拔|重新|换|查看|看|确认|等|按|旋|擦|清理|让|停|试|报修|联系|please|check|press|turn|unplug
        plug|wait|switch|call|try|report|have|stop|clean
        """
    )
    /// What nobody should do with a pile that smokes.
    private static let energising = WordTable<Void>(
        """
        上电|送电|合闸|重启|再试|试一|插枪|插到底|重新插|换一|充电|等|restart|reboot|power on|switch on|plug
        try again|reset
        """)

    /// What needs somebody with tools on the spot.
    private static let onsiteWords = WordTable<Void>(
        """
        上门|现场|工程师|技术员|师傅|电工|售后|报修|更换|换枪线|换主板|拆|万用表|测量|接线|返厂|维修|供电公司|接地电阻|兆欧表
        technician|engineer|electrician|on site|onsite|replace|multimeter|measure|wiring
        open the cabinet|report a fault|service team|contact support
        """)

    /// The sentences of a passage, numbers and bullets in front dropped.
    static func sentences(_ passage: String) -> [String] {
        let reading = Reading(passage)
        var found: [String] = []
        var start = 0
        for place in 0...reading.count {
            let isEnd = place == reading.count || endsSentence(reading, place)
            guard isEnd else { continue }
            let text = reading.words(withoutBullet(start..<place, reading))
            if text.unicodeScalars.count >= 4, found.count < 24 { found.append(text) }
            start = min(place + 1, reading.count)
        }
        return found
    }

    private static func endsSentence(_ reading: Reading, _ place: Int) -> Bool {
        switch reading.folded[place] {
        case 0x0A, 0x3002, 0x3B, 0x21, 0x7C: true
        case Sign.point:
            place + 1 < reading.count && Sign.isSpace(reading.folded[place + 1])
                && !(place > 0 && Sign.isDigit(reading.folded[place - 1]))
        default: false
        }
    }

    /// `1.`, `2)`, `-`, `①`, `#`.
    private static func withoutBullet(_ range: Range<Int>, _ reading: Reading) -> Range<Int> {
        var start = reading.trimmed(range).lowerBound
        let first = start
        while start < range.upperBound, start - first < 4, isBullet(reading.folded[start]) {
            start += 1
        }
        let hasDigit = start > first && Sign.isDigit(reading.folded[start - 1])
        return (hasDigit ? first : start)..<range.upperBound
    }

    private static func isBullet(_ scalar: UInt32) -> Bool {
        Sign.isDigit(scalar) || Sign.isSpace(scalar) || (0x2460...0x2473).contains(scalar)
            || bullets.contains(scalar)
    }

    private static let bullets = Set(".)(-*#、）·•".unicodeScalars.map(\.value))
}
