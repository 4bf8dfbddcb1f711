/// What the bench was started with.
struct Options {
    var entries = 100_000
    /// Measures ten thousand, a hundred thousand and a million entries.
    var isGrowth = false
    var questions = 2_000
    /// The `kefud` to measure.
    var daemon = ""
    /// The sample base whose memory is measured.
    var sampleBase = ""
    /// A folder for data; it must be there.
    var scratch = ""

    struct Misuse: Error {
        let text: String
    }

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            switch name {
            case "--growth": isGrowth = true
            case "--entries": entries = try Self.number(name, &rest)
            case "--questions": questions = try Self.number(name, &rest)
            case "--daemon": daemon = try Self.value(name, &rest)
            case "--sample": sampleBase = try Self.value(name, &rest)
            case "--scratch": scratch = try Self.value(name, &rest)
            default: throw Misuse(text: "unknown option \(name)")
            }
        }
    }

    private static func value(_ name: String, _ rest: inout ArraySlice<String>) throws -> String {
        guard let value = rest.popFirst() else { throw Misuse(text: "\(name) needs a value") }
        return value
    }

    private static func number(_ name: String, _ rest: inout ArraySlice<String>) throws -> Int {
        guard let number = Int(try value(name, &rest)), number > 0 else {
            throw Misuse(text: "\(name) needs a number above zero")
        }
        return number
    }
}
