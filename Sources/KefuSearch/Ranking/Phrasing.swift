import KefuText

/// What many questions say beside what they ask: phrases that say the same in other words, and
/// phrases that say nothing.
enum Phrasing {
    /// What a phrase that says nothing counts for.
    static let fillerWeight: Float = 0.2

    /// The text with every phrase of the same meaning written in one way.
    /// - Parameter key: as `Analyzer.key` writes it.
    static func canonical(_ key: [UInt32]) -> [UInt32] {
        guard key.contains(where: { same.begins(with: $0) }) else { return key }
        var result: [UInt32] = []
        result.reserveCapacity(key.count)
        var place = 0
        while place < key.count {
            if let (length, other) = same.longest(in: key, at: place) {
                result += other
                place += length
            } else {
                result.append(key[place])
                place += 1
            }
        }
        return result
    }

    /// The phrases in a text that have others of the same meaning, each with those.
    static func synonyms(in text: String) -> [(phrase: String, others: [String])] {
        var found: [(String, [String])] = []
        for (form, phrases) in canonicalForms {
            let all = Set([form] + phrases.split(separator: " ").map(String.init)).sorted()
            guard let phrase = all.filter(text.contains).max(by: { $0.count < $1.count }) else {
                continue
            }
            let others = all.filter { $0 != phrase }
            if !others.isEmpty { found.append((phrase, others)) }
        }
        return found
    }

    /// How much each atom of a text counts: 1, or less inside a phrase that says nothing. A text of
    /// such phrases only counts in full.
    static func emphasis(of atoms: Atoms) -> [Float] {
        var weights = [Float](repeating: 1, count: atoms.ids.count)
        // A phrase begins and ends where words do: 急 says nothing, 急停 does.
        var isBorder = [Bool](repeating: false, count: atoms.ids.count + 1)
        for word in atoms.words { isBorder[word.range.upperBound] = true }
        isBorder[0] = true
        var place = 0
        var hasMore = false
        while place < atoms.ids.count {
            if isBorder[place], let (length, _) = fillers.longest(in: atoms.ids, at: place),
                isBorder[place + length]
            {
                for inside in place..<place + length { weights[inside] = fillerWeight }
                place += length
            } else {
                hasMore = true
                place += 1
            }
        }
        return hasMore ? weights : [Float](repeating: 1, count: atoms.ids.count)
    }
}

/// Phrases by their beginning, each with what stands for it.
private struct PhraseTable {
    typealias Phrase = (text: [UInt32], meaning: [UInt32])

    private var phrases: [UInt32: [Phrase]] = [:]
    /// A bit for each beginning below U+10000: most texts are passed over by it.
    private var beginnings = [UInt64](repeating: 0, count: 1024)

    init(_ list: [Phrase]) {
        for phrase in list {
            guard let head = phrase.text.first else { continue }
            phrases[head, default: []].append(phrase)
            if head < 0x10000 { beginnings[Int(head >> 6)] |= 1 << UInt64(head & 63) }
        }
        phrases = phrases.mapValues { $0.sorted { $0.text.count > $1.text.count } }
    }

    func begins(with head: UInt32) -> Bool {
        head < 0x10000
            ? beginnings[Int(head >> 6)] & 1 << UInt64(head & 63) != 0 : phrases[head] != nil
    }

    func longest(in text: [UInt32], at place: Int) -> (length: Int, meaning: [UInt32])? {
        guard begins(with: text[place]), let known = phrases[text[place]] else { return nil }
        for phrase in known where place + phrase.text.count <= text.count {
            if text[place..<place + phrase.text.count].elementsEqual(phrase.text) {
                return (phrase.text.count, phrase.meaning)
            }
        }
        return nil
    }
}

extension Phrasing {
    /// What stands for the phrases behind it. A phrase that stands for itself only keeps a shorter
    /// one from being found in it.
    private static let same = PhraseTable(
        canonicalForms.flatMap { form, phrases in
            phrases.split(separator: " ").map { (scalars($0), scalars(form)) }
        })

