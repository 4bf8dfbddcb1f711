import CText
import Glibc
import Testing

/// `ktext_decode` and `ktext_detect` as the importer calls them.
@Suite struct CharsetTests {
    enum Outcome: Equatable {
        case text(String)
        case bad(Int)
    }

    private func decode(_ bytes: [UInt8], _ charset: String) -> Outcome {
        bytes.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { source in
            var length = 0
            var bad = 0
            guard let text = ktext_decode(source.baseAddress, bytes.count, charset, &length, &bad)
            else {
                return .bad(bad)
            }
            defer { free(text) }
            let utf8 = UnsafeBufferPointer(start: text, count: length)
            return .text(String(decoding: utf8.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }
    }

    private func detect(_ bytes: [UInt8]) -> String {
        bytes.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { source in
            var confidence: CInt = -1
            let name = ktext_detect(source.baseAddress, bytes.count, &confidence)
            #expect((0...100).contains(confidence))
            return name.map { String(cString: $0) } ?? "none"
        }
    }

    private static let samples: [(String, [UInt8], String)] = [
        ("UTF-8", [0xE5, 0x85, 0x85, 0xE7, 0x94, 0xB5, 0xE6, 0xA1, 0xA9], "充电桩"),
        ("GB18030", [0xB3, 0xE4, 0xB5, 0xE7, 0xD7, 0xAE], "充电桩"),
        ("UTF-16LE", [0x00, 0x90, 0x27, 0x8D], "退货"),
        ("UTF-16BE", [0x90, 0x00, 0x8D, 0x27], "退货"),
        (
            "Big5", [0xB5, 0x6F, 0xB2, 0xBC, 0xA6, 0x68, 0xA4, 0xD6, 0xBF, 0xFA],
            "發票多少錢"
        ),
    ]

    @Test(arguments: samples)
    func decodesAndRecognises(charset: String, bytes: [UInt8], text: String) {
        #expect(decode(bytes, charset) == .text(text))
        let sentence = Array(repeatElement(bytes, count: 4).joined())
        #expect(detect(sentence) == charset)
    }

    @Test(
        arguments: [
            ("UTF-8", [0x61, 0xFF], 1), ("UTF-8", [0xC0, 0x80], 0),
            ("UTF-8", [0xED, 0xA0, 0x80], 0),
            ("UTF-8", [0xF4, 0x90, 0x80, 0x80], 0), ("UTF-8", [0x61, 0xE5, 0x85], 1),
            ("GB18030", [0x61, 0x62, 0xFF], 2), ("GB18030", [0x61, 0xB3], 1),
            ("GB18030", [0xAA, 0xA1], 0), ("GB18030", [0x61, 0x80], 1),
            ("GB18030", [0xB3, 0x20], 0),
            ("Big5", [0x61, 0xB5], 1), ("Big5", [0xFF, 0x61], 0), ("Big5", [0xFA, 0x40], 0),
            ("UTF-16LE", [0x61, 0x00, 0x62], 2), ("UTF-16LE", [0x00, 0xD8], 0),
            ("UTF-16BE", [0x00, 0x61, 0xD8, 0x00, 0x00, 0x61], 2), ("UTF-16BE", [0xDC, 0x00], 0),
            ("latin1", [0x61], 1),
        ] as [(String, [UInt8], Int)])
    func stopsAtTheFirstBadByte(charset: String, bytes: [UInt8], bad: Int) {
        #expect(decode(bytes, charset) == .bad(bad))
    }

    @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"])
    func nothingDecodesToNothing(charset: String) {
        #expect(decode([], charset) == .text(""))
    }

    @Test func keepsNulsAndByteOrderMarks() {
        #expect(decode([0x61, 0, 0x62], "UTF-8") == .text("a\0b"))
        #expect(decode([0xEF, 0xBB, 0xBF, 0x61], "UTF-8") == .text("\u{FEFF}a"))
        #expect(decode([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE], "UTF-16LE") == .text("\u{FEFF}😀"))
        #expect(decode([0x94, 0x39, 0xFC, 0x36], "GB18030") == .text("😀"))
    }

    @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"])
    func noiseNeverTrapsAndTextIsAlwaysValid(charset: String) {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            switch decode(bytes, charset) {
            case .text(let text): #expect(!text.unicodeScalars.contains("\u{FFFD}"))
            case .bad(let place): #expect((0..<max(1, count)).contains(place))
            }
            _ = detect(bytes)
        }
    }

    @Test(
        arguments: [
            [0x63, 0x61, 0x66, 0xE9, 0x20, 0x72, 0xE9, 0x73, 0x75, 0x6D, 0xE9],
            [0xC7, 0xD1, 0xB1, 0xB9, 0xBE, 0xEE, 0x20, 0xB9, 0xAE, 0xC0, 0xE5],
            [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x82, 0xCC, 0x95, 0xB6],
            [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2],
        ] as [[UInt8]])
    func otherCharsetsAreNotTakenForChinese(bytes: [UInt8]) {
        #expect(detect(bytes) == "")
    }

    @Test func plainASCIIIsUTF8() {
        #expect(detect(Array("question,answer\n1,2\n".utf8)) == "UTF-8")
        #expect(detect([]) == "UTF-8")
    }
}
