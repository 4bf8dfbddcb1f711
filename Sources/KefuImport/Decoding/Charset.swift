import CText
import Glibc

/// The encodings in which text files come.
enum Charset: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "Big5"

    /// The result of strict decoding.
    enum Outcome {
        case text([UInt8])
        /// The offset of the first byte that stands for no character.
        case undecodable(at: Int)
    }

    /// Decodes bytes strictly into UTF-8.
    func decode(_ bytes: ArraySlice<UInt8>) -> Outcome {
        bytes.withUnsafeBytes { buffer in
            var length = 0
            var bad = 0
            let start = buffer.bindMemory(to: CChar.self).baseAddress
            let text = ktext_decode(start, buffer.count, rawValue, &length, &bad)
            guard let text else { return .undecodable(at: min(bad, buffer.count)) }
            defer { free(text) }
            return .text([UInt8](UnsafeRawBufferPointer(start: text, count: length)))
        }
    }
}

/// The byte-order marks, each with the encoding that it announces.
struct ByteOrderMark {
    let charset: Charset
    let length: Int

    init?(_ file: ByteView) {
        self.init(file.array(0..<min(3, file.count)))
    }

    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            (charset, length) = (.utf8, 3)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            (charset, length) = (.utf16LittleEndian, 2)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            (charset, length) = (.utf16BigEndian, 2)
        } else {
            return nil
        }
    }
}
