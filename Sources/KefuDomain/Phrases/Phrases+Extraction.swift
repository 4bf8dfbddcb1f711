/// What reading a stranger's file says about the whole of it.
extension Phrase {
    public static func extractionFailed(_ format: String) -> Phrase {
        Phrase("the \(format) file could not be read", "无法读取 \(format) 文件")
    }
    public static let extractionDamaged = Phrase(
        "it is damaged or was cut off", "文件已损坏或不完整")
    public static let extractionOpenAndSave = Phrase(
        "open it in the program that made it and save it again", "请用原来的程序打开并重新保存")
    public static let extractionEncrypted = Phrase(
        "it is protected by a password", "文件有密码保护")
    public static let extractionRemovePassword = Phrase(
        "save it without a password, then import again", "请取消密码后重新导入")
    public static let extractionNoFile = Phrase(
        "it is no plain file", "它不是普通文件")
    public static let extractionUnknown = Phrase(
        "it is not one of the kinds that kefu reads", "不是 kefu 能读取的类型")
    public static func extractionLooksLike(_ format: String) -> Phrase {
        Phrase("it is \(format) inside", "其内容是 \(format)")
    }
    public static let extractionEntities = Phrase(
        "it declares a document type or entities, which a document never needs",
        "其中声明了文档类型或实体，正常文档不会如此")
    public static let extractionNested = Phrase(
        "its elements are nested too deeply", "其中元素嵌套过深")
    public static let extractionMissingPart = Phrase(
        "a part that every such file has is missing", "缺少此类文件必有的部分")
    public static func extractionBomb(_ part: String) -> Phrase {
        Phrase("\(part) unpacks to far more than its size allows", "\(part) 解压后大得不合理")
    }
    public static let extractionOutOfMemory = Phrase(
        "reading it needs more memory than it may take", "读取所需内存超过限制")
    public static let importSaveOffice = Phrase(
        "save it as XLSX or DOCX, then import that; unpack a ZIP first",
        "请另存为 XLSX 或 DOCX 后导入；ZIP 请先解压")
    public static func extractionTooManyParts(_ limit: Int) -> Phrase {
        Phrase("it holds more than \(limit) parts", "其中的部分超过 \(limit) 个")
    }
}

/// What the daemon says about the process that reads a stranger's file.
extension Phrase {
    public static func extractionTookTooLong(_ seconds: Int) -> Phrase {
        Phrase("reading it took more than \(seconds) seconds", "读取用时超过 \(seconds) 秒")
    }
    public static func extractionTookTooMuch(_ megabytes: Int) -> Phrase {
        Phrase("reading it took more than \(megabytes) MB of memory", "读取所需内存超过 \(megabytes) MB")
    }
    public static func extractionGaveTooMuch(_ megabytes: Int) -> Phrase {
        Phrase("it holds more than \(megabytes) MB of text", "其中的文字超过 \(megabytes) MB")
    }
    public static func extractionRaiseLimit(_ key: String) -> Phrase {
        Phrase(
            "split the file, or raise \(key) in the configuration",
            "请拆分文件，或在配置中调高 \(key)")
    }
    public static let extractionCrashed = Phrase(
        "the process that read it came to a sudden end", "读取它的进程意外终止")
    public static let extractionBroken = Phrase(
        "the process that read it broke off", "读取它的进程中途退出")
    public static let extractionNoProgram = Phrase(
        "kefu-extract, which reads such files, is missing", "缺少读取此类文件的 kefu-extract")
    public static let extractionNoProgramWhy = Phrase(
        "it is neither beside kefud nor in PATH", "它既不在 kefud 旁边，也不在 PATH 中")
    public static let extractionInstall = Phrase(
        "put kefu-extract beside kefud, or name it as import.program in the configuration",
        "请把 kefu-extract 放在 kefud 旁边，或在配置 import.program 中写明")
    public static let extractionNotConfined = Phrase(
        "this system lets no process confine itself, so that nothing is read",
        "此系统不允许进程自我限制，因此不读取")
    public static let extractionNeedsSeccomp = Phrase(
        "run kefu on Linux with seccomp, on x86-64 or arm64",
        "请在支持 seccomp 的 x86-64 或 arm64 Linux 上运行")
}

/// What each key of the configuration's `import` section does.
extension Phrase {
    public static let settingImport = Phrase(
        "Limits on reading documents that are no plain text.", "读取非纯文本文档的限制")
    public static let settingImportMemory = Phrase(
        "Memory that reading one file may take, in MB.", "读取一个文件可用的内存（MB）")
    public static let settingImportSeconds = Phrase(
        "Seconds that reading one file may take.", "读取一个文件可用的秒数")
    public static let settingImportOutput = Phrase(
        "Text that one file may give, in MB.", "一个文件最多产生的文字（MB）")
    public static let settingImportProgram = Phrase(
        "The path of kefu-extract; empty: beside kefud, else in PATH.",
        "kefu-extract 的路径；留空：kefud 旁边，否则在 PATH 中找")
}

/// What reading a spreadsheet says about what it left out.
extension Phrase {
    public static let sheetHidden = Phrase(
        "the sheet is hidden and was left out", "该工作表已隐藏，未导入")
    public static let sheetUnhide = Phrase(
        "unhide it if customers may know what is in it", "如果内容可以告诉客户，请取消隐藏")
    public static func sheetHiddenColumns(_ count: Int) -> Phrase {
        Phrase("\(count) cells in hidden columns were left out", "隐藏列中的 \(count) 个单元格未导入")
    }
    public static let sheetUnhideColumns = Phrase(
        "unhide the columns if customers may know what is in them", "如果内容可以告诉客户，请取消隐藏这些列")
    public static func sheetUncalculated(_ count: Int) -> Phrase {
        Phrase(
            "\(count) cells hold formulas that were never calculated", "\(count) 个单元格的公式没有计算结果")
    }
    public static let sheetCalculate = Phrase(
        "open the file in a spreadsheet program and save it again", "请用表格软件打开并重新保存")
    public static func sheetErrors(_ count: Int) -> Phrase {
        Phrase("\(count) cells show an error", "\(count) 个单元格显示错误值")
    }
    public static let sheetMendFormulas = Phrase(
        "mend their formulas, then import again", "请修正公式后重新导入")
    public static func sheetFarColumns(_ count: Int) -> Phrase {
        Phrase(
            "\(count) cells beyond column 512 were left out", "第 512 列以后的 \(count) 个单元格未导入")
    }
    public static let sheetMoveColumns = Phrase(
        "move them to the left, or split the sheet", "请左移或拆分工作表")
}
