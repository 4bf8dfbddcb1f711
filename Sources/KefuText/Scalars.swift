extension String {
    var scalarValues: [UInt32] { unicodeScalars.map(\.value) }

    /// Text from scalars of this module's own making, all of them valid.
    init(scalars: some Collection<UInt32>) {
        self.init(unsafeUninitializedCapacity: scalars.count * 4) { buffer in
            var size = 0
            for value in scalars {
                for byte in (Unicode.Scalar(value) ?? "\u{FFFD}").utf8 {
                    buffer[size] = byte
                    size += 1
                }
            }
            return size
        }
    }
}
