/// What must not enter the base: data that belong to one person (SPEC 5).
public enum PersonalData: String, CaseIterable, Sendable {
    /// A mobile number, or a fixed line's.
    case phoneNumber
    case identityCard, email, bankCard
    /// A vehicle's number plate.
    case plate
    /// A postal address, from the street or the village down.
    case address
    /// The number of an order, a parcel, a device, an account.
    case orderNumber
    case name
    /// A WeChat or QQ id.
    case chatID

    /// What a person calls it.
    public var phrase: Phrase {
        switch self {
        case .phoneNumber: Phrase("a phone number", "电话号码")
        case .identityCard: Phrase("an identity card number", "身份证号")
        case .email: Phrase("an e-mail address", "邮箱地址")
        case .bankCard: Phrase("a bank card number", "银行卡号")
        case .plate: Phrase("a number plate", "车牌号")
        case .address: Phrase("a postal address", "详细地址")
        case .orderNumber:
            Phrase("an order, waybill, serial or account number", "订单号、运单号、序列号或账号")
        case .name: Phrase("a person's name", "人名")
        case .chatID: Phrase("a WeChat or QQ id", "微信号或 QQ 号")
        }
    }

    /// Where one of them stands in a text.
    public struct Finding: Sendable, Hashable {
        public let kind: PersonalData
        public let range: Range<String.Index>
        /// As it was written.
        public let text: String

        /// The form in which what the company owns is listed.
        public var normalised: String { PersonalData.normalised(text) }
    }

    /// The kinds found in a text, in declaration order.
    public static func kinds(in text: String, allowing own: Set<String> = []) -> [PersonalData] {
        let found = Set(findings(in: text, allowing: own).map(\.kind))
        return allCases.filter(found.contains)
    }

    /// What a text holds of any kind, from left to right, none overlapping another.
    ///
    /// Numbers that begin with 400 or 800 are a company's, not a person's. Two titles without a
    /// name (先生您好) name nobody.
    /// - Parameter own: what is the company's own and may be there, in normalised form; an address
    ///   may be any part of one of them.
    public static func findings(
        in text: String, allowing own: Set<String> = []
    ) -> [Finding] {
        let scan = PersonalScan(text)
        return scan.findings.filter { !isOwn($0, own) }
    }

    private static func isOwn(_ finding: Finding, _ own: Set<String>) -> Bool {
        if own.isEmpty { return false }
        let plain = finding.normalised
        if own.contains(plain) { return true }
        return finding.kind == .address && own.contains { $0.contains(plain) }
    }

    /// Letters, digits and characters alone, half width, lower case, without the code of the
    /// country.
    public static func normalised(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let folded = Unicode.Scalar(Folding.fold(PersonalScan.asASCII(scalar))) ?? scalar
            if folded.properties.isAlphabetic || ("0"..."9").contains(folded) {
                plain.append(folded)
            }
        }
        let isNumber = plain.allSatisfy { ("0"..."9").contains($0) }
        return String(
            isNumber && plain.count == 13 && plain.starts(with: "86".unicodeScalars)
                ? String.UnicodeScalarView(plain.dropFirst(2)) : plain)
    }
}
