/// On which line of a JSON5 text each key stands, and where the text stops being JSON5.
///
/// It only finds places: whether the values are right is the decoder's business.
struct ConfigurationLines: Sendable {
    private var lines: [String: Int] = [:]
    /// The line that could not be read on; `nil` when all could.
    private(set) var fault: Int?

    /// Of no text.
    static let none = ConfigurationLines()

    private init() {}

    init(_ bytes: [UInt8]) {
        var scan = JSON5Scan(bytes)
        do {
            try scan.document { path, line in lines[path] = line }
        } catch {
            fault = scan.line
        }
    }

    /// The place of a key, or of the nearest key around it: `config.json:7`.
    func place(of key: String, in file: String) -> String {
        var key = key[...]
        while !key.isEmpty {
            if let line = lines[String(key)] { return "\(file):\(line)" }
            key = key[..<(key.lastIndex { $0 == "." || $0 == "[" } ?? key.startIndex)]
        }
        return file
    }

    func placeOfFault(in file: String) -> String {
        fault.map { "\(file):\($0)" } ?? file
    }
}
