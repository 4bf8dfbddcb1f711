/// Postal addresses: a street with its number, a building with its flat, a village; and whatever a
/// label calls an address.
extension PersonalScan {
    var addresses: [Place] {
        var found: [Place] = []
        var place = 0
        while place < folded.count {
            guard let core = core(at: place) else {
                place += 1
                continue
            }
            let end = extended(from: core.upperBound)
            let start = max(beginning(of: core.lowerBound), found.last?.range.upperBound ?? 0)
            found.append(Place(.address, min(start, core.lowerBound)..<end))
            place = max(end, place + 1)
        }
        return found + englishAddresses
    }

    private func core(at place: Int) -> Range<Int>? {
        street(at: place) ?? building(at: place) ?? village(at: place) ?? labelled(at: place)
    }

    /// 金开大道88号, 人民路12弄.
    private func street(at place: Int) -> Range<Int>? {
        guard let road = Self.roads.match(in: reading, at: place), isHan(place - 1) else {
            return nil
        }
        let number = reading.skippingSpaces(from: road.range.upperBound)
        guard let end = houseNumber(at: number) else { return nil }
        guard let unit = Self.houses.match(in: reading, at: end) else { return nil }
        return Self.noHouses.match(in: reading, at: end) == nil
            ? place..<unit.range.upperBound : nil
    }

    /// `88`, `88-2`, 八十八.
    private func houseNumber(at place: Int) -> Int? {
        var end = place
        while end - place < 9,
            isAlphanumeric(end) || isNumeral(end)
                || end > place && folded.indices.contains(end) && Self.joints.contains(folded[end])
        {
            end += 1
        }
        return end > place ? end : nil
    }

    private func isNumeral(_ place: Int) -> Bool {
        folded.indices.contains(place) && HanNumber.begins(folded[place])
    }

    /// 3栋2单元501, A座1502室: a building with something inside.
    private func building(at place: Int) -> Range<Int>? {
        guard isAlphanumeric(place) || isNumeral(place),
            !isAlphanumeric(place - 1), !isNumeral(place - 1),
            let first = houseNumber(at: place), first - place <= 4,
            let outer = Self.buildings.match(in: reading, at: first)
        else { return nil }
        let inner = reading.skippingSpaces(from: outer.range.upperBound)
        guard let second = houseNumber(at: inner) else { return nil }
        if let unit = Self.rooms.match(in: reading, at: second) {
            return place..<unit.range.upperBound
        }
        let isRoom = (3...4).contains(second - inner) && (inner..<second).allSatisfy(isDigit)
        return isRoom ? place..<second : nil
    }

    /// 某县某镇某村: three levels, or a village with its group.
    private func village(at place: Int) -> Range<Int>? {
        guard folded[place] == 0x6751 || folded[place] == 0x7EC4, isHan(place - 1) else {
            return nil
        }
        let clause = reading.clause(at: place)
        let start = max(clause.lowerBound, place - 24)
        let isTown = Self.towns.contains(in: reading, start..<place)
        guard isTown, Self.counties.contains(in: reading, start..<place) else { return nil }
        return place..<place + 1
    }

    /// 地址：重庆市渝北区…
    private func labelled(at place: Int) -> Range<Int>? {
        guard let label = Self.labelsOfPlaces.match(in: reading, at: place) else { return nil }
        var start = label.range.upperBound
        while start < folded.count, start - label.range.upperBound < 3,
            !isHan(start) || Self.copulas.contains(folded[start])
        {
            start += 1
        }
        let clause = reading.clause(at: min(start, folded.count - 1))
        guard start < clause.upperBound, Regions.table.match(in: reading, at: start) != nil else {
            return nil
        }
        let end = reading.piece(around: start..<start + 1).upperBound
        let isDetailed = Self.details.contains(in: reading, start..<max(start, end))
        return isDetailed && end - start >= 7 ? start..<end : nil
    }

