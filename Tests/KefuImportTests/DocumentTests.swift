import KefuDomain
import Testing

@testable import KefuImport

private func passages(_ text: String, _ name: String = "a.md") throws -> [PassageDraft] {
    try Harvested(text, named: name).passages
}

@Test func followsTheHeadingsOfMarkdown() throws {
    let found = try passages(
        """
        # 安装指南

        先看这里。

        ## 准备 ##

        断开总闸。

        接线
        ----

        ### 三相
        红黄绿。
        """)
    #expect(
        found.map(\.section) == [
            ["安装指南"], ["安装指南", "准备"], ["安装指南", "接线", "三相"],
        ])
    #expect(found.map(\.title) == ["安装指南", "准备", "三相"])
    #expect(found.map(\.text) == ["先看这里。", "断开总闸。", "红黄绿。"])
}

@Test func keepsHeadingsThatHaveNothingBelowThem() throws {
    let found = try passages("# 甲\n## 乙\n## 丙\n正文\n# 丁\n## 戊\n")
    #expect(found.map(\.text) == ["乙\n正文", "丁\n戊"])
    #expect(found.map(\.section) == [["甲", "丙"], []])
}

@Test func makesAPassageOfEachTableRow() throws {
    let found = try passages(
        """
        ## 故障代码

        | 代码 | 含义 | 处理 |
        | ---- | :--: | --- |
        | E101 | 急停按钮按下 | 顺时针旋转急停按钮复位，等待三十秒后重新插枪充电，若仍报警请联系售后 |
        | E102 | 过温 \\| 限流 | **停止充电**，检查散热风扇是否被遮挡，待温度降到五十度以下之后再启动 |
        | E103 |  | 重启设备 |

        以上适用于全部型号。
        """)
    #expect(
        found.map(\.text) == [
            "代码：E101；含义：急停按钮按下；处理：顺时针旋转急停按钮复位，等待三十秒后重新插枪充电，若仍报警请联系售后",
            "代码：E102；含义：过温 | 限流；处理：停止充电，检查散热风扇是否被遮挡，待温度降到五十度以下之后再启动",
            "代码：E103；处理：重启设备", "以上适用于全部型号。",
        ])
    #expect(found.allSatisfy { $0.section == ["故障代码"] })
}

@Test func groupsTinyRowsBehindTheirIntroduction() throws {
    let found = try passages("价格如下：\n\n| Model | Price |\n|---|---|\n| A | 1 |\n| B | 2 |\n")
    #expect(found.map(\.text) == ["价格如下：\nModel: A; Price: 1\nModel: B; Price: 2"])
}

@Test func readsListsCodeAndQuotes() throws {
    let found = try passages(
        """
        步骤：

        1. 打开 *小程序*
        2. 扫码
           继续说明
           - 找不到码？看[帮助](https://example.com/h)
        - [x] 完成

        > 注意
        > 安全

        ~~~sh
        run  --now
        ~~~
        """)
    #expect(
        found.map(\.text) == [
            """
            步骤：
            1. 打开 小程序
            2. 扫码继续说明
              - 找不到码？看帮助（https://example.com/h）
            - 完成
            注意安全
            run  --now
            """
        ])
}

@Test func usesTheFrontMatterTitle() throws {
    let found = try passages("---\ntitle: \"产品手册\"\ntags: [a]\n---\n正文\n## 节\n二\n")
    #expect(found.map(\.section) == [["产品手册"], ["产品手册", "节"]])
    #expect(try passages("---\n\n正文\n").map(\.text) == ["正文"])
}

@Test(arguments: [
    ("**粗** 和 _斜_ 与 ~~删~~", "粗 和 斜 与 删"),
    ("snake_case_name 2*3*4 7*24", "snake_case_name 2*3*4 7*24"),
    ("`a*b`", "a*b"), ("\\*x\\*", "*x*"), ("![图](a.png)字", "图字"),
    ("[甲](http://a b)", "甲（http://a）"),
    ("a<br>b</b> 1<2", "a\nb 1<2"), ("&lt;&amp;&nbsp;&bogus;", "<& &bogus;"),
    ("[没有链接] (x)", "[没有链接] (x)"), ("***都***", "都"), ("**未闭合", "**未闭合"), ("", ""),
    ("<http://x.y/z>", "http://x.y/z"), ("![](", "![]("), ("``a`b``", "a`b"),
])
func takesTheMarksOutOfText(markdown: String, plain: String) {
    #expect(MarkdownInline.plain(markdown) == plain)
}

@Test func findsTheHeadingsOfPlainText() throws {
    let found = try passages(
        """
        充电站管理办法

        第一章 总则
        一、目的
        规范运营。
        二、范围
        1. 自营站点
        2. 加盟站点
        第二章 收费
        2.1 电费
        按表计。
        2.2 服务费
        每度四角。
        【附则】
        自发布之日起施行。
        """, "a.txt")
    #expect(
        found.map(\.section) == [
            ["充电站管理办法", "第一章 总则", "一、目的"], ["充电站管理办法", "第一章 总则", "二、范围"],
            ["充电站管理办法", "第二章 收费", "2.1 电费"], ["充电站管理办法", "第二章 收费", "2.2 服务费"],
            ["充电站管理办法", "第二章 收费", "【附则】"],
        ])
    #expect(found[1].text == "1. 自营站点\n2. 加盟站点")
}

@Test func keepsListsOfPlainTextTogether() throws {
    let text = "操作步骤如下。\n1、打开盖板\n2、插枪\n3、扫码\n功率为 1.5kW，2024年 上市。\n"
    #expect(try passages(text, "a.txt").map(\.text) == [trimmed(text)])
}

@Test func joinsLinesThatWereWrapped() throws {
    let line = String(repeating: "很", count: 40)
    #expect(
        try passages(line + "\n" + line + "。\n短行\n另一行", "a.txt").map(\.text)
            == [line + line + "。\n短行\n另一行"])
}

@Test func keepsPassagesNearTheirTarget() throws {
    var text = "# 长文\n\n"
    for number in 0..<200 {
        text += "这是第\(number)句话，它说明了一件和充电有关的事情。"
        if number % 17 == 16 { text += "\n\n" }
    }
    let found = try passages(text)
    for passage in found {
        #expect(TextWidth.of(passage.text) <= PassagePacker.limit + PassagePacker.minimum)
        #expect(TextWidth.of(passage.text) >= PassagePacker.minimum)
        #expect(passage.text.hasSuffix("。"))
    }
    let whole = found.map(\.text).joined().filter { !$0.isNewline }
    #expect(whole == trimmed(text.dropFirst("# 长文".count)).filter { !$0.isNewline })
    #expect(try passages(text) == found)
}

@Test(arguments: [
    ("甲。乙！”丙？", ["甲。", "乙！”", "丙？"]), ("v1.5 is out. Yes", ["v1.5 is out. ", "Yes"]),
    ("甲，乙", ["甲，乙"]), ("", []), ("……好", ["……", "好"]),
])
func cutsBehindSentences(text: String, sentences: [String]) {
    #expect(Sentences.of(text, limit: 400) == sentences)
}

@Test func cutsLongSentencesAtCommasAndThenAnywhere() {
    let text = String(repeating: "字", count: 30) + "，" + String(repeating: "词", count: 30)
    let parts = Sentences.of(text, limit: 20)
    #expect(parts.joined() == text)
    #expect(parts.allSatisfy { TextWidth.of($0) <= 21 })
    #expect(Sentences.of(text, limit: 40) == [String(text.prefix(31)), String(text.suffix(30))])
}