    private static let fillers = PhraseTable(
        fillerPhrases.split(separator: " ").map { phrase in
            let key = phrase.unicodeScalars.map { $0 == "_" ? 0x20 : $0.value }
            return (Atoms(key: key, wordLimit: 0).ids, [])
        })

    private static func scalars(_ text: some StringProtocol) -> [UInt32] {
        text.unicodeScalars.map(\.value)
    }

    private static let canonicalForms: [(String, String)] = [
        ("怎么", "如何 怎样 咋 咋个 怎么才能 怎样才能 如何才能 怎么样才能 要怎么 该怎么 应该怎么"),
        ("怎么样", "怎么样 咋样 咋么样"),
        ("怎么办", "怎么办 咋办 咋整 怎么处理 如何处理 怎么解决 如何解决 该怎么办"),
        ("怎么回事", "怎么回事 咋回事 怎么一回事 什么情况 啥情况"),
        ("什么", "啥 甚么 什麽"),
        ("什么时候", "什么时候 啥时候 何时 几时 什么时间 啥时间 哪时候"),
        ("为什么", "为什么 为何 为啥 因何 干嘛 什么原因 啥原因 怎么会 咋会 是什么原因 原因是什么 何故"),
        ("哪里", "哪里 哪儿 何处 什么地方 啥地方 哪个地方 什么位置 在哪"),
        ("多少钱", "多少钱 什么价格 什么价 啥价 啥价格 多少元 多少块 几块钱 几多钱 价格是多少 价格多少"),
        ("多久", "多久 多长时间 多少时间 要多久 需要多久 多长的时间 几天"),
        ("什么意思", "什么意思 啥意思 何意 是什么意思 是啥意思 意思是什么 什么含义"),
        ("能", "能不能 可不可以 可否 能否 是否可以 是否能 能够 可以 可以不可以 是不是可以 是不是能"),
        ("不能", "不能 不可以 无法 没法 没办法 不能够"),
        ("是不是", "是不是 是否"),
        ("有没有", "有没有 有无"),
        ("没有", "没有 没"),
        ("账号", "帐号 账户 帐户"),
        ("登录", "登陆"),
        ("手机号", "手机号码 手机号"),
        ("需要", "需要 需不需要 是否需要 要不要"),
        ("哪个", "哪个 哪一个"),
        ("哪些", "哪些 哪几个 什么样的 什么些"),
    ]

    /// Words separated by spaces; `_` is a space inside one.
    private static let fillerPhrases = """
        请问 请问一下 问一下 问下 请教 请教一下 咨询 咨询一下 想问 想问下 想问一下 我想问 我想问一下 我想知道 想知道 \
        我想了解 想了解 想了解一下 想咨询 想咨询一下 我要咨询 求助 求 求解 求大神 求教 跪求 急 急急 在线等 大神 高手 \
        谢谢 多谢 谢了 感谢 拜托 麻烦 麻烦你 麻烦您 劳驾 帮忙 帮我 帮我看看 帮看下 看下 看一下 你好 您好 你好呀 亲 亲们 \
        哈喽 在吗 有人吗 大家 各位 有谁知道 谁知道 有人知道 谁能告诉我 告诉我 告诉我一下 知道 知道吗 一下 一下子 \
        呢 的 了 吗 啊 呀 吧 么 嘛 哦 噢 呐 啦 哈 呃 嗯 额 诶 哎 就是 这个 那个 这 那 就 也 都 还 又 再 到底 究竟 \
        具体 其实 现在 目前 一般 通常 大概 有点 比较 然后 因为 所以 如果 的话 我 你 您 我们 你们 咱们 他们 自己 \
        pleas please kindly hi hello hey thank thanks thank_you sorri sorry excus_me i_want_to_know \
        can_you_tell_me could_you_tell_me tell_me i_would_like_to_know do_you_know just also really \
        i im id ive my me you your the a an is am are was were be been it it's its this that to of in \
        on for at do doe does did
        """
}
