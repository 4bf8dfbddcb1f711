/// What importing says about whole files.
extension Phrase {
    public static let importEmptyFile = Phrase("the file is empty", "文件是空的")
    public static let importNothingInIt = Phrase("it holds no text", "其中没有文字")
    public static let importCheckFile = Phrase(
        "check that this is the right file", "请确认文件是否选对")

    public static let importNotText = Phrase("the file is not text", "文件不是文本")
    public static func importControlCharacters(at place: String) -> Phrase {
        Phrase("it is full of control characters, from \(place) on", "从 \(place) 起有大量控制字符")
    }
    public static let importKnownFormats = Phrase(
        "kefu reads FAQ tables as JSON, JSONL, CSV, TSV or XLSX, and documents as Markdown, plain text, "
            + "HTML, DOCX, PDF or pictures",
        "kefu 可导入 JSON、JSONL、CSV、TSV、XLSX 问答表，以及 Markdown、纯文本、HTML、DOCX、PDF 和图片文档")

    public static let importUndecodable = Phrase(
        "the file holds bytes that are no text", "文件中有无法解码的字节")
    public static func importBadByte(at place: String, charset: String) -> Phrase {
        Phrase("\(place) is not valid \(charset)", "\(place) 不是有效的 \(charset)")
    }
    public static let importSaveAsUTF8 = Phrase(
        "save it as UTF-8, then import again", "请另存为 UTF-8 编码后重新导入")
    public static let importUnknownEncoding = Phrase(
        "the file's encoding is not known", "无法识别文件的编码")
    public static func importNoEncodingFits(at place: String) -> Phrase {
        Phrase(
            "\(place) is not UTF-8, and the text makes no sense as GB18030 or Big5",
            "\(place) 不是 UTF-8，按 GB18030 或 Big5 解读也不成文字")
    }
    public static func importNul(at place: String) -> Phrase {
        Phrase("\(place) is a NUL character", "\(place) 是 NUL 字符")
    }
    public static let importRemoveIt = Phrase(
        "remove it, then import again", "请删除后重新导入")

    public static func importForeign(_ format: String) -> Phrase {
        Phrase("this looks like \(format), which kefu cannot read", "文件看起来是 \(format)，kefu 无法读取")
    }
    public static func importForeignMark(_ format: String) -> Phrase {
        Phrase("its first bytes are those of \(format)", "文件开头是 \(format) 的特征")
    }
    public static func importForeignEnding(_ ending: String) -> Phrase {
        Phrase(
            "its name ends in .\(ending) and its content is no table", "文件名以 .\(ending) 结尾，内容又不是表格")
    }
    public static let importSaveTable = Phrase(
        "save it as CSV (UTF-8), then import that", "请另存为 CSV（UTF-8）后导入")
    public static let importSaveText = Phrase(
        "save it as plain text or Markdown, then import that", "请另存为纯文本或 Markdown 后导入")

    public static func importUnknownFormat(_ name: String) -> Phrase {
        Phrase("no such format: \(name)", "没有这种格式：\(name)")
    }
    public static func importFormatNames(_ names: String) -> Phrase {
        Phrase("the formats are \(names)", "可用的格式有 \(names)")
    }
    public static let importOmitFormat = Phrase(
        "leave the format out: it is recognised from the content", "不必指定格式，会按内容自动识别")
    public static func importIsNot(_ format: String) -> Phrase {
        Phrase("the file is not \(format)", "文件不是 \(format)")
    }
    public static func importLooksLike(_ format: String) -> Phrase {
        Phrase("its content looks like \(format)", "内容看起来是 \(format)")
    }
}

/// What importing says about JSON and tables.
extension Phrase {
    public static func importBrokenJSON(at place: String) -> Phrase {
        Phrase("the JSON is broken at \(place)", "JSON 在 \(place) 处有错")
    }
    public static let importNotJSONHere = Phrase(
        "what stands there is not valid JSON", "该处不是有效的 JSON")
    public static func importBrokenLine(byte: Int) -> Phrase {
        Phrase("not valid JSON from byte \(byte) on", "从第 \(byte) 个字节起不是有效的 JSON")
    }
    public static let importMendJSON = Phrase(
        "mend it there, then import again", "请修正该处后重新导入")
    public static let importTooDeep = Phrase(
        "it is nested too deeply", "嵌套层数过多")
    public static let importNoList = Phrase(
        "the JSON holds no list of questions", "JSON 中没有问答列表")
    public static func importListKeys(_ keys: String) -> Phrase {
        Phrase(
            "it is neither an array nor an object with an array under one of \(keys)",
            "它既不是数组，也没有在 \(keys) 等键下放数组")
    }
    public static let importWriteFAQ = Phrase(
        "write it as {\"faq\": [{\"question\": …, \"answer\": …}]}",
        "请写成 {\"faq\": [{\"question\": …, \"answer\": …}]}")
    public static let importNotAnObject = Phrase("this is not an object", "这里不是对象")
    public static let importWriteObject = Phrase(
        "write {\"question\": …, \"answer\": …}", "请写成 {\"question\": …, \"answer\": …}")

