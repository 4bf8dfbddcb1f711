/// What the hub's own words are called: states, buckets, kinds of business, spans of time.
extension Phrase {
    public static func threadStatus(_ status: ThreadStatus) -> Phrase {
        switch status {
        case .unseen: Phrase("unseen", "未查看")
        case .needReply: Phrase("to reply", "需回复")
        case .waitingThem: Phrase("waiting", "等待对方")
        case .overdue: Phrase("overdue", "逾期")
        case .resolved: Phrase("resolved", "已解决")
        case .snoozed: Phrase("snoozed", "已推迟")
        }
    }

    public static func bucket(_ bucket: Bucket) -> Phrase {
        switch bucket {
        case .white: Phrase("white", "白名单")
        case .gray: Phrase("gray", "灰名单")
        case .black: Phrase("black", "黑名单")
        }
    }

    public static func business(_ type: TriggerType) -> Phrase {
        switch type {
        case .preSales: Phrase("pre-sales", "售前")
        case .afterSales: Phrase("after-sales", "售后")
        case .development: Phrase("development", "客户开发")
        }
    }

    /// Why a person is wanted in a thread; the tag itself for one of a newer daemon.
    public static func threadTag(_ tag: String) -> Phrase {
        threadTags[tag] ?? Phrase(verbatim: tag)
    }
    private static let threadTags = [
        RouteReason.person.rawValue: Phrase("wants a person", "要人工"),
        RouteReason.complaint.rawValue: Phrase("complaint", "投诉"),
        RouteReason.sensitive.rawValue: Phrase("sensitive", "敏感"),
    ]

    public static func outcome(_ outcome: Outcome) -> Phrase {
        switch outcome {
        case .solved: Phrase("solved", "问题已解决")
        case .unsolved: Phrase("unsolved", "问题未解决")
        case .transferred: Phrase("transferred", "已转交")
        }
    }

    public static func contactType(_ type: ContactType) -> Phrase {
        switch type {
        case .stranger: Phrase("stranger", "陌生人")
        case .customer: Phrase("customer", "客户")
        }
    }

    /// What a message without words is shown as.
    public static func messageKind(_ kind: MessageKind) -> Phrase {
        switch kind {
        case .text: Phrase("text", "文字")
        case .image: Phrase("picture", "图片")
        case .voice: Phrase("voice", "语音")
        case .video: Phrase("video", "视频")
        case .file: Phrase("file", "文件")
        case .link: Phrase("link", "链接")
        case .location: Phrase("location", "位置")
        }
    }

    /// Every part of a signal by its name on the wire; the name itself for one of a newer daemon.
    public static func signalPart(_ name: String) -> Phrase {
        signalParts[name] ?? Phrase(verbatim: name)
    }
    private static let signalParts = [
        SignalPart.keywords(.preSales): Phrase("pre-sales words", "售前词"),
        SignalPart.keywords(.afterSales): Phrase("after-sales words", "售后词"),
        SignalPart.keywords(.development): Phrase("development words", "开发词"),
        SignalPart.evidence: Phrase("hard evidence", "硬指标"),
        SignalPart.files: Phrase("files", "文件"),
        SignalPart.workingHours: Phrase("working hours", "工作时间"),
        SignalPart.knowledge: Phrase("known to the base", "知识库命中"),
        SignalPart.floor: Phrase("raised to business", "业务保底"),
        SignalPart.privateWords: Phrase("private words", "私人词"),
    ]

    /// A kind of hard evidence by its name on the wire.
    public static func evidence(_ name: String) -> Phrase {
        switch HardEvidence(rawValue: name) {
        case .faultCode: Phrase("fault code", "报警码")
        case .electrical: Phrase("power or voltage", "功率或电压")
        case .orderNumber: Phrase("order number", "订单号")
        case .quantity: Phrase("quantity", "数量")
        case nil: Phrase(verbatim: name)
        }
    }

    // Spans of time

    /// A span in its two largest units, from ten hours on without the minutes.
    public static func span(_ duration: Duration) -> Phrase {
        let minutes = max(0, duration.components.seconds) / 60
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        if days > 0 {
            return hours > 0
                ? Phrase("\(days) d \(hours) h", "\(days) 天 \(hours) 小时")
                : Phrase("\(days) d", "\(days) 天")
        }
        if hours > 0 {
            return rest > 0 && hours < 10
                ? Phrase("\(hours) h \(rest) min", "\(hours) 小时 \(rest) 分钟")
                : Phrase("\(hours) h", "\(hours) 小时")
        }
        return rest > 0
            ? Phrase("\(rest) min", "\(rest) 分钟") : Phrase("under a minute", "不到 1 分钟")
    }
    public static func overdueBy(_ span: Phrase) -> Phrase {
        Phrase("\(span.english) overdue", "逾期 \(span.chinese)")
    }
    public static func timeLeft(_ span: Phrase) -> Phrase {
        Phrase("\(span.english) left", "还剩 \(span.chinese)")
    }
    public static func followUpIn(_ span: Phrase) -> Phrase {
        Phrase("follow up in \(span.english)", "\(span.chinese)后跟进")
    }
    public static func followUpSince(_ span: Phrase) -> Phrase {
        Phrase("to follow up for \(span.english)", "待跟进 \(span.chinese)")
    }
    public static func wakesIn(_ span: Phrase) -> Phrase {
        Phrase("wakes in \(span.english)", "\(span.chinese)后唤醒")
    }
    public static func ago(_ span: Phrase) -> Phrase {
        Phrase("\(span.english) ago", "\(span.chinese)前")
    }
}
