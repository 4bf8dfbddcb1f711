import FoundationEssentials
import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

/// A result as it comes over the socket.
func result<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
}

private let reply = """
    {"answer_id": "a7", "action": "reply", "content": "质保两年，自安装之日起计算。", "confidence": 0.82,
     "citations": [{"id": "e12", "kind": "entry", "question": "质保多久？", "quote": "质保两年"}],
     "alternatives": [], "reason": "confidence", "draft": false, "took_ms": 2.5}
    """

private let clarify = """
    {"answer_id": "a8", "action": "clarify", "content": "您想问的是：\\n1. 质保多久？\\n2. 保修范围？",
     "confidence": 0.6, "citations": [], "alternatives": [], "reason": "confidence", "draft": false,
     "took_ms": 2}
    """

private let handoff = """
    {"answer_id": "a9", "action": "handoff", "content": "请稍候，马上为您转接人工客服。", "confidence": 0.3,
     "citations": [], "alternatives": [
       {"id": "e3", "kind": "entry", "question": "多久发货？", "confidence": 0.3},
       {"id": "p4", "kind": "passage", "section": "安装 › 电缆", "confidence": 0.12}],
     "reason": "person", "draft": true, "took_ms": 2}
    """

@Test func aReplyShowsRouteConfidenceAndSource() throws {
    let answer = try result(Ask.Result.self, reply)
    #expect(
        AnswerView.lines(answer, .plain(.chinese), offersVerdicts: true) == [
            "回复  ████████████████▍░░░ 0.82  a7", "  质保两年，自安装之日起计算。",
            "  [1] e12  质保多久？", "      「质保两年」",
            "  /approve 认可 · /edit 改正 · /reject 否决 · /why 依据",
        ])
    #expect(
        AnswerView.lines(answer, .plain(.english), offersVerdicts: false) == [
            "reply  ████████████████▍░░░ 0.82  a7", "  质保两年，自安装之日起计算。",
            "  [1] e12  质保多久？", "      “质保两年”",
        ])
}

@Test(arguments: [
    (Language.chinese, "  [1] p4  手册.pdf › 安装 › 电缆 › 第 12 页"),
    (.english, "  [1] p4  手册.pdf › 安装 › 电缆 › page 12"),
])
func aPassageShowsItsDocumentHeadingsAndPage(language: Language, line: String) throws {
    let answer = try result(
        Ask.Result.self,
        """
        {"answer_id": "a7", "action": "reply", "content": "用铜芯电缆。", "confidence": 0.8,
         "citations": [{"id": "p4", "kind": "passage", "document": "手册.pdf",
           "section": "安装 › 电缆", "page": 12, "quote": "用铜芯电缆。"}],
         "alternatives": [], "reason": "confidence", "draft": false, "took_ms": 2.5}
        """)
    #expect(AnswerView.lines(answer, .plain(language), offersVerdicts: false).contains(line))
}

@Test func aClarificationShowsTheQuestionsAndHowToPick() throws {
    let answer = try result(Ask.Result.self, clarify)
    #expect(
        AnswerView.lines(answer, .plain(.chinese), offersVerdicts: true) == [
            "澄清  ████████████░░░░░░░░ 0.60  a8", "  您想问的是：", "  1. 质保多久？", "  2. 保修范围？",
            "  回复数字选择，或换个说法再问", "  /edit 自己作答 · /why 依据",
        ])
}

@Test func aHandoffShowsWhyAndWhatWasNear() throws {
    let answer = try result(Ask.Result.self, handoff)
    #expect(
        AnswerView.lines(answer, .plain(.english), offersVerdicts: true) == [
            "handoff  ██████░░░░░░░░░░░░░░ 0.30  a9  draft  a person was asked for",
            "  请稍候，马上为您转接人工客服。", "  nearest  0.30  e3  多久发货？", "           0.12  p4  安装 › 电缆",
            "  /edit answer it yourself · /why why",
        ])
}

@Test func aNarrowTerminalWrapsAtItsEdge() throws {
    let answer = try result(Ask.Result.self, reply)
    let look = Look(language: .chinese, width: 24, isColoured: false)
    for line in AnswerView.lines(answer, look, offersVerdicts: true).dropFirst() {
        #expect(DisplayWidth.of(line) <= 24)
    }
}