    /// Leftwards to the beginning of the place's names.
    private func beginning(of place: Int) -> Int {
        let clause = reading.clause(at: place)
        var start = place
        while start > clause.lowerBound, place - start < 30,
            isHan(start - 1) || isAlphanumeric(start - 1), !endsVerb(at: start)
        {
            start -= 1
        }
        return start
    }

    /// 在, 寄到, 地址是: what stands before an address.
    private func endsVerb(at place: Int) -> Bool {
        Self.verbs.match(in: reading, endingAt: place, after: max(0, place - 4)) != nil
    }

    /// Rightwards over buildings, floors and rooms.
    private func extended(from place: Int) -> Int {
        var end = place
        while true {
            let next = reading.skippingSpaces(from: end, atMost: 1)
            guard let number = houseNumber(at: next) else { return end }
            if let unit = Self.rooms.match(in: reading, at: number)
                ?? Self.buildings.match(in: reading, at: number)
            {
                end = unit.range.upperBound
            } else if (3...4).contains(number - next), (next..<number).allSatisfy(isDigit) {
                return number
            } else {
                return end
            }
        }
    }

    private static let roads = WordTable<Void>("路|街|大道|大街|巷|胡同|公路|街道|道")
    private static let houses = WordTable<Void>("号|弄|號|栋")
    private static let noHouses = WordTable<Void>("号线|号桩|号枪|号电|号口|号车")
    private static let buildings = WordTable<Void>("栋|幢|号楼|座|单元|楼|期")
    private static let rooms = WordTable<Void>("单元|室|房|层|楼|号楼|号|户|栋|幢")
    private static let towns = WordTable<Void>("镇|乡|街道|办事处")
    private static let counties = WordTable<Void>("省|市|县|区|旗|州")
    private static let labelsOfPlaces = WordTable<Void>(
        "地址|收货地址|收件地址|安装地址|寄到|发到|送到|寄往|邮寄到|住在|家住|家在|我在|位于")
    private static let details = WordTable<Void>(
        "路|街|大道|小区|花园|村|苑|园区|广场|大厦|公寓|镇|巷|号|栋")
    private static let verbs = WordTable<Void>(
        "在|到|往|住|是|于|址|家|寄|送|发|为|我们|的|来|去|从|去到|里|给|请|就")
    private static let copulas = Set("是为在".unicodeScalars.map(\.value))
    private static let joints = Set("-之号".unicodeScalars.prefix(2).map(\.value))
}

// MARK: - English

extension PersonalScan {
    /// `Flat 3, 22 Baker Street`.
    private var englishAddresses: [Place] {
        folded.indices.compactMap { place in
            guard let street = Self.streets.match(in: reading, at: place) else { return nil }
            var start = place
            for _ in 0..<3 {
                guard let word = wordBefore(start), isCapital(word) else { break }
                start = word
            }
            guard start < place, let number = numberBefore(start) else { return nil }
            return Place(.address, number..<street.range.upperBound)
        }
    }

    private func wordBefore(_ place: Int) -> Int? {
        guard place > 1, Sign.isSpace(folded[place - 1]), Sign.isLetter(folded[place - 2]) else {
            return nil
        }
        var start = place - 1
        while start > 0, Sign.isLetter(folded[start - 1]) { start -= 1 }
        return start
    }

    private func isCapital(_ place: Int) -> Bool {
        reading.words(place..<place + 1).first?.isUppercase ?? false
    }

    private func numberBefore(_ place: Int) -> Int? {
        guard place > 1, Sign.isSpace(folded[place - 1]), isDigit(place - 2) else { return nil }
        var start = place - 1
        while isAlphanumeric(start - 1) { start -= 1 }
        return place - start <= 7 ? start : nil
    }

    private static let streets = WordTable<Void>(
        "street|road|avenue|ave|lane|drive|boulevard|blvd|terrace|close|court|rd")
}
