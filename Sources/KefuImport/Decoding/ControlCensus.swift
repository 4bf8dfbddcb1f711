/// Counts what text hardly ever holds, to tell it from binary data that happens to be decodable.
struct ControlCensus {
    private(set) var controls = 0
    private(set) var nuls = 0
    /// The offset of the first control character.
    private(set) var first: Int?
    /// Whether there is nothing but white space.
    private(set) var isBlank = true

    init(_ bytes: ByteView) {
        bytes.scan { piece, offset, _ in
            for (place, byte) in piece.enumerated() {
                if byte > 0x20, byte != 0x7F {
                    isBlank = false
                } else if byte < 0x09 || (0x0E...0x1F).contains(byte) || byte == 0x7F {
                    isBlank = false
                    controls += 1
                    if byte == 0 { nuls += 1 }
                    first = first ?? offset + place
                }
            }
            return piece.count
        }
    }
}
