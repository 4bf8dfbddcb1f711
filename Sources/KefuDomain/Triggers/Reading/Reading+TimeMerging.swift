extension Reading {
    /// 10月20日 and 下午3点 are one time.
    func merged(_ atoms: [TimeMention]) -> [TimeMention] {
        var times: [TimeMention] = []
        for atom in atoms {
            guard let last = times.last else {
                times.append(atom)
                continue
            }
            if atom.range.lowerBound < last.range.upperBound {
                if atom.range.upperBound > last.range.upperBound { times[times.count - 1] = atom }
            } else if canJoin(last, atom) {
                times[times.count - 1] = joined(last, atom)
            } else {
                times.append(atom)
            }
        }
        return times
    }

    private func canJoin(_ one: TimeMention, _ next: TimeMention) -> Bool {
        guard one.kind != .span, next.kind != .span, one.kind != .urgent, next.kind != .urgent,
            !one.isDeadline, !next.isDeadline,
            next.range.upperBound - one.range.lowerBound <= 40
        else { return false }
        var place = skippingSpaces(from: one.range.upperBound, atMost: 1)
        if let joint = TimeWords.joints.match(in: self, at: place) {
            place = joint.range.upperBound
        }
        return place >= next.range.lowerBound
    }

    private func joined(_ one: TimeMention, _ next: TimeMention) -> TimeMention {
        let kind =
            one.kind == .past || next.kind == .past
            ? TimeMention.Kind.past : one.kind == .future || next.kind == .future ? .future : .open
        return TimeMention(
            range: one.range.lowerBound..<next.range.upperBound, kind: kind,
            isPartOfDay: one.isPartOfDay && next.isPartOfDay)
    }

    /// With 前 or 左右 behind, by or since before.
    func completed(_ time: TimeMention) -> TimeMention {
        var time = time
        guard time.kind != .urgent else { return time }
        let next = skippingSpaces(from: time.range.upperBound, atMost: 1)
        if time.kind != .span, !time.isDeadline,
            let before = TimeWords.before.match(in: self, at: next)
        {
            time.range = time.range.lowerBound..<before.range.upperBound
            time.isDeadline = true
            if time.kind == .open, !time.isPartOfDay { time.kind = .future }
        } else if let about = TimeWords.about.match(in: self, at: next) {
            time.range = time.range.lowerBound..<about.range.upperBound
        }
        let start = clause(at: time.range.lowerBound).lowerBound
        if let word = TimeWords.leading.match(
            in: self, endingAt: time.range.lowerBound, after: start)
        {
            time.range = word.range.lowerBound..<time.range.upperBound
            switch word.tag {
            case .past: time.kind = .past
            case .future:
                time.isDeadline = true
                if time.kind == .open { time.kind = .future }
            default: break
            }
        }
        return time
    }
}
