/// What must not enter the base: data that belong to one person.
public enum PersonalData: String, CaseIterable, Sendable {
    case phoneNumber, identityCard, email, accountNumber

    /// What a person calls it.
    public var phrase: Phrase {
        switch self {
        case .phoneNumber: Phrase("a phone number", "手机号")
        case .identityCard: Phrase("an identity card number", "身份证号")
        case .email: Phrase("an e-mail address", "邮箱地址")
        case .accountNumber: Phrase("an account or order number", "账号或订单号")
        }
    }

    /// The kinds found in a text. Numbers that begin with 400 or 800 are a company's, not a
    /// person's.
    public static func kinds(in text: String) -> [PersonalData] {
        let text = plain(text)
        var found: [PersonalData] = []
        for number in numbers(in: text) {
            if let kind = kind(of: number), !found.contains(kind) { found.append(kind) }
        }
        if holdsEmail(text) { found.append(.email) }
        return found
    }

    /// The text with every digit, full-width letter and sign as ASCII has it: whoever types with a
    /// Chinese input method writes `１３８` and `＠` as well.
    private static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            plain.append(scalar.isASCII ? scalar : asASCII(scalar) ?? scalar)
        }
        return String(plain)
    }

    private static func asASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
            return Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit))
        }
        switch scalar.value {
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x3000, 0xA0: return " "
        case 0x2010...0x2015, 0x2212: return "-"
        default: return nil
        }
    }

    /// Runs of digits, with single spaces or hyphens inside, a final X kept.
    private static func numbers(in text: String) -> [String] {
        var runs: [String] = []
        var run = ""
        var gap = false
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) || (scalar == "X" || scalar == "x") && run.count == 17 {
                run.unicodeScalars.append(scalar)
                gap = false
            } else if !gap, !run.isEmpty, scalar == "-" || scalar == " " {
                gap = true
            } else {
                if !run.isEmpty { runs.append(run) }
                run = ""
                gap = false
            }
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    private static func kind(of number: String) -> PersonalData? {
        if number.hasPrefix("400") || number.hasPrefix("800"), number.count == 10 { return nil }
        let digits = number.utf8.map { Int($0) - 0x30 }
        if digits.count == 18, isIdentityCard(digits) { return .identityCard }
        let local =
            number.hasPrefix("86") && digits.count == 13 ? Array(digits.dropFirst(2)) : digits
        if local.count == 11, local[0] == 1, local[1] >= 3 { return .phoneNumber }
        return digits.count >= 12 ? .accountNumber : nil
    }

    /// Source: GB 11643-1999, check character by ISO 7064 MOD 11-2.
    private static func isIdentityCard(_ digits: [Int]) -> Bool {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        var sum = 0
        for (digit, weight) in zip(digits, weights) {
            guard (0...9).contains(digit) else { return false }
            sum += digit * weight
        }
        let check = (12 - sum % 11) % 11
        let last = digits[17]
        return check == 10 ? last > 9 : last == check
    }

    private static func holdsEmail(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "@") {
            guard place > 0, isAddress(bytes[place - 1]) else { continue }
            let domain = bytes[(place + 1)...].prefix { isAddress($0) }
            if domain.dropFirst().dropLast().contains(UInt8(ascii: ".")) { return true }
        }
        return false
    }

    private static func isAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "._+-".utf8.contains(byte)
        }
    }
}
