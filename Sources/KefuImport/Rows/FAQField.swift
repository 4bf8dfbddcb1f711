/// What a row of a FAQ file can say, and by which names other products call it.
enum FAQField: Int, CaseIterable, Sendable {
    case question, answer, variants, negatives, category, tags, externalID, title, section
    case status, disabled, enabled, source, review, expiresAt

    /// The name in kefu's own exports, and in what kefu says about the field.
    var name: String {
        switch self {
        case .externalID: "id"
        case .expiresAt: "expires_at"
        default: "\(self)"
        }
    }

    /// Whether it holds several texts.
    var isList: Bool {
        switch self {
        case .variants, .negatives, .tags: true
        default: false
        }
    }

    /// The names that are read as this field, normalised; of several in a row the first counts.
    private var names: [String] {
        switch self {
        case .question:
            [
                "question", "questions", "q", "query", "ask", "standardquestion", "stdquestion",
                "prompt", "instruction", "问题", "問題", "标准问题", "標準問題", "标准问", "標準問",
                "主问题", "用户问题", "客户问题", "问法", "问句", "提问", "提問", "问", "問",
            ]
        case .answer:
            [
                "answer", "answers", "a", "reply", "response", "output", "completion",
                "standardanswer", "答案", "回答", "机器人回答", "機器人回答", "标准答案", "標準答案",
                "标准回答", "答复", "答覆", "回复", "回覆", "答", "分段内容", "分段內容", "内容", "內容",
                "正文", "content", "text", "passage", "body",
            ]
        case .variants:
            [
                "variants", "variant", "similarquestions", "similarquestion", "similar", "aliases",
                "alias", "alternatives", "paraphrases", "extendedquestions", "indexes", "index",
                "相似问题", "相似問題", "相似问法", "相似问", "扩展问题", "扩展问法", "扩展问", "同义问法",
                "同义问", "其他问法", "问题变体", "变体", "别名", "索引",
            ]
        case .negatives:
            [
                "negatives", "negative", "negativequestions", "negativequestion",
                "counterexamples", "反例问题", "反例問題", "反例", "负例", "排除问题",
            ]
        case .category:
            ["category", "categories", "class", "group", "分类", "分類", "类别", "類別", "类目", "目录", "分组"]
        case .tags:
            ["tags", "tag", "labels", "label", "标签", "標籤", "标记"]
        case .externalID:
            ["externalid", "id", "faqid", "questionid", "uuid", "编号", "編號"]
        case .title:
            ["title", "heading", "标题", "標題", "分段标题", "分段標題", "主题"]
        case .section:
            ["section", "sections", "章节", "章節"]
        case .status:
            ["status", "状态", "狀態"]
        case .disabled:
            ["disabled", "isdisabled", "是否停用", "停用", "是否禁用"]
        case .enabled:
            ["enabled", "isenabled", "是否启用", "启用"]
        case .source:
            ["source", "来源", "來源"]
        case .review:
            ["review", "审核", "復核", "复核"]
        case .expiresAt:
            [
                "expiresat", "expires", "expiry", "expirydate", "validuntil", "有效期至", "有效期",
                "过期时间", "失效时间", "到期时间",
            ]
        }
    }

    /// What a name means: its field, and its rank among the field's names.
    struct Meaning {
        let field: FAQField
        let rank: Int
    }

    /// The meaning of a column header or a JSON member; `nil` for a name that says nothing here.
    static func meaning(of name: String) -> Meaning? {
        let plain = normalised(name)
        if let meaning = known[plain] { return meaning }
        // index1, index2, … and 相似问1, 相似问2, …
        let stem = String(plain.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
        guard let meaning = known[stem], meaning.field.isList else { return nil }
        return meaning
    }

    /// A name without case, spaces, remarks in brackets (`问题（必填）`) and marks such as `*`.
    static func normalised(_ name: String) -> String {
        var plain = ""
        for character in name.lowercased() {
            switch character {
            case "(", "（", "[", "【", "<", "〈", ":", "：":
                if !plain.isEmpty { return withoutRemark(plain) }
            case "_", "-", "*", "\"", "'", "#", "\u{FEFF}": continue
            case _ where character.isWhitespace: continue
            default: plain.append(character)
            }
        }
        return withoutRemark(plain)
    }

    private static func withoutRemark(_ name: String) -> String {
        for remark in ["必填", "选填", "可选", "required", "optional"]
        where name.hasSuffix(remark) && name.count > remark.count {
            return String(name.dropLast(remark.count))
        }
        return name
    }

    private static let known: [String: Meaning] = {
        var known: [String: Meaning] = [:]
        for field in allCases {
            for (rank, name) in field.names.enumerated() {
                known[name] = Meaning(field: field, rank: rank)
            }
        }
        return known
    }()
}
