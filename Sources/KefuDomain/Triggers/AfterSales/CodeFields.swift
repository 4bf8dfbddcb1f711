/// 设备序列号, 固件版本 and 报警码: codes, told apart by what stands before them.
enum CodeFields {
    struct Values {
        var serial = FormValue.null
        var firmware = FormValue.null
        var alarm = FormValue.null
    }

    static func values(_ reading: Reading) -> Values {
        var serials: [Finding] = []
        var firmware: [Finding] = []
        var alarms: [Finding] = []
        var previous: Kind?
        var last = 0
        for code in reading.codes() where code.digits > 0 {
            let isListed = previous != nil && isJoined(last..<code.range.lowerBound, reading)
            let kind = kind(of: code, reading) ?? (isListed ? listed(code, previous) : nil)
            switch kind {
            case .serial: serials.append(Finding(code.range))
            case .firmware: firmware.append(Finding(code.range))
            case .alarm: alarms.append(Finding(code.range))
            case nil: break
            }
            previous = kind
            last = code.range.upperBound
        }
        if alarms.isEmpty { alarms = noAlarm(reading) }
        return Values(
            serial: reading.joined(serials, atMost: 10), firmware: reading.first(firmware),
            alarm: reading.joined(alarms, atMost: 10))
    }

    private enum Kind: Sendable { case serial, firmware, alarm }

    private static func kind(of code: Code, _ reading: Reading) -> Kind? {
        let start = code.range.lowerBound
        if let label = reading.label(before: start, in: labels) {
            switch label.tag {
            case .serial: return isSerial(code) ? .serial : nil
            case .firmware: return code.digits > 0 && code.range.count <= 24 ? .firmware : nil
            case .alarm: return isLabelledAlarm(code, reading) ? .alarm : nil
            case .other: return nil
            }
        }
        if isBareVersion(code, reading) { return .firmware }
        if isBareAlarm(code, reading) { return .alarm }
        return isBareSerial(code, reading) ? .serial : nil
    }

    private enum Label: Sendable { case serial, firmware, alarm, other }

    private static let labels = WordTable<Label>([
        (.serial, "序列号|设备序列号|机身号|机身编号|设备号|设备编号|桩编号|出厂编号|出厂号|机器编号|编号|铭牌号|资产编号|序号|桩体编号|桩id|设备id"),
        (
            .serial,
            "sn|s/n|sn码|sn号|serial number|serial no|serial|serial num|device id|unit id|序列号码"
        ),
        (
            .firmware,
            """
            固件版本|固件版本号|固件|软件版本|程序版本|系统版本|版本号|版本|程序|固件升级到|升级到|升到|firmware version|firmware
            fw|software version|version|fw version|ver
            """
        ),
        (
            .alarm,
            """
            报警码|报警代码|故障码|故障代码|错误码|错误代码|报错代码|报错码|告警码|告警代码|代码|报警|报错|告警|报|显示|提示|显示故障|跳|跳出|出现
            弹出|屏幕显示|屏显|提示故障|报故障|故障|显示代码
            """
        ),
        (
            .alarm,
            """
            error code|fault code|alarm code|alarm|error|fault|code|shows|showing|displays
            displaying|says
            """
        ),
        (
            .other,
            """
            订单号|订单|单号|工单号|工单|合同号|合同编号|快递单号|运单号|物流单号|型号|电话|手机号|手机|微信|微信号|车牌|车牌号|订单编号|工单编号
            发票号|桩型号|model|order|order no|order number|order id|tel|phone|invoice
            """
        ),
    ])

    private static func isSerial(_ code: Code) -> Bool {
        code.digits >= 2 && code.letters + code.digits >= 5 && code.range.count <= 40
    }

    /// SN20240518001; or a long mix of letters and digits with no other label.
    private static func isBareSerial(_ code: Code, _ reading: Reading) -> Bool {
        let start = code.range.lowerBound
        guard start + 1 < reading.count, code.digits >= 5, code.range.count <= 40 else {
            return false
        }
        return reading.folded[start] == 0x73 && reading.folded[start + 1] == 0x6E
    }

