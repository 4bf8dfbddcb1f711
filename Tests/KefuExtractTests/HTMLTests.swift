import Foundation
import KefuImport
import Support
import Testing

@testable import KefuExtract

@Test func keepsTheTextAndDropsWhatSurroundsIt() throws {
    let found = try Extracted(
        html: """
            <!DOCTYPE html><html><head><title>帮助 - 公司</title><style>p{}</style></head><body>
            <header><a href="/">首页</a></header><nav><ul><li><a href=a>产品</a></li></ul></nav>
            <div class="breadcrumb">首页 &gt; 帮助</div>
            <main><h1>退货 <small>政策</small></h1><p>七天之内<b>可以</b>退货，
            但须完好。<br>运费自理。</p><script>var x = "不是文字";</script>
            <p style="display: none">隐藏</p><p hidden>隐藏</p><!-- 注释 --></main>
            <aside>相关链接</aside><footer>© 公司</footer></body></html>
            """)
    #expect(found.format == "html")
    #expect(found.blocks == ["# 退货 政策", "七天之内可以退货， 但须完好。\n运费自理。"])
    #expect(!found.events.contains(.title("帮助 - 公司")))
}

@Test func dropsMenusMadeOfLinks() throws {
    let links = (1...6).map { "<li><a href='/\($0)'>链接\($0)</a></li>" }.joined()
    let found = try Extracted(
        html: "<html><body><div><ul>\(links)</ul></div><p>正文在此。</p></body></html>")
    #expect(found.blocks == ["正文在此。"])
    // An index is nothing but links, and all there is.
    let index = try Extracted(html: "<html><body><ul>\(links)</ul></body></html>")
    #expect(index.blocks.count == 6)
}

@Test func readsListsAndDefinitions() throws {
    let found = try Extracted(
        html: """
            <html><body><ol start=3><li>三<li>四<ul><li>点</ul></ol>
            <dl><dt>质保<dd>三年</dl><pre>a  b
              c</pre><blockquote>引用</blockquote></body></html>
            """)
    #expect(
        found.blocks == [
            "item: 3. 三", "item: 4. 四", "item: - 点", "质保：三年", "code: a  b\n  c", "引用",
        ])
}

@Test func readsTablesAndTheirMergedCells() throws {
    let found = try Extracted(
        html: """
            <html><body><table><caption>价目</caption><thead><tr><th>型号<th>价格</thead>
            <tr><td rowspan=2>交流<td>1280<tr><td>1680<br>含税<tr><td colspan=2>面议</table></body></html>
            """)
    #expect(
        found.rows == [["型号", "价格"], ["交流", "1280"], ["交流", "1680\n含税"], ["面议", "面议"]])
    #expect(found.rowEvents.last?.continued == [1])
}

@Test func takesLayoutTablesForText() throws {
    let found = try Extracted(
        html: """
            <html><body><table><tr><td><h1>标题</h1><p>左边的话</p></td><td>右边</td></tr></table>
            </body></html>
            """)
    #expect(found.rows.isEmpty)
    #expect(found.blocks == ["# 标题", "左边的话", "右边"])
}

@Test func decodesAsThePageSays() throws {
    let head = "<html><head><meta charset=\"gb2312\"></head><body><p>"
    let gbk: [UInt8] = [0xB3, 0xE4, 0xB5, 0xE7, 0xD7, 0xAE]
    let found = try Extracted(Data(head.utf8) + gbk, ending: "html")
    #expect(found.blocks == ["充电桩"])
    let latin = "<html><head><meta charset=\"iso-8859-1\"></head><body><p>caf"
    #expect(try Extracted(Data(latin.utf8) + [0xE9], ending: "htm").blocks == ["café"])
    let wide = "\u{FEFF}<html><body><p>宽字</p></body></html>".utf16.flatMap {
        [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(try Extracted(Data(wide), ending: "html").blocks == ["宽字"])
}

@Test func leavesOutOnlyWhatCannotBeDecoded() throws {
    let start = "<html><body><p>好的一段，足够长，足以判断编码。</p>\n<p>Pokorn"
    let page = Data(start.utf8) + [0xFD] + Data("</p>\n<p>另一段，也足够长。</p></body></html>".utf8)
    let found = try Extracted(page, ending: "html")
    #expect(found.blocks == ["好的一段，足够长，足以判断编码。", "另一段，也足够长。"])
    #expect(found.notes.map(\.place) == ["line 2"])
}

@Test func usesTheTitleOfAPageWithoutHeading() throws {
    let found = try Extracted(html: "<html><head><title>说明\n书</title></head><body>话</body></html>")
    #expect(found.events.contains(.title("说明 书")))
}

@Test func staysQuickHoweverDeepOrBroken() throws {
    for piece in [
        "<div>", "<b>", "<table><tr><td>", "<ul><li>", "</p>", "<a href=x>", "<dl><dt>", "<",
    ] {
        let page = "<html><body>" + String(repeating: piece, count: 20_000) + "末尾"
        _ = try Extracted(html: page)
    }
}
