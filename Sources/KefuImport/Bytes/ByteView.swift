/// Bytes by index, of which only a window is in memory.
///
/// Reading forwards costs one load of the window for each `ByteView.windowSize` bytes; steps back
/// of a sixteenth of that cost nothing. It belongs to one thread.
struct ByteView: RandomAccessCollection {
    /// What is held of a source at a time.
    static let windowSize = 1 << 20

    private let window: Window
    private let sight: UnsafeMutablePointer<Window.Sight>
    let endIndex: Int

    /// - Parameter size: of the window; at least 16.
    init(_ source: any ByteSource, window size: Int = windowSize) {
        window = Window(source, size: size)
        sight = window.sight
        endIndex = source.count
    }

    /// All of them, in memory.
    init(_ bytes: [UInt8]) {
        window = Window(bytes)
        sight = window.sight
        endIndex = bytes.count
    }

    var startIndex: Int { 0 }

    @inline(__always)
    subscript(position: Int) -> UInt8 {
        let seen = sight.pointee
        let offset = position &- seen.start
        if UInt(bitPattern: offset) < UInt(bitPattern: seen.count) { return seen.base[offset] }
        return window.byte(at: position)
    }

    func index(after place: Int) -> Int { place + 1 }
    func index(before place: Int) -> Int { place - 1 }

    /// Gives a range as contiguous bytes, valid for the length of the call. One that is longer than
    /// the window is copied.
    func withBytes<T>(in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> T)
        rethrows -> T
    {
        if range.isEmpty { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
        if let part = window.contiguous(range) { return try body(part) }
        return try array(range).withUnsafeBufferPointer(body)
    }

    /// A copy of a range.
    func array(_ range: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            window.copy(range, into: UnsafeMutableRawBufferPointer(buffer))
            count = range.count
        }
    }

    /// A range as text; `nil` where it is not well-formed UTF-8.
    func text(_ range: Range<Int>) -> String? {
        withBytes(in: range) { String(validating: $0, as: UTF8.self) }
    }

    /// Walks over all bytes in pieces that fit into the window.
    /// - Parameter body: takes a piece, its offset, and whether it is the last; returns how many of
    ///   its bytes are done with, so that the others come again at the head of the next piece.
    func scan(from start: Int = 0, _ body: (UnsafeBufferPointer<UInt8>, Int, Bool) -> Int) {
        var place = start
        while place < endIndex {
            let end = Swift.min(place + window.capacity, endIndex)
            place += withBytes(in: place..<end) { body($0, place, end == endIndex) }
        }
    }
}

extension ByteView {
    /// The part of a source that is in memory. The memory is its own from `init` to `deinit`.
    private final class Window {
        struct Sight {
            var start = 0
            var count = 0
            var base: UnsafeMutablePointer<UInt8>
        }

        let sight: UnsafeMutablePointer<Sight>
        /// `nil` when all is in memory.
        private let source: (any ByteSource)?
        private let count: Int
        let capacity: Int

        init(_ source: any ByteSource, size: Int) {
            self.source = source
            count = source.count
            capacity = Swift.max(1, Swift.min(size, source.count))
            sight = .allocate(capacity: 1)
            sight.initialize(to: Sight(base: .allocate(capacity: capacity)))
            sight.pointee.base.initialize(repeating: 0, count: capacity)
        }

        init(_ bytes: [UInt8]) {
            source = nil
            count = bytes.count
            capacity = Swift.max(1, bytes.count)
            sight = .allocate(capacity: 1)
            sight.initialize(to: Sight(count: bytes.count, base: .allocate(capacity: capacity)))
            bytes.withUnsafeBufferPointer { buffer in
                if let start = buffer.baseAddress {
                    sight.pointee.base.initialize(from: start, count: buffer.count)
                }
            }
        }

        deinit {
            sight.pointee.base.deallocate()
            sight.deallocate()
        }

        func byte(at place: Int) -> UInt8 {
            precondition(place >= 0 && place < count, "a byte outside the file")
            // A little of what lies before stays: readers step back over what they just read.
            load(from: Swift.max(0, place - capacity / 16))
            return sight.pointee.base[place - sight.pointee.start]
        }

        /// A range as it lies in memory; `nil` for one that does not fit.
        func contiguous(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8>? {
            precondition(range.lowerBound >= 0 && range.upperBound <= count, "outside the file")
            if range.count > capacity { return nil }
            let seen = sight.pointee
            if range.lowerBound < seen.start || range.upperBound > seen.start + seen.count {
                load(from: Swift.min(range.lowerBound, count - range.count))
            }
            let start = sight.pointee.base + (range.lowerBound - sight.pointee.start)
            return UnsafeBufferPointer(start: start, count: range.count)
        }

        func copy(_ range: Range<Int>, into buffer: UnsafeMutableRawBufferPointer) {
            if range.isEmpty { return }
            if let part = contiguous(range) {
                buffer.copyMemory(from: UnsafeRawBufferPointer(part))
            } else {
                source?.read(at: range.lowerBound, into: buffer)
            }
        }

        private func load(from start: Int) {
            let length = Swift.min(capacity, count - start)
            let buffer = UnsafeMutableRawBufferPointer(start: sight.pointee.base, count: length)
            source?.read(at: start, into: buffer)
            sight.pointee.start = start
            sight.pointee.count = length
        }
    }
}
