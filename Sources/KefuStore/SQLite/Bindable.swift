import CSQLite
import KefuDomain

/// A value that SQLite can take as a parameter.
protocol Bindable {
    /// Binds the value at a position counted from 1.
    /// - Returns: the SQLite result code.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

extension Int64: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, self)
    }
}

extension Int: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, Int64(self))
    }
}

extension Bool: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }
}

extension Double: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_double(statement, index, self)
    }
}

extension String: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty Swift string may have no address, which SQLite would take for NULL.
                guard let start = characters.baseAddress else {
                    return kefu_sqlite_bind_text(statement, index, "", 0)
                }
                return kefu_sqlite_bind_text(statement, index, start, UInt64(characters.count))
            }
        }
    }
}

/// Bytes that are no text.
struct Blob: Bindable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        bytes.withUnsafeBytes { kefu_sqlite_bind_blob(statement, index, $0.baseAddress, $0.count) }
    }
}

/// Stored as milliseconds since 1970.
extension Timestamp: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        milliseconds.bind(to: statement, at: index)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .none: sqlite3_bind_null(statement, index)
        case .some(let value): value.bind(to: statement, at: index)
        }
    }
}
