import CText

/// Toneless syllables of adjacent Han characters, by which 冲电桩 still finds 充电桩.
enum Pinyin {
    /// The distinct pairs of a key, in order, as `chong'dian`.
    static func pairs(of key: [UInt32]) -> [String] {
        var pairs: [String] = []
        var seen: Set<UInt32> = []
        var last: UInt32 = 0
        for scalar in key {
            let syllable = ktext_syllable(scalar)
            if last != 0, syllable != 0, seen.insert(last << 16 | syllable).inserted {
                pairs.append(text(last, syllable))
            }
            last = syllable
        }
        return pairs
    }

    private static func text(_ first: UInt32, _ second: UInt32) -> String {
        String(unsafeUninitializedCapacity: 16) { buffer in
            var size = 0
            for number in [first, second] {
                if size > 0 {
                    buffer[size] = UInt8(ascii: "'")
                    size += 1
                }
                guard let letters = ktext_syllable_text(number) else { continue }
                var place = 0
                while letters[place] != 0 {
                    buffer[size] = UInt8(bitPattern: letters[place])
                    size += 1
                    place += 1
                }
            }
            return size
        }
    }
}
