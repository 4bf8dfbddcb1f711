public import Foundation

/// Writes small PDF files: text in fonts that every reader has, pictures, bookmarks.
public struct PDFWriter {
    /// A font that needs no data in the file.
    public enum Font: Int, CaseIterable, Sendable {
        case plain, bold, code
        /// Song and Hei typefaces by their character codes in UCS-2; nothing of them is in the file.
        case song, hei
        /// Song, its lines running downwards.
        case verticalSong

        var dictionary: String {
            switch self {
            case .plain: Self.latin("Helvetica")
            case .bold: Self.latin("Helvetica-Bold")
            case .code: Self.latin("Courier")
            case .song: Self.chinese("STSong-Light", "UniGB-UCS2-H")
            case .hei: Self.chinese("SimHei", "UniGB-UCS2-H")
            case .verticalSong: Self.chinese("STSong-Light", "UniGB-UCS2-V")
            }
        }

        private static func latin(_ name: String) -> String {
            "<< /Type /Font /Subtype /Type1 /BaseFont /\(name) /Encoding /WinAnsiEncoding >>"
        }

        private static func chinese(_ name: String, _ encoding: String) -> String {
            """
            << /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /\(encoding)
            /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /\(name)
            /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000
            /FontDescriptor << /Type /FontDescriptor /FontName /\(name) /Flags 6 /ItalicAngle 0
            /FontBBox [-25 -254 1000 880] /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>
            """
        }

        /// A text as an operand of `Tj`.
        func operand(_ text: String) -> String {
            switch self {
            case .plain, .bold, .code:
                let escaped = text.map { "()\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
                return "(\(escaped))"
            case .song, .hei, .verticalSong:
                return "<" + text.utf16.map { String(format: "%04X", $0) }.joined() + ">"
            }
        }
    }

    /// What is on a page, from the bottom left corner of 595 by 842 points.
    public struct Page: Sendable {
        fileprivate var content = ""
        fileprivate var picture: GreyPNG?

        public init() {}

        /// Text whose baseline begins at a place; `y` counts from the top.
        public mutating func text(
            _ text: String, x: Double, y: Double, size: Double = 10, font: Font = .plain
        ) {
            content +=
                "BT /F\(font.rawValue) \(size) Tf 1 0 0 1 \(x) \(842 - y) Tm "
                + "\(font.operand(text)) Tj ET\n"
        }

        /// Lines below each other.
        public mutating func lines(
            _ lines: [String], x: Double, y: Double, step: Double = 14, size: Double = 10,
            font: Font = .plain
        ) {
            for (index, line) in lines.enumerated() {
                text(line, x: x, y: y + Double(index) * step, size: size, font: font)
            }
        }

        /// A grey picture as wide as the page, at its top.
        public mutating func picture(png data: Data) {
            let picture = GreyPNG(data)
            let height = 595 * picture.height / max(picture.width, 1)
            content += "q 595 0 0 \(height) 0 \(842 - height) cm /Im Do Q\n"
            self.picture = picture
        }
    }

    /// A bookmark with what is below it.
    public struct Bookmark: Sendable {
        let title: String
        let page: Int

        /// - Parameter page: from 1.
        public init(_ title: String, page: Int) {
            self.title = title
            self.page = page
        }
    }

    public var pages: [Page]
    public var bookmarks: [Bookmark] = []
    /// Whether it claims to need a password that nobody knows.
    public var isEncrypted = false

    public init(_ pages: [Page] = []) {
        self.pages = pages
    }

    /// A file of one page.
    public init(page fill: (inout Page) -> Void) {
        var page = Page()
        fill(&page)
        pages = [page]
    }

    public var data: Data {
        var file = Objects()
        let fonts = Font.allCases.map { file.add($0.dictionary) }
        let names = zip(Font.allCases, fonts).map { "/F\($0.rawValue) \($1) 0 R" }
        let tree = file.reserve()
        let kids = pages.map { file.add($0, parent: tree, fonts: names.joined(separator: " ")) }
        file.set(
            tree,
            "<< /Type /Pages /Count \(kids.count) /Kids [\(Objects.references(kids))] >>")
        let outline = bookmarks.isEmpty ? "" : " /Outlines \(file.add(bookmarks, kids)) 0 R"
        let catalog = file.add("<< /Type /Catalog /Pages \(tree) 0 R\(outline) >>")
        return file.data(catalog: catalog, isEncrypted: isEncrypted)
    }
}

/// A grey PNG; PDF packs pixels in the same way.
private struct GreyPNG {
    let width: Int
    let height: Int
    let bits: Int
    /// The pixels as both formats hold them.
    let packed: Data

