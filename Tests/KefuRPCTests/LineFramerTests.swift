import Testing

@testable import KefuRPC

/// The lines of a stream that arrives in the given pieces.
private func lines(of pieces: [ArraySlice<UInt8>], maxLength: Int = 1000) -> [String] {
    var framer = LineFramer(maxLength: maxLength)
    var lines: [String] = []
    for piece in pieces {
        Array(piece).withUnsafeBytes { framer.append($0) }
        while let frame = framer.next() {
            guard case .line(let line) = frame else { return lines + ["too long"] }
            lines.append(String(decoding: line, as: UTF8.self))
        }
    }
    if case .line(let line)? = framer.finish() {
        lines.append(String(decoding: line, as: UTF8.self))
    }
    return lines
}

@Test func cuttingTheStreamAnywhereChangesNothing() {
    let stream = Array("{\"a\":1}\r\n\n  \n[\"客服\"]\n\r\n{}\n\"last\"".utf8)
    let whole = ["{\"a\":1}", "[\"客服\"]", "{}", "\"last\""]
    for cut in 0...stream.count {
        #expect(lines(of: [stream[..<cut], stream[cut...]]) == whole)
    }
    #expect(lines(of: stream.indices.map { stream[$0...$0] }) == whole)
}

@Test func aLineOverTheLimitIsReportedOnceItIsKnown() {
    let exact = Array(repeating: UInt8(ascii: "a"), count: 1000)
    #expect(lines(of: [exact[...], [0x0A]]) == [String(decoding: exact, as: UTF8.self)])
    #expect(lines(of: [exact[...], [0x61]]) == ["too long"])
    #expect(lines(of: [(exact + [0x61, 0x0A])[...]]) == ["too long"])
}

@Test func linesBeforeALongOneAreKept() {
    let stream = Array("{}\n".utf8) + Array(repeating: UInt8(ascii: "a"), count: 1001)
    #expect(lines(of: [stream[...]]) == ["{}", "too long"])
}
