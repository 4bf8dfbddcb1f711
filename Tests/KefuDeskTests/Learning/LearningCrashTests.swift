import Foundation
import KefuRPC
import Support
import Testing

/// A power cut between a message and learning from it.
@Suite struct LearningCrashTests {
    private static let lessons = [Lessons.weekend, Lessons.wall, Lessons.rain]

    @Test func nothingIsLostAndNothingLearnedTwice() throws {
        var daemon = try DaemonProcess.ofCharging()
        let directory = daemon.directory
        for round in 0..<6 {
            let lesson = Self.lessons[round % 3]
            let chat = Chat(try daemon.connect(), "wx_\(round)")
            try chat.hear(lesson.question, after: -600)
            try chat.write(lesson.answer, after: -580)
            // At once, or while it is being learned from.
            usleep(UInt32(round) * 4000)
            daemon.kill()
            daemon = try DaemonProcess(
                in: directory, options: ["--config", directory.file("config.json")])
        }
        let client = try daemon.connect()
        let figures = try client.learned()
        let history = try client.history()
        #expect(history.count { $0["does"] == "adds" } == 3)
        #expect(Set(history.compactMap { $0["entry_id"]?.string }).count == 3)
        #expect(figures.at("entries", "agreed") == 3)
        let shadows = try client.entries("shadow").compactMap { $0["question"]?.string }
        #expect(Set(shadows) == Set(Self.lessons.map(\.question)))
        #expect(shadows.count == 3)
    }
}