    init(_ data: Data) {
        let bytes = [UInt8](data)
        func number(_ place: Int) -> Int {
            bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        // The signature is 8 bytes long; a part is its length, its kind, its bytes and a checksum.
        var packed = Data()
        var place = 8
        while place + 12 <= bytes.count {
            let length = number(place)
            let kind = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
            if kind == "IDAT" { packed += bytes[place + 8..<place + 8 + length] }
            place += 12 + length
        }
        (width, height, bits) = (number(16), number(20), Int(bytes[24]))
        self.packed = packed
    }
}

/// The objects of a file, numbered from 1.
private struct Objects {
    private var bodies: [Data] = []

    mutating func reserve() -> Int {
        bodies.append(Data())
        return bodies.count
    }

    mutating func set(_ number: Int, _ body: String) {
        bodies[number - 1] = Data(body.utf8)
    }

    mutating func add(_ body: String) -> Int {
        bodies.append(Data(body.utf8))
        return bodies.count
    }

    mutating func add(stream: Data, _ entries: String = "") -> Int {
        bodies.append(
            Data("<< /Length \(stream.count) \(entries)>>\nstream\n".utf8) + stream
                + Data("\nendstream".utf8))
        return bodies.count
    }

    mutating func add(_ page: PDFWriter.Page, parent: Int, fonts: String) -> Int {
        let content = add(stream: Data(page.content.utf8))
        var resources = "/Font << \(fonts) >>"
        if let picture = page.picture {
            let image = add(
                stream: picture.packed,
                """
                /Type /XObject /Subtype /Image /Width \(picture.width) /Height \(picture.height)
                /ColorSpace /DeviceGray /BitsPerComponent \(picture.bits) /Filter /FlateDecode
                /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent \(picture.bits)
                /Columns \(picture.width) >>

                """)
            resources += " /XObject << /Im \(image) 0 R >>"
        }
        return add(
            "<< /Type /Page /Parent \(parent) 0 R /MediaBox [0 0 595 842] "
                + "/Resources << \(resources) >> /Contents \(content) 0 R >>")
    }

    mutating func add(_ bookmarks: [PDFWriter.Bookmark], _ pages: [Int]) -> Int {
        let root = reserve()
        let items = bookmarks.map { _ in reserve() }
        for (index, bookmark) in bookmarks.enumerated() {
            let title = bookmark.title.utf16.map { String(format: "%04X", $0) }.joined()
            var links = "/Parent \(root) 0 R"
            if index > 0 { links += " /Prev \(items[index - 1]) 0 R" }
            if index + 1 < items.count { links += " /Next \(items[index + 1]) 0 R" }
            set(
                items[index],
                "<< /Title <FEFF\(title)> \(links) /Dest [\(pages[bookmark.page - 1]) 0 R /Fit] >>")
        }
        set(
            root,
            "<< /Type /Outlines /First \(items[0]) 0 R /Last \(items[items.count - 1]) 0 R "
                + "/Count \(items.count) >>")
        return root
    }

    func data(catalog: Int, isEncrypted: Bool) -> Data {
        var data = Data("%PDF-1.4\n%\u{E2}\u{E3}\n".utf8)
        var places: [Int] = []
        for (index, body) in bodies.enumerated() {
            places.append(data.count)
            data += Data("\(index + 1) 0 obj\n".utf8) + body + Data("\nendobj\n".utf8)
        }
        let table = data.count
        data += Data("xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places { data += Data(String(format: "%010d 00000 n \n", place).utf8) }
        var trailer = "/Size \(bodies.count + 1) /Root \(catalog) 0 R"
        if isEncrypted {
            let key = String(repeating: "5A", count: 32)
            trailer += " /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)>"
            trailer += " /U <\(key)> /P -4 >>"
        }
        data += Data("trailer\n<< \(trailer) >>\nstartxref\n\(table)\n%%EOF\n".utf8)
        return data
    }

    static func references(_ numbers: [Int]) -> String {
        numbers.map { "\($0) 0 R" }.joined(separator: " ")
    }
}
