/// The code of a known customer, such as `K0001-渝A-张三-VIP-微信`.
public struct KCode: Sendable, Hashable {
    /// Running, from 1.
    public let number: Int
    public let region: String
    public let name: String
    public let level: String
    /// By the name that people call it.
    public let channel: String

    /// The most characters of one part.
    public static let maxPartLength = 64

    /// Makes a code of what a person typed: see `part`.
    /// - Throws: `ErrorCode.invalidParams` that names the part of which nothing is left.
    public init(number: Int, region: String, name: String, level: String, channel: String) throws {
        precondition(number > 0, "codes count from 1")
        self.number = number
        self.region = try Self.required(region, "region")
        self.name = try Self.required(name, "customer_name")
        self.level = try Self.required(level, "level")
        self.channel = try Self.required(channel, "channel")
    }

    /// Reads a code back; `nil` for any other text.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let head = parts.first, head.hasPrefix("K"),
            head.utf8.count >= 5, head.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(head.dropFirst()), number > 0,
            let code = try? KCode(
                number: number, region: parts[1], name: parts[2], level: parts[3],
                channel: parts[4]),
            code.text == text
        else { return nil }
        self = code
    }

    /// At least four digits behind the K.
    public var text: String {
        let digits = String(number)
        let head = "K" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return [head, region, name, level, channel].joined(separator: "-")
    }

    /// A text as a part can hold it: dashes, line breaks and other signs without a shape become
    /// single spaces, none at the ends; what is longer than a part is cut.
    /// - Returns: `nil` when nothing is left.
    public static func part(_ text: String) -> String? {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isSeparator(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        var part = String(words.joined(separator: " ").prefix(maxPartLength))
        while part.last == " " { part.removeLast() }
        return part.isEmpty ? nil : part
    }

    /// A contact's remark with their code in front of what a person noted.
    /// - Parameter old: the code that they had before. A remark that has lost it since was written
    ///   anew by hand, and stays.
    public static func remark(_ code: KCode, in remark: String, insteadOf old: String?) -> String {
        guard let old else {
            return remark.isEmpty ? code.text : "\(code.text) \(remark)"
        }
        guard !remark.isEmpty else { return code.text }
        return remark.hasPrefix(old) ? code.text + remark.dropFirst(old.count) : remark
    }

    private static func required(_ text: String, _ field: String) throws -> String {
        guard let part = part(text) else {
            throw KefuError.invalid(
                field, .codePartEmpty(field), why: .notACodePart, hint: .codePartHint)
        }
        return part
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .dashPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
            .format, .privateUse, .surrogate, .unassigned:
            true
        default: scalar == "\u{2212}"
        }
    }
}

/// What channels are called in K codes.
public enum ChannelNames {
    /// In Chinese, whatever the locale.
    public static let chinese = [
        "wechat": "微信", "wecom": "企业微信", "phone": "电话", "mobile": "手机", "email": "邮件",
        "sms": "短信", "webchat": "网页", "meeting": "会议", "visit": "拜访", "video": "视频",
        "form": "表单",
    ]
}

extension HubSettings {
    /// What a K code calls a channel: as configured, else its own name.
    public func name(ofChannel channel: String) -> String {
        channelNames[channel] ?? channelNames[channel.lowercased()] ?? channel
    }
}
