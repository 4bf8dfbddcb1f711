/// What is said of alerts, and of the settings behind them.
extension Phrase {
    public static let settingAlerts = Phrase(
        "From where on the operator is alerted; 0 switches an alert off.", "何时向操作者告警；0 表示关闭")
    public static let settingAlertCPU = Phrase(
        "Processors in use, in percent.", "处理器使用率，百分比")
    public static let settingAlertMemory = Phrase(
        "The machine's memory in use, in percent.", "内存使用率，百分比")
    public static let settingAlertResponse = Phrase(
        "The slowest answer, in seconds.", "最慢的响应，秒")
    public static let settingAlertDisk = Phrase(
        "Free space beside the base, in MB.", "知识库所在磁盘的剩余空间，MB")
    public static let settingAlertHold = Phrase(
        "How many seconds it must last, and be over again.", "须持续多少秒才告警，恢复亦然")

    /// What an alert is about.
    public static func alert(_ kind: AlertKind) -> Phrase {
        switch kind {
        case .cpu: Phrase("processors", "处理器")
        case .memory: Phrase("memory", "内存")
        case .response: Phrase("response time", "响应时间")
        case .disk: Phrase("free space", "剩余空间")
        }
    }
    /// An alert in a line: what, how much, and the limit.
    public static func alert(
        _ kind: AlertKind, isRaised: Bool, _ value: String, _ limit: String
    ) -> Phrase {
        let name = alert(kind)
        let short = kind == .disk
        guard isRaised else {
            return Phrase(
                "\(name.english) is well again: \(value) \(kind.unit) (limit \(limit))",
                "\(name.chinese)已恢复：\(value) \(kind.unit)（限值 \(limit)）")
        }
        return Phrase(
            "\(name.english): \(value) \(kind.unit), \(short ? "less" : "more") than \(limit)",
            "\(name.chinese)：\(value) \(kind.unit)，\(short ? "低于" : "超过") \(limit)")
    }
    public static let alerts = Phrase("alerts", "告警")
    public static let noAlerts = Phrase("none", "无")
}
