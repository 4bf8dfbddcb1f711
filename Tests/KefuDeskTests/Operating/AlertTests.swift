import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuDesk

/// Alerts, from readings that the test makes up, and from a real daemon.
struct AlertTests {
    @Test func anAlertIsListedAsLongAsItIsOn() throws {
        let office = try Office(#"{"alerts": {"hold_s": 10}}"#)
        let start = office.now
        office.desk.look(LoadReading(memoryPercent: 91.26))
        #expect(office.desk.load.alerts.isEmpty)
        office.now = start.adding(.seconds(10))
        office.desk.look(LoadReading(memoryPercent: 92))
        let alert = try #require(office.desk.load.alerts.first)
        #expect(alert.name == .memory && alert.state == .raised && alert.unit == "%")
        #expect(alert.value == 92 && alert.limit == 85 && alert.since == start)
        #expect(office.desk.load.reading.memoryPercent == 92)
        office.now = start.adding(.seconds(20))
        office.desk.look(LoadReading(memoryPercent: 20))
        office.now = start.adding(.seconds(30))
        office.desk.look(LoadReading(memoryPercent: 20))
        #expect(office.desk.load.alerts.isEmpty)
    }

    @Test func subscribersHearOfIt() throws {
        // Any machine has more than a hundredth of its memory in use.
        let daemon = try DaemonProcess.configured(
            #"{"alerts": {"memory_percent": 1, "hold_s": 0}}"#)
        let client = try daemon.connect()
        try client.call("events.subscribe", ["topics": ["alert"], "since": 0])
        // What came before the daemon's first event is told as lost.
        var event = try client.message()
        while event["method"] == "event.lost" { event = try client.message() }
        #expect(event["method"] == "event")
        let data = event.at("params", "data")
        #expect(data?["name"] == "memory" && data?["state"] == "raised")
        #expect(data?["limit"]?.double == 1)
        let alerts = try daemon.connect().call("system.metrics")["alerts"]?.items
        #expect(alerts?.map { $0["name"] } == ["memory"])
        let status = try Programs.run(
            "kefu", ["--data", daemon.directory.path, "status"],
            environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(status.output.contains("内存："))
        let doctor = try Programs.run("kefu", ["--data", daemon.directory.path, "doctor"])
        #expect(doctor.output.contains("more than 1"))
    }

    @Test func aSlowRequestIsNoticedWhileItRuns() throws {
        let office = try Office()
        var sampler = LoadSampler(directory: office.directory.path)
        let first = sampler.sample(slowest: .milliseconds(5100))
        #expect(first.slowestSeconds == 5.1)
        #expect(first.cpuPercent == nil)
        #expect(first.memoryPercent.map { (0...100).contains($0) } == true)
        #expect(first.freeMegabytes.map { $0 > 0 } == true)
        office.desk.look(first)
        #expect(office.desk.load.alerts.map(\.name) == [.response])
    }

    @Test(arguments: ["cpu_percent: 101", "hold_s: -1", "disk_free_mb: 'x'", "cpu: 80"])
    func aWrongLimitIsNamed(setting: String) throws {
        let name = setting.split(separator: ":")[0]
        let failure = #expect(throws: KefuError.self) {
            try ConfigurationFile.parse(Data("{alerts: {\(setting)}}".utf8), path: "c.json")
        }
        #expect(failure?.field == "alerts.\(name)")
    }
}

/// What `system.metrics` tells.
struct MetricsTests {
    @Test func everythingIsCounted() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try client.add("充电桩保修几年", "三年")
        for _ in 0..<3 { _ = try client.ask("充电桩保修几年") }
        _ = try? client.call("kb.get", ["id": "none"])
        _ = try? client.call("no.such.method")
        let metrics = try client.call("system.metrics")
        let methods = metrics["methods"]?.items ?? []
        let ask = methods.first { $0["method"] == "ask" }
        #expect(ask?["count"] == 3 && ask?["errors"] == 0)
        for name in ["p50_ms", "p95_ms", "p99_ms", "max_ms"] {
            #expect((ask?[name]?.double ?? 0) > 0, "\(name)")
        }
        #expect(methods.first { $0["method"] == "kb.get" }?["errors"] == 1)
        #expect(metrics["unknown_methods"] == 1)
        #expect(metrics["queues"]?.items.count == Effect.allCases.count)
        #expect(metrics.at("index", "state") != nil)
        let process = metrics["process"]
        for name in ["resident_bytes", "peak_bytes", "threads", "descriptors", "descriptor_limit"] {
            #expect((process?[name]?.int ?? 0) > 0, "\(name)")
        }
        let caches = metrics["caches"]?.items ?? []
        #expect(caches.map { $0["name"]?.string } == ["pages", "statements", "rarities"])
        #expect(caches.allSatisfy { ($0["hits"]?.int ?? 0) > 0 }, "\(caches)")
    }

    @Test func theyAreShownAsTables() throws {
        let daemon = try DaemonProcess()
        _ = try daemon.connect().ask("什么")
        let outcome = try Programs.run(
            "kefu", ["--data", daemon.directory.path, "metrics", "--system"])
        #expect(outcome.status == 0)
        for word in ["ask", "p99 ms", "rarities", "control", "connections"] {
            #expect(outcome.output.contains(word), "\(word)")
        }
    }
}
