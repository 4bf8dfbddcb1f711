extension Troubleshooting {
    /// The steps that the base has, sorted by who can do them; general ones where it has none.
    /// - Parameters:
    ///   - knowledge: answers and passages, best first.
    ///   - codes: the fault codes that the customer named, in one text.
    static func of(
        _ knowledge: [String], codes: String?, isDangerous: Bool, language: Language
    ) -> Troubleshooting {
        var remote: [String] = []
        var onsite: [String] = []
        let codes = Instruction.codes(in: codes ?? "")
        let instructions = knowledge.prefix(6).flatMap { Instruction.all(in: $0, codes: codes) }
        for step in instructions {
            if step.isOnsite ?? contains(onsiteWords, step.text) {
                if onsite.count < 8, !onsite.contains(step.text) { onsite.append(step.text) }
            } else if remote.count < 8, !remote.contains(step.text),
                !(isDangerous && contains(energising, step.text))
            {
                remote.append(step.text)
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

    /// 断电 1 分钟 is a step; E103 是接地异常 explains, 严禁把零线当地线 forbids.
    static func isAction(_ step: String) -> Bool {
        contains(actions, step) && !contains(prohibitions, step)
    }

    private static let prohibitions = WordTable<Void>("严禁|禁止|不得|不允许|切勿|must not|never")
    private static let actions = WordTable<Void>(
        """
        请|先|断电|断开|检查|拔|插|重新|重启|换|更换|查看|看|确认|等|按|长按|旋|拧|擦|清理|清洁|清洗|洗|晾|让|停|关闭|打开|松开|合上|推|拉
        试|测|量取|测量|校准|调|设置|升级|登录|扫码|复位|加装|加热|冷却|降温|拆|取下|装上|紧固|固定|报修|联系|通知|安排|致电|拍|记下|记录|远离
        please|check|press|hold|turn|unplug|plug|push|pull|wait|switch|power off|power on|restart|reset
        call|try|report|have|stop|clean|dry|cool|keep|end|unlock|remove|replace|tighten|open|close
        set|update|measure|contact|ask|note|take
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
}
