import KefuDomain
import Testing

@testable import KefuImport

@Test func readsChatwootTables() throws {
    let harvested = try Harvested("question,answer\nHow fast is it?,7 kW\n", named: "chatwoot.csv")
    #expect(harvested.format == "csv")
    #expect(harvested.pairs == ["How fast is it?=7 kW"])
    #expect(harvested.entries[0].source == .import)
}

@Test func readsFastGPTTables() throws {
    let table = """
        q,a,indexes
        怎么退货,七天内可退,退货流程,怎么把东西退了
        怎么换货,联系客服,,换一个
        """
    let harvested = try Harvested(table, named: "fastgpt.csv")
    #expect(harvested.pairs == ["怎么退货=七天内可退", "怎么换货=联系客服"])
    #expect(harvested.entries.map(\.variants) == [["退货流程", "怎么把东西退了"], ["换一个"]])
    let named = try Harvested("q,a,index1,index2\n一,二,三,四\n")
    #expect(named.entries[0].variants == ["三", "四"])
}

@Test func readsDifyTablesByPosition() throws {
    let harvested = try Harvested("多久发货,三天\n包邮吗,满百包邮\n", named: "dify.csv")
    #expect(harvested.pairs == ["多久发货=三天", "包邮吗=满百包邮"])
}

@Test func readsMaxKBTables() throws {
    let table = """
        分段标题（选填）,分段内容（必填，问题答案，最长不超过4096个字符）,问题（选填，单元格内一行一个）
        安装,需要独立的三相电表。,"装桩要什么条件？
        要单独拉电表吗
        "
        公司介绍,我们成立于 2015 年。,
        """
    let harvested = try Harvested(table, named: "maxkb.csv")
    #expect(harvested.pairs == ["装桩要什么条件？=需要独立的三相电表。"])
    #expect(harvested.entries[0].variants == ["要单独拉电表吗"])
    #expect(harvested.entries[0].category == "安装")
    #expect(harvested.passages == [PassageDraft(title: "公司介绍", text: "我们成立于 2015 年。")])
    #expect(harvested.places == ["row 2", "row 3 (line 5)"])
}

@Test func readsWeKnoraTables() throws {
    let table = """
        标签(必填),问题(必填),相似问题(选填-多个用##分隔),反例问题(选填-多个用##分隔),\
        机器人回答(必填-多个用##分隔),是否全部回复(选填-默认FALSE),是否停用(选填-默认FALSE)
        售后,怎么报修,坏了找谁##报修电话,报销怎么走##保险报案,拨打热线##或在小程序报修,FALSE,FALSE
        售后,旧款保修,,,两年,,TRUE
        """
    let harvested = try Harvested(table, named: "weknora.csv")
    let first = harvested.entries[0]
    #expect(first.tags == ["售后"])
    #expect(first.variants == ["坏了找谁", "报修电话"])
    #expect(first.negatives == ["报销怎么走", "保险报案"])
    #expect(first.answer == "拨打热线\n或在小程序报修")
    #expect(harvested.entries.map(\.status) == [.active, .disabled])
}

@Test(
    arguments: [
        ("问题,答案\n甲,乙\n", "", []), ("问题,答案,分类\n甲,乙,丙\n", "丙", []),
        ("问题,答案,分类,标签\n甲,乙,丙,\"丁,戊\"\n", "丙", ["丁", "戊"]),
        ("问题;答案;标签\n甲;乙;丁、戊\n", "", ["丁", "戊"]),
        ("标签\t答案\t问题\n丁 戊\t乙\t甲\n", "", ["丁 戊"]),
        ("问题，答案，分类\n甲，乙，丙\n", "丙", []), ("sep=|\r\n问题|答案|分类\r\n甲|乙|丙\r\n", "丙", []),
        (" * 问题 （必填）, 答案 : ,分类\n甲,乙,丙", "丙", []), ("甲,乙,丙,丁\n", "丙", ["丁"]),
    ] as [(String, String, [String])])
func readsChineseTables(table: String, category: String, tags: [String]) throws {
    let harvested = try Harvested(table, named: "表.csv")
    #expect(harvested.pairs == ["甲=乙"])
    #expect(harvested.entries.first?.category == category)
    #expect(harvested.entries.first?.tags == tags)
}

@Test func readsQuotesLineEndsAndDoubledQuotes() throws {
    let table = "question,answer\r\n\"a \"\"b\"\"\",\"one\r\ntwo, three\"\r\n c , d \r\n"
    let harvested = try Harvested(table)
    #expect(harvested.pairs == ["a \"b\"=one\r\ntwo, three", "c=d"])
    #expect(harvested.places == ["row 2", "row 3 (line 4)"])
}

@Test func readsRecordsThatEndInReturnsOnly() throws {
    let harvested = try Harvested("question,answer\ra,b\rc,\rd,e")
    #expect(harvested.pairs == ["a=b", "d=e"])
    #expect(harvested.refusedPlaces == ["row 3"])
}

@Test func refusesRaggedRowsWithTheirPlaces() throws {
    let table = "id,question,answer\n1,a,b\n2,c\n3,d,e,f\n4,,\n\n,,\n5,g,h,,\n"
    let harvested = try Harvested(table, named: "ragged.csv")
    #expect(harvested.pairs == ["a=b", "g=h"])
    #expect(harvested.entries.map(\.externalID) == ["1", "5"])
    #expect(harvested.refusedPlaces == ["row 3", "row 4", "row 5"])
    #expect(harvested.refused[0].why.english == "the answer is empty")
    #expect(harvested.refused[1].why.english == "the row has 4 cells, the header 3")
}

@Test func losesOneLineToAnUnclosedQuote() throws {
    let table = "question,answer\na,b\n\"c,d\ne,f\n\"g\",\"h\"\ni,j\n"
    let harvested = try Harvested(table, named: "quote.csv")
    #expect(harvested.pairs == ["a=b", "e=f", "g=h", "i=j"])
    #expect(harvested.refusedPlaces == ["row 3"])
    let last = try Harvested("question,answer\na,b\nc,\"d\n")
    #expect(last.refused.map(\.why.english) == ["the quote opened on line 3 is never closed"])
}

@Test func keepsQuotesOfTabSeparatedTextsThatAreNotQuoted() throws {
    let harvested = try Harvested("question\tanswer\n\"快充\"是什么\t\"直流\n", named: "faq.tsv")
    #expect(harvested.pairs == ["\"快充\"是什么=\"直流"])
}

@Test func takesAPassageFromARowWithoutQuestion() throws {
    let table = "id,title,question,answer,category\np1,保修,,整机两年,售后\n"
    let draft = PassageDraft(
        externalID: "p1", title: "保修", text: "整机两年")
    #expect(try Harvested(table).passages == [draft])
}

@Test func bringsNothingFromAHeaderAlone() throws {
    let harvested = try Harvested("question,answer\n", named: "faq.csv")
    #expect(harvested.places.isEmpty && harvested.refused.isEmpty)
}

@Test(arguments: ["只有一列\n第二行\n", "a,b,c,d,e\nf,g,h,i,j\n", "问题,甲,乙\na,b,c\n"])
func refusesTablesWhoseColumnsSayNothing(table: String) {
    #expect(failure(Array(table.utf8), named: "faq.csv")?.code == .unreadable)
}

@Test func endsInLinearTimeOnHostileQuotes() throws {
    let table = "question,answer\n" + String(repeating: "\"a,\"b\n", count: 20_000)
    #expect(try Harvested(table, named: "faq.csv").entries.isEmpty)
}
