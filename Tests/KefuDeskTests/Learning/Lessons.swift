import Foundation
import KefuRPC
import Support
import Testing

extension LineClient {
    /// What `learn.stats` says once every message was learned from.
    @discardableResult
    func learned() throws -> JSONValue {
        let end = Date().addingTimeInterval(20)
        while Date() < end {
            let figures = try call("learn.stats")
            if figures["behind"] == 0 { return figures }
            usleep(20_000)
        }
        Issue.record("learning stands still")
        return [:]
    }

    /// Waits until the index holds everything and no confidence moves any more.
    func settle() throws {
        let end = Date().addingTimeInterval(30)
        while Date() < end {
            let health = try call("system.health")
            if health.at("index", "behind") == 0, health.at("index", "state") == "ready",
                health.at("calibration", "state") == "settled"
            {
                return
            }
            usleep(20_000)
        }
        Issue.record("the base does not settle")
    }

    func pending() throws -> [JSONValue] {
        try learned()
        return try call("learn.pending")["candidates"]?.items ?? []
    }

    func entries(_ status: String) throws -> [JSONValue] {
        try learned()
        return try call("kb.list", ["status": .text(status)])["entries"]?.items ?? []
    }

    func history(_ params: JSONValue = [:]) throws -> [JSONValue] {
        try learned()
        return try call("learn.history", params)["learned"]?.items ?? []
    }

    /// The base as it would leave.
    func export(_ name: String = UUID().uuidString) throws -> Data {
        let directory = try TemporaryDirectory()
        let path = directory.file(name)
        try call("kb.export", ["path": .text(path), "format": "jsonl"])
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }
}

extension Chat {
    /// A customer's question that a person answers, and what the customer says to that.
    /// - Parameter seconds: when it was asked.
    func teach(
        _ question: String, _ answer: String, then reply: String? = "好的谢谢",
        after seconds: Double = -600
    ) throws {
        try hear(question, after: seconds)
        try write(answer, after: seconds + 30)
        if let reply { try hear(reply, after: seconds + 60) }
    }
}

/// Questions that a fresh base knows nothing of, with a person's good answers.
enum Lessons {
    static let weekend = (
        question: "你们周末上班吗", answer: "周末照常上班，早上九点到晚上六点都有人值班。"
    )
    static let wall = (question: "充电桩可以装在墙上吗", answer: "7kW充电桩支持壁挂安装，也可以用立柱安装。")
    static let rain = (question: "下雨天可以充电吗", answer: "充电桩防护等级是IP54，下雨天可以正常充电。")
}
