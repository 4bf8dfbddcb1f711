/// Why a gap could not be answered.
extension Phrase {
    public static let gapClosed = Phrase("this gap is closed", "这个缺口已经关闭")
    public static let gapClosedWhy = Phrase(
        "it was answered, or the base answers it by now", "它已被回答，或知识库现在已能回答")
    public static let listGaps = Phrase(
        "list the open ones with learn.gaps", "用 learn.gaps 查看未回答的缺口")
}
