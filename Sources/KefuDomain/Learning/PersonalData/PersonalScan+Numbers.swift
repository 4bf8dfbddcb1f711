/// Phone numbers, identity and bank cards, long numbers.
extension PersonalScan {
    /// Groups of digits with single hyphens or spaces between them; a final X belongs to them.
    private struct Run {
        var groups: [Range<Int>] = []
        var end: Int { groups.last?.upperBound ?? 0 }
    }

    var numbers: [Place] {
        var found: [Place] = []
        var place = 0
        while place < folded.count {
            guard isDigit(place), !isAlphanumeric(place - 1) else {
                place += 1
                continue
            }
            let run = run(at: place)
            found += places(in: run)
            place = max(run.end, place + 1)
        }
        return found
    }

    private func run(at start: Int) -> Run {
        var run = Run()
        var place = start
        while isDigit(place) {
            var end = place
            while isDigit(end) { end += 1 }
            if end < folded.count, folded[end] == 0x78, !isAlphanumeric(end + 1) { end += 1 }
            // Letters behind it make the last group part of a code.
            if isAlphanumeric(end) { break }
            run.groups.append(place..<end)
            place = afterGap(end)
        }
        return run
    }

    /// The digit behind one hyphen, space or closing bracket, or behind a bracket and one of them.
    private func afterGap(_ end: Int) -> Int {
        guard end < folded.count, [Sign.hyphen, Sign.space, 0x29].contains(folded[end]) else {
            return end
        }
        if isDigit(end + 1) { return end + 1 }
        let isBracket = folded[end] == 0x29 && isDigit(end + 2)
        return isBracket && [Sign.hyphen, Sign.space].contains(folded[end + 1]) ? end + 2 : end
    }

    /// What the groups are, the longest reading at each place.
    private func places(in run: Run) -> [Place] {
        var found: [Place] = []
        var first = 0
        while first < run.groups.count {
            let (count, kind) = meaning(of: run.groups[first...], isForeign: isPlus(run, first))
            if let kind, !(kind == .orderNumber && isOfGoods(run.groups[first].lowerBound)) {
                let start = beginning(of: run.groups[first].lowerBound, kind)
                let end = ending(of: run.groups[first + count - 1].upperBound, kind)
                found.append(Place(kind, start..<end))
            }
            first += count
        }
        return found
    }

    /// `+44 20 7946 0958`.
    private func isPlus(_ run: Run, _ group: Int) -> Bool {
        let start = run.groups[group].lowerBound
        return start > 0 && folded[start - 1] == 0x2B
    }

    /// How many groups belong together, and what they are; `nil` for nothing personal.
    private func meaning(
        of groups: ArraySlice<Range<Int>>, isForeign: Bool
    ) -> (Int, PersonalData?) {
        for count in stride(from: min(5, groups.count), through: 1, by: -1) {
            let part = groups.prefix(count)
            guard let first = part.first, let last = part.last else { break }
            let sizes = part.map { digits($0).count }
            let number = digits(first.lowerBound..<last.upperBound)
            let hasX = !isDigit(last.upperBound - 1)
            if isDate(sizes, number) || isCompany(sizes, number) { return (count, nil) }
            if let kind = kind(sizes, number, hasX: hasX) { return (count, kind) }
            if isForeign, !hasX, (9...15).contains(number.count) { return (count, .phoneNumber) }
        }
        return (1, nil)
    }

    private func kind(_ sizes: [Int], _ number: [Int], hasX: Bool) -> PersonalData? {
        if isIdentity(sizes), Self.isIdentityCard(number, hasX: hasX) { return .identityCard }
        if hasX { return nil }
        if isMobile(sizes, number) || isLandline(sizes, number) || isForeign(sizes, number) {
            return .phoneNumber
        }
        if isCard(sizes, number) { return .bankCard }
        return sizes.count == 1 && number.count >= 12 ? .orderNumber : nil
    }

