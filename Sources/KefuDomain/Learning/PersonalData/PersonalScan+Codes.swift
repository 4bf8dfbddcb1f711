/// E-mail addresses, plates, numbers of orders and devices, ids on WeChat and QQ, labelled phones.
extension PersonalScan {
    var emails: [Place] {
        folded.indices.compactMap { place in
            guard folded[place] == 0x40 else { return nil }
            var start = place
            while start > 0, isOfAddress(start - 1) { start -= 1 }
            var end = place + 1
            while isOfAddress(end) { end += 1 }
            while end > place, !isAlphanumeric(end - 1) { end -= 1 }
            let domain = folded[min(place + 1, end)..<end]
            guard start < place, domain.dropFirst().contains(Sign.point) else { return nil }
            return Place(.email, start..<end)
        }
    }

    private func isOfAddress(_ place: Int) -> Bool {
        isAlphanumeric(place)
            || folded.indices.contains(place) && [0x2E, 0x5F, 0x2B, 0x2D].contains(folded[place])
    }

    // MARK: - Plates

    /// Source: GA 36-2018: a province, a letter, five letters or digits; six for new energy, of
    /// which the first or the last is a letter.
    var plates: [Place] {
        folded.indices.compactMap { place in
            guard Self.provinces.contains(folded[place]), place + 1 < folded.count,
                Sign.isLetter(folded[place + 1])
            else { return nil }
            var start = place + 2
            while start < folded.count, start < place + 4, Self.plateDots.contains(folded[start]) {
                start += 1
            }
            var end = start
            while isAlphanumeric(end), end - start < 7 { end += 1 }
            let tail = folded[start..<end]
            let digits = tail.filter(Sign.isDigit).count
            let isPlate = tail.count == 5 ? digits >= 2 : tail.count == 6 && digits >= 4
            return isPlate ? Place(.plate, place..<end) : nil
        }
    }

    private static let provinces = Set(
        "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars.map(\.value))
    private static let plateDots = Set("·•.- ".unicodeScalars.map(\.value))

    // MARK: - Orders, parcels, devices, accounts

    var codes: [Place] {
        reading.codes().compactMap { code in
            isOrder(code) ? Place(.orderNumber, code.range) : nil
        }
    }

    private func isOrder(_ code: Code) -> Bool {
        if code.digits == 0 || isStandard(code) || isLinked(code) || isDate(code) { return false }
        if isOfGoods(code.range.lowerBound) { return false }
        if let label = reading.label(before: code.range.lowerBound, in: Self.labels) {
            let size = code.letters + code.digits
            return size >= label.tag && code.digits >= 3
        }
        return code.letters > 0 && code.digits >= 8 && code.letters <= 6 && !isVersion(code)
            && !isAmount(code)
    }

    /// 2027-06-30T00.
    private func isDate(_ code: Code) -> Bool {
        guard let date = WrittenDate(in: folded, at: code.range.lowerBound) else { return false }
        if case .full = date.kind { return true }
        return false
    }

    /// Part of a web address.
    private func isLinked(_ code: Code) -> Bool {
        let before = code.range.lowerBound
        return before > 2 && folded[before - 1] == Sign.slash
            || folded[code.range].contains(Sign.slash) && folded[code.range].contains(Sign.point)
    }

    /// GB/T18487.1-2023, IEC61851-1.
    private func isStandard(_ code: Code) -> Bool {
        let letters = folded[code.range].prefix { Sign.isLetter($0) || $0 == Sign.slash }
            .filter(Sign.isLetter).map { UInt8(truncatingIfNeeded: $0) }
        return Self.standards.contains(String(decoding: letters, as: UTF8.self))
    }

    private static let standards: Set<String> = [
        "gb", "gbt", "nb", "nbt", "iec", "iso", "en", "ul", "qc", "qct", "jb", "jbt", "dl", "dlt",
        "jjg", "din", "cqc", "ocpp", "ieee", "yy", "hj",
    ]

    /// 60-120-180kW: nothing but a unit behind short numbers.
    private func isAmount(_ code: Code) -> Bool {
        let unit = folded[code.range].reversed().prefix { Sign.isLetter($0) }
        let longest = folded[code.range].split { !Sign.isDigit($0) }.map(\.count).max() ?? 0
        return unit.count == code.letters && longest < 8
    }

    /// V20241105, 2.1.20240315.
    private func isVersion(_ code: Code) -> Bool {
        let start = code.range.lowerBound
        return folded[start] == 0x76 && isDigit(start + 1)
    }

    /// Whether a number is that of a kind of goods: a bar code, an ISBN.
    func isOfGoods(_ place: Int) -> Bool {
        reading.label(before: place, in: Self.goods) != nil
    }

    private static let goods = WordTable<Void>(
        "条形码|条码|商品编码|商品码|货号|款号|料号|物料号|型号|isbn|ean|upc|sku|part number|part no|model|model number")

    /// Before a number, with how long it is at least.
    static let labels = WordTable<Int>([
        (
            4,
            """
            订单号|订单编号|订单号码|单号|运单号|快递单号|物流单号|快递号|工单号|维修单号|合同号|合同编号|流水号|交易号|交易单号|退货单号|售后单号|申请单号
            报价单号|受理编号|会员号|会员卡号|会员编号|客户编号|客户号|用户编号|户号|账号|帐号|账户|卡号|取件码|取货码|验证码|核销码|券码|激活码
            order number|order no|order no.|order id|order #|invoice number|invoice no
            tracking number|tracking no|tracking id|account number|account no|case number
            ticket number
            """
        ),
        (5, "序列号|设备序列号|出厂编号|机身号|机器码|设备编号|设备号|机号|sn|s/n|imei"),
        (5, "serial number|serial no|serial no.|order|ticket|订单|运单|快递|工单"),
    ])

    // MARK: - Chats and labelled phones

    var chatIDs: [Place] {
        reading.codes().compactMap { code in
            let start = code.range.lowerBound
            if Self.weChatPrefix.match(in: reading, at: start) != nil {
                return Place(.chatID, code.range)
            }
            guard let label = reading.label(before: start, in: Self.contacts) else { return nil }
            return place(of: code, behind: label.tag)
        }
    }

    private func place(of code: Code, behind contact: Contact) -> Place? {
        let size = code.range.count
        let isNumber = code.letters == 0 && code.digits == size
        switch contact {
        case .weChat:
            guard (6...20).contains(size), Sign.isLetter(folded[code.range.lowerBound]),
                code.digits > 0 || folded[code.range].contains(0x5F)
            else { return nil }
            return Place(.chatID, code.range)
        case .weChatNumber:
            return (6...20).contains(size) ? Place(.chatID, code.range) : nil
        case .qq: return isNumber && (5...11).contains(size) ? Place(.chatID, code.range) : nil
        case .phone:
            return isNumber && (7...8).contains(size) ? Place(.phoneNumber, code.range) : nil
        }
    }

    private enum Contact: Sendable {
        case weChat, weChatNumber, qq, phone
    }

    private static let weChatPrefix = WordTable<Void>("wxid")
    private static let contacts = WordTable<Contact>([
        (.weChat, "微信|加微信|我微信|v信|威信|wechat|weixin|vx|wx|加v|加我"),
        (.weChatNumber, "微信号|微信id|微信号码|wechat id|vx号"),
        (.qq, "qq|qq号|qq号码|扣扣|扣扣号|qq群|群号"),
        (.phone, "电话|座机|联系电话|固话|电话号码|手机|手机号|致电|拨打|tel|phone|call me at|call me on"),
    ])
}
