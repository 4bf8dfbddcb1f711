public import Foundation

/// Small workbooks and documents as Office writes them, for tests.
public enum OfficeFiles {
    /// One sheet of a workbook.
    public struct Sheet {
        public var name: String
        /// What stands within the `worksheet` element.
        public var body: String
        public var state: String

        public init(_ name: String, body: String, state: String = "visible") {
            (self.name, self.body, self.state) = (name, body, state)
        }

        /// A sheet of texts, row by row, as inline strings; empty texts make no cell.
        public init(_ name: String, rows: [[String]], state: String = "visible") {
            self.init(name, body: Self.body(rows), state: state)
        }

        private static func body(_ rows: [[String]]) -> String {
            var xml = "<sheetData>"
            for (index, row) in rows.enumerated() {
                xml += "<row r=\"\(index + 1)\">"
                for (column, text) in row.enumerated() where !text.isEmpty {
                    let letter = String(UnicodeScalar(UInt8(65 + column)))
                    xml += "<c r=\"\(letter)\(index + 1)\" t=\"inlineStr\"><is><t>"
                    xml += OfficeFiles.escaped(text) + "</t></is></c>"
                }
                xml += "</row>"
            }
            return xml + "</sheetData>"
        }
    }

    public static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
            of: "<", with: "&lt;")
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// A workbook.
    /// - Parameters:
    ///   - texts: the shared strings, each as the XML within its `si`.
    ///   - styles: what stands within `styleSheet`.
    ///   - properties: attributes of `workbookPr`.
    public static func workbook(
        _ sheets: [Sheet], texts: [String] = [], styles: String = "", properties: String = ""
    ) -> Data {
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", "<Types/>")
        zip.add("_rels/.rels", relations([("rId1", "officeDocument", "xl/workbook.xml")]))
        var list = ""
        var targets = [("s", "sharedStrings", "sharedStrings.xml"), ("t", "styles", "styles.xml")]
        for (index, sheet) in sheets.enumerated() {
            list += "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\" "
            list += "state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
            targets.append(("rId\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml"))
        }
        zip.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr \(properties)/>"
                + "<sheets>\(list)</sheets></workbook>")
        zip.add("xl/_rels/workbook.xml.rels", relations(targets))
        let items = texts.map { "<si>\($0)</si>" }.joined()
        zip.add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(items)</sst>")
        zip.add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")
        for (index, sheet) in sheets.enumerated() {
            zip.add(
                "xl/worksheets/sheet\(index + 1).xml",
                "<worksheet xmlns=\"\(main)\">\(sheet.body)</worksheet>")
        }
        return zip.data
    }

    /// A document of Word.
    /// - Parameters:
    ///   - body: what stands within `w:body`.
    ///   - parts: further parts by name, such as `styles`: what stands within their root element.
    public static func document(_ body: String, parts: [String: String] = [:]) -> Data {
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", "<Types/>")
        zip.add("_rels/.rels", relations([("rId1", "officeDocument", "word/document.xml")]))
        let names = parts.keys.sorted()
        zip.add(
            "word/_rels/document.xml.rels", relations(names.map { ($0, $0, $0 + ".xml") }))
        for name in names {
            zip.add("word/\(name).xml", "<w:\(name) \(space)>\(parts[name] ?? "")</w:\(name)>")
        }
        zip.add(
            "word/document.xml", "<w:document \(space)><w:body>\(body)</w:body></w:document>")
        return zip.data
    }

    private static func relations(_ targets: [(id: String, type: String, target: String)]) -> String
    {
        let list = targets.map { target in
            "<Relationship Id=\"\(target.id)\" Type=\"\(office)/\(target.type)\" "
                + "Target=\"\(target.target)\"/>"
        }
        return "<Relationships xmlns=\"\(package)\">\(list.joined())</Relationships>"
    }
}