    /// V2.1.3: at least one point inside.
    private static func isBareVersion(_ code: Code, _ reading: Reading) -> Bool {
        let range = code.range
        guard code.letters <= 2, code.digits >= 2, range.count <= 16,
            reading.folded[range.lowerBound] == 0x76, range.count > 2,
            Sign.isDigit(reading.folded[range.lowerBound + 1])
        else { return false }
        return reading.folded[range].contains(Sign.point)
    }

    /// E103, F-05, ERR12: few letters, two to four digits.
    private static func isBareAlarm(_ code: Code, _ reading: Reading) -> Bool {
        let scalars = reading.folded[code.range].filter { Sign.isAlphanumeric($0) }
        let letters = scalars.prefix { Sign.isLetter($0) }
        let digits = scalars.dropFirst(letters.count)
        guard letters.count == code.letters, (2...4).contains(digits.count),
            code.range.count <= letters.count + digits.count + 1,
            !reading.begins(afterModel, at: code.range.upperBound)
        else { return false }
        let name = String(decoding: letters.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
        return ["e", "f", "err", "er", "error", "alm", "fault"].contains(name)
    }

    private static let afterModel = WordTable<Void>("型|款|车|这款|的车")

    /// 报警码 103, 报103, 显示E05; 报价 is no label, and 显示0.5kW no code.
    private static func isLabelledAlarm(_ code: Code, _ reading: Reading) -> Bool {
        guard code.digits > 0, code.range.count <= 12, code.letters <= 6 else { return false }
        if code.letters == 0 {
            guard (2...6).contains(code.digits), code.range.count == code.digits,
                !isCount(code, reading)
            else { return false }
        } else if isMeasured(code, reading) {
            return false
        }
        let next = reading.skippingSpaces(from: code.range.upperBound)
        let unit = AmountUnit.table.match(in: reading, at: next)
        return unit == nil || unit?.tag == .other
    }

    /// 出现20多次.
    private static func isCount(_ code: Code, _ reading: Reading) -> Bool {
        counting.match(in: reading, at: code.range.upperBound) != nil
    }

    private static let counting = WordTable<Void>("多|几|来|余|个|台|根|把|年|月")

    /// 6.6kW behind 显示.
    private static func isMeasured(_ code: Code, _ reading: Reading) -> Bool {
        guard let number = Numeral.read(in: reading, at: code.range.lowerBound) else {
            return false
        }
        return AmountUnit.table.match(in: reading, at: number.range.upperBound) != nil
    }

    /// E103和E105, E103/E105, E103、E105.
    private static func isJoined(_ range: Range<Int>, _ reading: Reading) -> Bool {
        range.count <= 5
            && reading.folded[range].allSatisfy { Sign.isSpace($0) || listing.contains($0) }
    }

    private static let listing = Set("和跟与及、,/或and".unicodeScalars.map(\.value))

    private static func listed(_ code: Code, _ previous: Kind?) -> Kind? {
        switch previous {
        case .alarm: code.digits >= 2 && code.range.count <= 6 ? .alarm : nil
        case .serial: isSerial(code) ? .serial : nil
        default: nil
        }
    }

    private static func noAlarm(_ reading: Reading) -> [Finding] {
        none.mentions(in: reading).prefix(1).compactMap { mention in
            let clause = reading.clause(at: mention.range.lowerBound)
            return reading.asks(clause) ? nil : Finding(mention.range)
        }
    }

    private static let none = WordTable<Void>(
        "没有报警码|没有故障码|没报警码|没有任何报警|没有报警|没报警|无报警码|无报警|没有错误代码|无故障码|没有代码|没有显示代码|没有报错|没报错"
            + "|no error code|no fault code|no alarm|no error|no code")
}
