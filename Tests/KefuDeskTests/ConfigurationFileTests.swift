import Foundation
import KefuDomain
import Support
import Testing

@testable import KefuDesk

/// What the operator is told of a configuration file.
struct ConfigurationFileTests {
    @Test(arguments: [
        (
            "{\n  thresholds: {\n    reply: 0.5,\n    clarify: 0.6,\n  },\n}", 4,
            "thresholds.clarify"
        ),
        ("{\n  thresholds: {\n    reply: 1.5 } }", 3, "thresholds.reply"),
        ("{ /* a\n comment */ 'log_level': 'loud' }", 2, "log_level"),
        ("// nothing\n\n{operator_hours:\n\n\"9-21\"}", 3, "operator_hours"),
        ("{rules: {\n person: ['人工',\n 3,\n ],}}", 3, "rules.person[1]"),
        ("{texts: {greeting: {zh: '多\\\n行'}, \n gretings: 1}}", 3, "texts.gretings"),
        ("\u{FEFF}{\n \"thresholds\": 7}", 2, "thresholds"),
    ])
    func theLineAndTheKeyAtFaultAreNamed(text: String, line: Int, key: String) throws {
        let error = try failure(text)
        #expect(error.field == key)
        #expect(error.what.english.hasPrefix("config.json:\(line): "))
        #expect(error.why.english.contains(key))
    }

    @Test(arguments: [
        ("{\n  thresholds: {reply: 0.8\n}\n", 4), ("{\n\n log_level info }", 3),
        ("{ 'never\n ends }", 1), ("{}\n}", 2), ("{ a: nul,\n }", 1), ("[\n/* open", 2),
    ])
    func theLineThatIsNoJSONIsNamed(text: String, line: Int) throws {
        #expect(try failure(text).what.english.hasPrefix("config.json:\(line): "))
    }

    @Test func whatIsRightHasALineForEveryKey() throws {
        let text = """
            {
              thresholds: { reply: .8, "clarify": +5e-1 },   // careful
              texts: { greeting: { zh: '您好', en: "it's \\"us\\"" } },
              rules: { person: [] }, time_zone: "Asia/Shanghai",
            }
            """
        let loaded = try ConfigurationFile.parse(Data(text.utf8), path: "config.json")
        #expect(loaded.configuration.thresholds == Thresholds(reply: 0.8, clarify: 0.5))
        #expect(loaded.place(of: "thresholds.clarify") == "config.json:2")
        #expect(loaded.place(of: "texts.greeting.en") == "config.json:3")
        #expect(loaded.place(of: "time_zone") == "config.json:4")
        #expect(loaded.place(of: "log_level") == "config.json")
    }

    @Test func noBytesBringTheScanDown() {
        var random = SeededGenerator(seed: 7)
        let signs = Array("{}[]:,'\"\\/*\n a0.-".utf8) + [0xC2, 0xEF, 0xFF]
        for _ in 0..<2000 {
            let length = Int.random(in: 0...40, using: &random)
            let bytes = (0..<length).map { _ in
                signs[Int.random(in: 0..<signs.count, using: &random)]
            }
            let line = ConfigurationLines(bytes).fault ?? 1
            #expect((1...41).contains(line))
        }
    }

    private func failure(_ text: String) throws -> KefuError {
        let error = #expect(throws: KefuError.self) {
            try ConfigurationFile.parse(Data(text.utf8), path: "config.json")
        }
        return try #require(error)
    }
}
