import KefuRPC
import Support
import Testing

struct OddQuestionTests {
    /// Whatever the base holds, nothing was asked.
    @Test func whatSaysNothingGoesToAPerson() throws {
        let client = try DaemonProcess().connect()
        for isFilled in [false, true] {
            if isFilled { _ = try client.add("怎么退款", "七个工作日内到账") }
            for text in ["？", "。。。！！", "?!,;:", "()[]{}", "1"] {
                let answer = try client.ask(text)
                #expect(answer["action"] == "handoff", "\(text)")
                #expect((0...1).contains(answer["confidence"]?.double ?? -1))
            }
            // Emoji alone are a courtesy.
            #expect(try client.ask("🎉🚗")["action"] == "reply")
        }
    }
}
