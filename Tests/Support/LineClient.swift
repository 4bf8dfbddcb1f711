public import Foundation
public import KefuRPC

/// A client that speaks raw lines, so that tests can also send what no proper client would.
public final class LineClient {
    private let descriptor: Int32
    /// Lives as long as this connection does.
    private let owner: AnyObject?
    private var buffer = Data()
    private var nextID = 0

    /// - Parameter owner: kept alive while this connection is, such as the daemon it speaks to.
    /// - Throws: `LineClientError` when nobody answers there.
    public init(path: String, keeping owner: AnyObject? = nil) throws {
        self.owner = owner
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8CString)
        guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else {
            throw LineClientError.pathTooLong
        }
        withUnsafeMutableBytes(of: &address.sun_path) { field in
            for (index, byte) in bytes.enumerated() { field[index] = UInt8(bitPattern: byte) }
        }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, size)
            }
        }
        guard status == 0 else {
            close(descriptor)
            throw LineClientError.refused(errno)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Sends bytes as they are.
    public func send(_ data: Data) throws {
        var rest = data[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { throw LineClientError.closed }
            rest = rest.dropFirst(sent)
        }
    }

    /// Sends one line.
    public func send(line: String) throws { try send(Data((line + "\n").utf8)) }

    /// The next line, without its end; `nil` when the other side closed.
    /// - Parameter seconds: longer silence is an error, so that no test hangs.
    public func line(within seconds: Int = 30) throws -> String? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = String(decoding: buffer[buffer.startIndex..<end], as: UTF8.self)
                buffer.removeSubrange(buffer.startIndex...end)
                return line
            }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(seconds * 1000)) > 0 else {
                throw LineClientError.silence
            }
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            buffer.append(contentsOf: chunk[..<count])
        }
    }

    /// The next line as JSON.
    public func message(within seconds: Int = 30) throws -> JSONValue {
        guard let line = try line(within: seconds) else { throw LineClientError.closed }
        return try JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)).ordered
    }

    /// Calls a method and waits for its result; notifications in between are dropped.
    /// - Throws: `RPCFailure` with the error object.
    @discardableResult
    public func call(_ method: String, _ params: JSONValue = [:]) throws -> JSONValue {
        nextID += 1
        let request: JSONValue = [
            "jsonrpc": "2.0", "id": .integer(nextID), "method": .text(method), "params": params,
        ]
        var data = try JSONEncoder().encode(request)
        data.append(0x0A)
        try send(data)
        while true {
            let reply = try message()
            guard reply["id"] == .integer(nextID) else { continue }
            if let error = reply["error"] { throw RPCFailure(error: error) }
            guard let result = reply["result"] else { throw LineClientError.closed }
            return result
        }
    }

    /// Calls a method that must fail, and returns the error object.
    public func failure(_ method: String, _ params: JSONValue = [:]) throws -> JSONValue {
        do {
            let result = try call(method, params)
            throw UnexpectedSuccess(result: result)
        } catch let failure as RPCFailure {
            return failure.error
        }
    }
}

public enum LineClientError: Error, Sendable {
    case refused(Int32), closed, silence, pathTooLong
}

/// An error object that came back.
public struct RPCFailure: Error, Sendable {
    public let error: JSONValue
}

/// A call that should have failed.
public struct UnexpectedSuccess: Error, Sendable {
    public let result: JSONValue
}

extension JSONValue {
    /// The text of a JSON string.
    public var string: String? {
        if case .text(let text) = self { text } else { nil }
    }
    /// The value of a whole number.
    public var int: Int? {
        if case .integer(let value) = self { value } else { nil }
    }
    /// The value of any number.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
    /// The elements of a list; empty for anything else.
    public var items: [JSONValue] {
        if case .list(let values) = self { values } else { [] }
    }
}