@Test func colourChangesNoText() throws {
    let coloured = Look(language: .chinese, width: 80, isColoured: true)
    for json in [reply, clarify, handoff] {
        let answer = try result(Ask.Result.self, json)
        let painted = AnswerView.lines(answer, coloured, offersVerdicts: true)
            .joined(separator: "\n")
        let plain = AnswerView.lines(answer, .plain(.chinese), offersVerdicts: true)
            .joined(separator: "\n")
        #expect(painted.contains("\u{1B}["))
        #expect(painted.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
}

@Test func textFromTheBaseCannotSteerTheTerminal() throws {
    let json = reply.replacing("质保两年，", with: "\\u001b[2J")
    let answer = try result(Ask.Result.self, json)
    let lines = AnswerView.lines(answer, .plain(.chinese), offersVerdicts: false)
    #expect(!lines.joined().contains("\u{1B}"))
}

@Test func evidenceIsATableOfShares() throws {
    let json = """
        {"candidates": [{"id": "e1", "kind": "entry", "question": "质保多久？", "wording": "保修期",
          "engines": ["ranked", "exact"], "score": 2.25, "confidence": 0.9, "features": [
            {"name": "coverage", "value": 1, "weight": 2, "share": 2},
            {"name": "negative", "value": 0.5, "weight": -1, "share": -0.5},
            {"name": "exact", "value": 0, "weight": 3, "share": 0}]}],
         "route": "reply", "confidence": 0.9, "choices": ["e1"], "reason": "confidence",
         "thresholds": {"reply": 0.75, "clarify": 0.55}}
        """
    let explained = try result(ExplainAnswer.Result.self, json)
    #expect(
        SearchView.lines(explained, .plain(.english)) == [
            "route  reply  by confidence  (reply from 0.75, clarify from 0.55)",
            "1. 0.90 ███████▎ e1  质保多久？", "    matched  保修期",
            "    found by  ranked, exact",
            "    feature    value  weight   share",
            "    coverage   1.000   2.000  +2.000  ████████",
            "    negative   0.500  -1.000  -0.500  ██        nearer to a look-alike",
            "    1 at zero                  0.000  --all",
            "    constant                  +0.750",
            "    sum                       +2.250            confidence 0.900",
        ])
    let whole = SearchView.lines(explained, .plain(.chinese), .full)
    #expect(whole.contains("    exact     0.000   3.000   0.000            问题完全一致"))
    #expect(whole.last == "    合计                     +2.250            置信度 0.900")
}

@Test func theLargestSharesComeFirstAndTheRestIsSummed() throws {
    // The first hit shows all that counts; of the others the largest shares are enough.
    let features = (1...10).map {
        #"{"name": "f\#($0)", "value": \#($0), "weight": 0.1, "share": \#(Double($0) / 10)}"#
    }
    let hit = """
        {"id": "e1", "kind": "entry", "question": "q", "answer": "a", "score": 1,
         "confidence": 0.5, "engines": [], "features": [\(features.joined(separator: ","))]}
        """
    let json = #"{"hits": [\#(hit), \#(hit)], "took_ms": 1}"#
    let found = try result(SearchBase.Result.self, json)
    let short = SearchView.lines(found, .plain(.english))
    #expect(short[4].contains("f10") && short[13].contains("f1 "))
    #expect(short[14].hasPrefix("    constant") && short[14].hasSuffix("-4.500"))
    #expect(short[15].contains("+1.000") && short[15].hasSuffix("confidence 0.500"))
    let second = Array(short[16...])
    #expect(second[11...].map(\.trimmed).contains { $0.hasPrefix("2 others") })
    #expect(second.contains { $0.contains("held down by the one above") })
    let full = SearchView.lines(found, .plain(.english), .full)
    #expect(full.count == short.count + 1)
    #expect(full[full.count - 3].contains("f1 "))
}

@Test func aFollowUpShowsWhatItWasTakenToMean() throws {
    let context = """
        "context": {"session_state": "ACTIVE", "type": "inquiry", "topic_changed": false,
          "completed": "120kW 充电桩多少钱", "entities": {"power": ["120kW"], "voltage": [],
          "model": [], "order_number": [], "amount": [], "code": []}}}
        """
    let answer = try result(Ask.Result.self, reply.dropLast() + ", " + context)
    #expect(
        AnswerView.lines(answer, .plain(.chinese), offersVerdicts: false).prefix(3) == [
            "回复  ████████████████▍░░░ 0.82  a7", "  理解为  120kW 充电桩多少钱",
            "  质保两年，自安装之日起计算。",
        ])
}