    public static let importNoColumns = Phrase(
        "the table has no columns to read", "表格中没有可用的列")
    public static let importOneColumn = Phrase(
        "every row is a single cell", "每行只有一个单元格")
    public static func importUnnamedColumns(_ count: Int) -> Phrase {
        Phrase(
            "it has \(count) columns and no header that tells which is the answer",
            "共有 \(count) 列，而表头没有说明哪一列是答案")
    }
    public static let importAddHeader = Phrase(
        "name the columns in the first row, for example question,answer",
        "请在首行写明列名，例如 问题,答案")
    public static func importUnclosedQuote(at line: Int) -> Phrase {
        Phrase(
            "the quote opened on line \(line) is never closed", "第 \(line) 行的引号没有闭合")
    }
    public static let importStrayQuote = Phrase(
        "a quote inside a quoted cell is not doubled", "带引号的单元格里有未成对的引号")
    public static let importDoubleQuotes = Phrase(
        "write \"\" for a quote inside a quoted cell", "单元格内的引号请写成两个 \"\"")
    public static func importExtraCells(_ found: Int, _ expected: Int) -> Phrase {
        Phrase(
            "the row has \(found) cells, the header \(expected)",
            "该行有 \(found) 个单元格，而表头只有 \(expected) 个")
    }
    public static let importQuoteCells = Phrase(
        "put a cell that holds the separator in double quotes", "含分隔符的单元格请用双引号括起来")
}

/// What importing says about a single row.
extension Phrase {
    public static let importNoAnswer = Phrase("the answer is empty", "答案为空")
    public static let importFillAnswer = Phrase(
        "fill in the answer or delete the row, then import again", "请补上答案或删除该行后重新导入")
    public static let importNoQuestionNorAnswer = Phrase(
        "there is neither a question nor an answer", "既没有问题也没有答案")
    public static let importNameMembers = Phrase(
        "give it a question and an answer", "请写上问题和答案")
    public static func importTooLong(_ field: String, _ count: Int, _ limit: Int) -> Phrase {
        Phrase(
            "\(field) is \(count) characters long; the limit is \(limit)",
            "\(field) 有 \(count) 个字符，超过上限 \(limit)")
    }
    public static let importShorten = Phrase(
        "shorten it, or import it as a document", "请缩短，或改作文档导入")
    public static func importNotText(_ field: String) -> Phrase {
        Phrase("\(field) is not text", "\(field) 不是文字")
    }
    public static let importWriteText = Phrase(
        "write it as a text, or as a list of texts", "请写成文字或文字列表")
    public static func importHoldsNul(_ field: String) -> Phrase {
        Phrase("\(field) holds a NUL character", "\(field) 中有 NUL 字符")
    }
    public static func importUnknownValue(_ field: String, _ known: String) -> Phrase {
        Phrase("\(field) is none of \(known)", "\(field) 不是 \(known) 之一")
    }
    public static func importUseOneOf(_ known: String) -> Phrase {
        Phrase("use one of \(known), or leave it empty", "请使用 \(known) 之一，或留空")
    }
    public static func importNoTime(_ field: String) -> Phrase {
        Phrase("\(field) is not a time", "\(field) 不是时间")
    }
    public static let importWriteTime = Phrase(
        "write it as 2026-12-31 or 2026-12-31T18:00:00+08:00",
        "请写成 2026-12-31 或 2026-12-31T18:00:00+08:00")
    public static let importUndecodableRow = Phrase(
        "it holds bytes that are no text", "含有无法解码的字节")
    public static func importUndecodableAt(_ place: String) -> Phrase {
        Phrase("\(place) is no text", "\(place) 无法解码")
    }
}
