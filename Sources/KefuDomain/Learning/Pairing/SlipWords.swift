/// Words by which people take back what they wrote.
enum SlipWords {
    enum Strength: Sendable {
        /// Says nothing else.
        case strong
        /// May be what is spoken of: 地址写错了怎么办.
        case weak
    }

    static let markers = WordTable<Strength>([
        (
            .strong,
            """
            更正一下|更正下|更正|纠正一下|纠正下|订正|修正一下|不对应该是|不对，应该是|不对，是
            correction|typo|i meant|i mean|sorry, i meant|my mistake|my bad|scratch that
            """
        ),
        (
            .weak,
            "说错了|说错|打错了|打错|写错了|写错|搞错了|弄错了|看错了|记错了|报错价了|发错了是|口误|手误|笔误|有误|打错字了|打错字"
        ),
    ])

    /// May stand before a marker.
    static let openers = WordTable<Void>(
        "刚才|刚刚|上面|上一条|前面|那个|我|有个|这里|啊|哎呀|呃|oops|actually|about that")

    /// Between a marker and what is right.
    static let copulas = WordTable<Void>(
        """
        应该是|应该为|应为|应该|正确的是|正确是|是|为|改为|改成
        it's|it is|it should be|should be|that is|was
        """)

    /// 你们发错了: somebody else's mistake.
    static let goods = WordTable<Void>("你们|货|颜色|尺码|型号|款|件|快递|you|your")

    static let retractions = WordTable<Void>(
        """
        撤回了一条消息|撤回一条消息|发错了|发错人了|发错群了|发错人|发错群|忽略上一条|忽略上面|忽略我上面|当我没说|上一条作废|上面那条作废
        recalled a message|wrong chat|wrong person|ignore that|ignore my last|please ignore
        disregard
        """)
}
