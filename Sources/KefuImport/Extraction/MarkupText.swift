import CText
import Glibc
import KefuDomain

/// The text of a page in HTML, whatever its encoding.
public enum MarkupText {
    /// The bytes as UTF-8: as a byte-order mark says, else as the page itself says, where that is
    /// true, else as detection says. A byte that stands for no character becomes U+FFFD: whoever
    /// finds one in a piece of the page leaves that piece out.
    /// - Throws: `ErrorCode.unreadable` for what is no text, with its place.
    public static func utf8(of bytes: [UInt8]) throws -> [UInt8] {
        if ByteOrderMark(bytes) == nil, let name = declaredCharset(bytes.prefix(4096)),
            let charset = charsets[name], let text = decode(bytes, charset)
        {
            return text
        }
        let text = try DecodedText(decoding: bytes).bytes
        return Array(String(decoding: text, as: UTF8.self).utf8.filter { $0 != 0 })
    }

    /// What the names in pages mean. Source: the WHATWG Encoding Standard's labels.
    private static let charsets: [String: String] = [
        "utf-8": "UTF-8", "utf8": "UTF-8", "gb2312": "GB18030", "gbk": "GB18030",
        "gb18030": "GB18030", "gb_2312-80": "GB18030", "x-gbk": "GB18030", "big5": "Big5",
        "big5-hkscs": "Big5", "x-x-big5": "Big5", "cn-big5": "Big5", "iso-8859-1": "windows-1252",
        "latin1": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252",
        "windows-1252": "windows-1252", "cp1252": "windows-1252", "shift_jis": "Shift_JIS",
        "sjis": "Shift_JIS", "x-sjis": "Shift_JIS", "euc-jp": "EUC-JP", "euc-kr": "EUC-KR",
        "ks_c_5601-1987": "EUC-KR", "iso-8859-2": "ISO-8859-2", "windows-1250": "windows-1250",
        "windows-1251": "windows-1251", "koi8-r": "KOI8-R", "iso-8859-15": "ISO-8859-15",
    ]

    /// Bytes of a Windows code page as text; `nil` when they are not of it, or it is not known.
    public static func text(of bytes: [UInt8], codePage: Int) -> String? {
        let names = [
            932: "Shift_JIS", 936: "GB18030", 949: "EUC-KR", 950: "Big5", 1250: "windows-1250",
            1251: "windows-1251", 1252: "windows-1252", 65001: "UTF-8",
        ]
        guard let name = names[codePage], let text = decode(bytes, name) else { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes as UTF-8; `nil` when they are not of that charset.
    private static func decode(_ bytes: [UInt8], _ charset: String) -> [UInt8]? {
        bytes.withUnsafeBytes { buffer in
            var (length, bad) = (0, 0)
            let start = buffer.bindMemory(to: CChar.self).baseAddress
            guard let text = ktext_decode(start, buffer.count, charset, &length, &bad) else {
                return nil
            }
            defer { free(text) }
            return [UInt8](UnsafeRawBufferPointer(start: text, count: length))
        }
    }

    /// The name behind `charset=` in a page's head, in lower case.
    private static func declaredCharset(_ head: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        for mark in ["charset=", "encoding="] {
            for rest in text.split(separator: mark, omittingEmptySubsequences: false).dropFirst() {
                let name = rest.drop { $0 == "\"" || $0 == "'" || $0 == " " }
                    .prefix { $0.isLetter || $0.isNumber || "-_:".contains($0) }
                if !name.isEmpty { return String(name) }
            }
        }
        return nil
    }
}