    private func isDate(_ sizes: [Int], _ number: [Int]) -> Bool {
        guard sizes.count == 3, sizes[0] == 4, sizes[1] <= 2, sizes[2] <= 2 else { return false }
        return number.starts(with: [2, 0]) || number.starts(with: [1, 9])
    }

    /// 400-123-4567.
    private func isCompany(_ sizes: [Int], _ number: [Int]) -> Bool {
        number.count == 10 && sizes.count <= 4 && (sizes.count == 1 || sizes[0] >= 3)
            && (number.starts(with: [4, 0, 0]) || number.starts(with: [8, 0, 0]))
    }

    private func isMobile(_ sizes: [Int], _ number: [Int]) -> Bool {
        let local = Self.withoutCountry(number)
        let isPlain = sizes.count <= 4 && (sizes.count == 1 || sizes[0] >= 2)
        return isPlain && local.count == 11 && local[0] == 1 && local[1] >= 3
    }

    private static func withoutCountry(_ number: [Int]) -> [Int] {
        for code in [[0, 0, 8, 6], [8, 6]] where number.starts(with: code) {
            if number.count == 11 + code.count { return Array(number.dropFirst(code.count)) }
        }
        return number
    }

    /// 010-88886666, 0755 8888666 and with an extension behind a hyphen.
    private func isLandline(_ sizes: [Int], _ number: [Int]) -> Bool {
        guard number[0] == 0, number.count > 1, number[1] != 0 else { return false }
        if sizes.count == 1 {
            return number.count == 11 || number.count == 12 && number[1] > 2
                || number.count == 10 && number[1] > 2
        }
        let area = number[1] < 3 ? 3 : 4
        let isLocal =
            sizes[1] == 7 || sizes[1] == 8
            || sizes.count == 3 && sizes[1] == 4 && sizes[2] == 4
        return sizes[0] == area && isLocal && (sizes.count < 4)
    }

    /// 555-123-4567, 1 555 123 4567; behind a plus any number of another country.
    private func isForeign(_ sizes: [Int], _ number: [Int]) -> Bool {
        let local = sizes.first == 1 && number[0] == 1 ? Array(sizes.dropFirst()) : sizes
        return local == [3, 3, 4]
    }

    private func isIdentity(_ sizes: [Int]) -> Bool {
        sizes.count == 1 || sizes.count == 3 && sizes[0] == 6 && sizes[1] == 8
    }

    /// Source: GB 11643-1999, check character by ISO 7064 MOD 11-2.
    private static func isIdentityCard(_ digits: [Int], hasX: Bool) -> Bool {
        guard digits.count == (hasX ? 17 : 18) else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (12 - sum % 11) % 11
        return hasX ? check == 10 : digits[17] == check
    }

    /// Source: ISO/IEC 7812-1, check digit by the Luhn formula; first digits of banks and cards.
    private func isCard(_ sizes: [Int], _ number: [Int]) -> Bool {
        let isGrouped = sizes.count > 3 && sizes.dropLast().allSatisfy { $0 == 4 }
        guard sizes.count == 1 || isGrouped, (16...19).contains(number.count),
            (3...6).contains(number[0]) || number[0] == 9
        else { return false }
        var sum = 0
        for (offset, digit) in number.reversed().enumerated() {
            let doubled = offset % 2 == 1 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0
    }

    /// With the `+86` and the bracket before a phone number.
    private func beginning(of place: Int, _ kind: PersonalData) -> Int {
        guard kind == .phoneNumber else { return place }
        var start = place
        while start > 0, [0x2B, 0x28].contains(folded[start - 1]) { start -= 1 }
        return start
    }

    /// With the extension behind: 转 8001.
    private func ending(of place: Int, _ kind: PersonalData) -> Int {
        guard kind == .phoneNumber else { return place }
        let next = reading.skippingSpaces(from: place)
        guard let word = Self.extensions.match(in: reading, at: next) else { return place }
        var end = reading.skippingSpaces(from: word.range.upperBound)
        guard isDigit(end) else { return place }
        while isDigit(end) { end += 1 }
        return end
    }

    private static let extensions = WordTable<Void>("转|分机|ext|ext.|extension")
}
