/// What the desk says about looking after entries.
extension Phrase {
    public static let mergeSame = Phrase(
        "an entry cannot go into itself", "条目不能合并到自身")
    public static let mergeSameWhy = Phrase(
        "both parameters name the same entry", "两个参数指向同一条目")
    public static let nameTwoEntries = Phrase(
        "name two different entries; kb.conflicts lists pairs", "请指定两个不同的条目；kb.conflicts 会列出成对条目")
    public static let keepWhich = Phrase("which entries are to stay", "要保留哪些条目")
    public static func keepWhichWhy(_ counts: ClosedRange<Int>) -> Phrase {
        Phrase(
            "\(counts.lowerBound) to \(counts.upperBound) different entries are needed",
            "需要 \(counts.lowerBound) 到 \(counts.upperBound) 个不同的条目")
    }

    public static let fileChanged = Phrase("the file changed while it was read", "文件在读取过程中发生了变化")
    public static let fileChangedWhy = Phrase(
        "somebody writes to it; nothing of it was taken", "有程序正在写入该文件，本次未导入其内容")
    public static let fileChangedHint = Phrase(
        "import it again when it is finished", "请在写入完成后重新导入")
    public static let importRowTooLong = Phrase(
        "the row is longer than 8 MB; perhaps a quotation mark is missing before it",
        "该行超过 8 MB，前面可能缺少引号")
}

/// What the client says about looking after entries.
extension Phrase {
    public static func filesUnlisted(_ count: Int) -> Phrase {
        Phrase(
            "\(count) more files; --json lists them all", "另有 \(count) 个文件未列出；--json 会列出全部")
    }
    public static let helpMerge = Phrase(
        "put an entry into another, as wordings of it", "把一个条目并入另一个，作为其问法")
    public static let helpHistory = Phrase(
        "tell how an entry served, who judged it, and what became of it", "查看条目的使用、评价和变更情况")
    public static let conflictsDetail = Phrase(
        "On a terminal each pair is shown with its keys: 1 or 2 keeps that entry and puts the other into it, b keeps both for good, s skips, q ends. Elsewhere, or with --list, the pairs are listed.",
        "在终端中逐对显示并等待按键：1 或 2 保留该条目并把另一个并入，b 两个都保留且不再提示，s 跳过，q 结束。其他情况或加 --list 时只列出。"
    )
    public static let optionEach = Phrase(
        "go through the pairs also without a terminal: a key a line on standard input",
        "没有终端时也逐对处理：从标准输入每行读一个按键")
    public static func expiredNow(_ count: Int, isCut: Bool) -> Phrase {
        let more = isCut ? "+" : ""
        return Phrase(
            "\(count)\(more) entries are out of date and answer nobody",
            "\(count)\(more) 条答案已过期，不再自动回复")
    }
    public static let optionListOnly = Phrase("only list them", "只列出")
    public static let optionExpiring = Phrase(
        "those that are out of date, or will be in 30 days", "已过期或 30 天内到期的条目")
    public static let optionWithin = Phrase(
        "with --expiring: so many days instead of 30", "与 --expiring 合用：改为指定天数")

    public static func conflictKind(_ isContradiction: Bool) -> Phrase {
        isContradiction
            ? Phrase("different answers to", "答案不同") : Phrase("nearly the same", "几乎相同")
    }
    public static let conflictKeys = Phrase(
        "keep [1], keep [2], [b]oth, [s]kip, [q]uit: ", "保留 [1]、保留 [2]、[b] 都保留、[s] 跳过、[q] 结束：")
    public static func merged(_ gone: String, _ kept: String) -> Phrase {
        Phrase("\(gone) is now part of \(kept)", "\(gone) 已并入 \(kept)")
    }
    public static func mergeUndo(_ states: [(id: String, revision: Int)], _ lead: String) -> Phrase
    {
        let commands = states.map { "\(lead)revert \($0.id) \($0.revision)" }
            .joined(separator: ", ")
        return Phrase("to take it back: \(commands)", "撤销方法：\(commands)")
    }
    public static let keptBoth = Phrase("both stay", "两个都保留")
    public static let conflictsPending = Phrase(
        "near duplicates are still being looked for", "仍在查找近似条目")

    public static func toldOld(_ count: Int) -> Phrase {
        Phrase(
            count == 1
                ? "one customer was given the old answer:"
                : "\(count) answers gave the old text:", "有 \(count) 个回答用的是旧答案：")
    }
    public static func moreTold(_ count: Int) -> Phrase {
        Phrase("and \(count) more", "另有 \(count) 个")
    }
    public static let inSession = Phrase("session", "会话")

    public static let weekOf = Phrase("week of", "周")
    public static let approvedLabel = Phrase("approved", "认可")
    public static let correctedLabel = Phrase("corrected", "更正")
    public static let rejectedLabel = Phrase("rejected", "否决")
    public static let cameFrom = Phrase("from", "来自")
    public static func wentInto(_ id: String) -> Phrase {
        Phrase("now part of \(id)", "已并入 \(id)")
    }
    public static let neverServed = Phrase(
        "not the answer in the last 12 weeks", "最近 12 周未被使用")

    public static let noExpiring = Phrase("nothing expires", "没有即将过期的条目")
    public static let checkExpiry = Phrase("expiry", "有效期")
    public static let meaningExpiry = Phrase(
        "an answer that is out of date is not given", "过期的答案不再发出")
    public static func expiryCounts(_ over: Int, _ soon: Int, isCut: Bool) -> Phrase {
        let more = isCut ? "+" : ""
        return Phrase(
            "\(over)\(more) out of date, \(soon)\(more) within 30 days",
            "\(over)\(more) 条已过期，\(soon)\(more) 条 30 天内到期")
    }
    public static let noneExpires = Phrase("nothing is out of date", "没有过期条目")
    public static let expiryHint = Phrase(
        "renew or remove them: kefu list --expiring", "请更新或删除：kefu list --expiring")
}
