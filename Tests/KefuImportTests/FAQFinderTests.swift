import KefuDomain
import Testing

@testable import KefuImport

private func found(_ text: String, _ name: String = "a.md") throws -> Harvested {
    try Harvested(text, named: name)
}

@Suite struct FAQFinderTests {
    @Test(arguments: ["a.md", "a.txt"])
    func takesMarkedQuestionsWithTheirAnswers(name: String) throws {
        let harvested = try found(
            """
            # 售后手册

            下面是客户常问的。

            问：充电桩保修几年？
            答：整机三年。

            Q2. Can I install it outdoors?
            A2. Yes, it is IP65.

            【问】几天发货
            【答】三天。

            """, name)
        #expect(
            harvested.pairs == [
                "充电桩保修几年？=整机三年。", "Can I install it outdoors?=Yes, it is IP65.",
                "几天发货=三天。",
            ])
        #expect(harvested.places.filter { $0 != "line 3" } == ["line 5", "line 8", "line 11"])
        #expect(harvested.passages.map(\.text) == ["下面是客户常问的。"])
    }

    @Test func splitsAQuestionFromAnAnswerOnTheSameLine() throws {
        let harvested = try found("# 甲\n\n问：几天发货？答：三天。\n\n**Q:** Is it safe? **A:** Yes.\n")
        #expect(harvested.pairs == ["几天发货？=三天。", "Is it safe?=Yes."])
        #expect(harvested.places == ["line 3", "line 5"])
    }

    @Test func keepsAllParagraphsOfAnAnswerThatAnotherQuestionEnds() throws {
        let harvested = try found(
            "问：怎么安装？\n\n先断电。\n\n再接线。\n\n问：怎么清洁？\n\n用干布。\n\n以上由售后部提供。\n")
        #expect(harvested.pairs == ["怎么安装？=先断电。\n再接线。", "怎么清洁？=用干布。"])
        #expect(harvested.passages.map(\.text) == ["以上由售后部提供。"])
    }

    @Test func takesHeadingsThatAskWithAShortAnswer() throws {
        let harvested = try found(
            """
            # 使用说明

            ## 1. 枪线可以加长吗？

            可以，最长七米。

            - 需要另外报价

            ## How do I reset it

            Hold the button for ten seconds.

            ## 清洁

            用干布擦拭。
            """)
        #expect(
            harvested.pairs == [
                "枪线可以加长吗？=可以，最长七米。\n- 需要另外报价",
                "How do I reset it=Hold the button for ten seconds.",
            ])
        #expect(harvested.places == ["line 3", "line 9", "line 15"])
        #expect(harvested.passages.map(\.section) == [["使用说明", "清洁"]])
    }

    @Test(
        arguments: [
            // Names of sections, not questions.
            "## 常见问题\n\n请联系客服。\n", "## FAQ\n\nSee below.\n", "## 如何安装说明\n\n先断电。\n",
            "## What's new\n\nA lamp.\n", "## 问答\n\n请看下面。\n",
            // Sections of their own, tables and code are no answers.
            "## 怎么安装？\n\n先看这里。\n\n### 准备\n\n断电。\n",
            "## 有哪些型号？\n\n见表。\n\n| 型号 | 功率 |\n|---|---|\n| A | 7 |\n",
            "## 怎么配置？\n\n写成这样：\n\n```\na = 1\n```\n",
            // Nothing below it.
            "## 怎么安装？\n\n## 清洁\n\n用干布。\n",
            // A checklist asks its reader.
            "## 排查步骤\n\n1. 电源灯是否亮？\n   不亮就检查电源。\n2. 急停是否按下？\n   按下就旋开。\n",
            // A mark without an answer, and words that do not ask.
            "问题：设备无法启动\n\n解决办法：重启。\n",
            // One numbered question among others is no list of questions.
            "## 说明\n\n1. 需要许可吗？\n   需要。\n2. 准备材料。\n",
        ])
    func leavesAsPassagesWhatIsNoQuestionForCertain(text: String) throws {
        let harvested = try found("# 手册\n\n" + text)
        #expect(harvested.pairs == [])
        #expect(!harvested.passages.isEmpty)
    }

    @Test func leavesALongAnswerBelowAHeadingAsPassages() throws {
        let long = String(repeating: "这一段很长，说的是安装的细节。", count: 40)
        let harvested = try found("# 手册\n\n## 怎么安装？\n\n\(long)\n")
        #expect(harvested.pairs == [])
        #expect(harvested.passages.allSatisfy { $0.section == ["手册", "怎么安装？"] })
    }

    @Test func leavesAQuestionThatIsAskedTwiceWhereItStands() throws {
        let harvested = try found(
            "# 价目\n\n## 单枪\n\n### 安装多少钱？\n\n八百。\n\n## 双枪\n\n### 安装多少钱？\n\n一千。\n")
        #expect(harvested.pairs == ["安装多少钱？=八百。"])
        #expect(harvested.passages.map(\.section) == [["价目", "双枪", "安装多少钱？"]])
    }

    @Test func takesNumberedQuestionsInARunOrAmongQuestions() throws {
        let run = try found("# 说明\n\n1. 能用家用插座吗？\n   不能。\n2. 多久充满？\n   八小时。\n")
        #expect(run.pairs == ["能用家用插座吗？=不能。", "多久充满？=八小时。"])
        let among = try found("# 手册\n\n## 常见问题\n\n多久充满？\n\n八小时。\n")
        #expect(among.pairs == ["多久充满？=八小时。"])
        #expect(among.places == ["line 5"])
    }

    @Test func takesTheRowsOfAQuestionTable() throws {
        let harvested = try found(
            "# 甲\n\n| 序号 | 问题 | 答案 | 分类 |\n|--|--|--|--|\n| 1 | 几天发货？ | 三天 | 物流 |\n"
                + "| 2 | 保修几年？ | 三年 | |\n")
        #expect(harvested.pairs == ["几天发货？=三天", "保修几年？=三年"])
        #expect(harvested.entries.map(\.category) == ["物流", ""])
        #expect(harvested.places == ["line 5", "line 6"])
    }

    @Test(
        arguments: [
            // 问题 as a fault, an unknown column, and a table of something else.
            "| 问题 | 答复 |\n|--|--|\n| 屏幕不亮 | 换电源 |\n| 有异响 | 换风扇 |\n",
            "| 问题 | 答案 | 负责人 |\n|--|--|--|\n| 几天发货？ | 三天 | 张三 |\n",
            "| 型号 | 功率 |\n|--|--|\n| A | 7 |\n",
        ])
    func leavesOtherTablesAsRows(table: String) throws {
        let harvested = try found("# 甲\n\n" + table)
        #expect(harvested.pairs == [])
        #expect(!harvested.passages.isEmpty)
    }

    @Test func losesNoTextToTheSearchForQuestions() throws {
        let text = """
            # 甲

            ## 怎么做？

            第一段。

            ### 细节

            第二段。

            问：这是什么

            1. 为什么？
            2. 列表。

            | 问题 | 说明 |
            |--|--|
            | 丙 | 丁 |
            """
        let harvested = try found(text)
        let all =
            (harvested.passages.map { $0.section.joined() + $0.text }
            + harvested.pairs).joined()
        for word in ["怎么做？", "第一段。", "细节", "第二段。", "这是什么", "为什么？", "列表。", "丙", "丁"] {
            #expect(all.contains(word), "\(word)")
        }
    }
}

@Test(
    arguments: [
        ("3.2 怎么安装？", "怎么安装？"), ("（一）怎么安装", "怎么安装"), ("1. 7kW 多少钱", "7kW 多少钱"),
        ("第二章 怎么安装", "怎么安装"), ("一、怎么安装", "怎么安装"), ("1.5kW 多少钱", "1.5kW 多少钱"),
    ] as [(String, String)])
func readsAQuestionWithoutItsNumber(line: String, question: String) {
    #expect(QuestionForm.question(in: line) == question)
}
