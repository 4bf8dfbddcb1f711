/// What reading pages and pictures says.
extension Phrase {
    public static func extractionNoLibrary(_ name: String) -> Phrase {
        Phrase("\(name), which reads such files, is not installed", "未安装读取此类文件所需的 \(name)")
    }
    public static func extractionInstallPackages(_ packages: String) -> Phrase {
        Phrase(
            "install it (on Debian: apt install \(packages)), then import again",
            "请安装（Debian：apt install \(packages)）后重新导入")
    }

    public static func pagesTooMany(_ limit: Int) -> Phrase {
        Phrase("only the first \(limit) pages are read", "只读取前 \(limit) 页")
    }
    public static let pagesSplit = Phrase(
        "split the file, then import the parts", "请拆分文件后分别导入")
    public static let pagesSaveAsPDF = Phrase(
        "save it as PDF, then import that", "请另存为 PDF 后导入")
    public static let pageDamaged = Phrase("the page cannot be read", "该页无法读取")
    public static let pageTooSlow = Phrase(
        "there was no time left to recognise its text", "没有剩余时间识别其中的文字")
    public static func pictureTooLarge(_ megapixels: Int) -> Phrase {
        Phrase("it has more than \(megapixels) million pixels", "像素超过 \(megapixels) 百万")
    }

    public static func recognitionUnclear(_ lines: Int) -> Phrase {
        Phrase(
            lines == 1
                ? "a line was too unclear to be recognised and was left out"
                : "\(lines) lines were too unclear to be recognised and were left out",
            "有 \(lines) 行过于模糊，未能识别，已略去")
    }
    public static let recognitionScanBetter = Phrase(
        "scan or photograph it more sharply, straight, at 300 dots an inch",
        "请以 300 dpi 重新扫描，或拍得更清晰、端正")
    public static let recognitionNoChinese = Phrase(
        "Chinese cannot be recognised: its data are not installed", "未安装中文识别数据，无法识别中文")
}

/// Where a passage stands.
extension Phrase {
    public static func onPage(_ number: Int) -> Phrase {
        Phrase("page \(number)", "第 \(number) 页")
    }
}
