import Glibc

/// The files in which the kernel says how a process and the machine are.
enum ProcessFile {
    private static let maxBytes = 16 << 10

    /// The beginning of such a file; empty where it cannot be read.
    static func text(_ path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: maxBytes)
        let count = read(file, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
    }

    /// The number behind a name in `/proc/self/status`; 0 where there is none.
    static func number(_ name: String, in status: String) -> Int {
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { Int($0.filter { ("0"..."9").contains($0) }) } ?? 0
    }

    /// How many files a folder holds.
    static func count(in path: String) -> Int {
        guard let listing = opendir(path) else { return 0 }
        defer { closedir(listing) }
        var count = 0
        while let entry = readdir(listing) {
            if entry.pointee.d_name.0 != CChar(bitPattern: UInt8(ascii: ".")) { count += 1 }
        }
        return count
    }
}
