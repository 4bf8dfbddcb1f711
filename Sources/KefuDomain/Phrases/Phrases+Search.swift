/// What the search says to people.
extension Phrase {
    public static let indexNotBuilt = Phrase("the index could not be built", "索引未能建成")
    public static let indexNotWritable = Phrase(
        "its folder could not be written, or the disk is full", "索引目录无法写入，或磁盘已满")
    public static let checkIndexFolder = Phrase(
        "free some space, check the data directory with kefu doctor, then try again; questions are answered meanwhile",
        "请腾出空间，用 kefu doctor 检查数据目录后重试；在此期间问题照常回答"
    )
    public static let noThread = Phrase("the system has no thread left", "系统已无可用线程")
    public static let retrySearch = Phrase("try again in a moment", "请稍后重试")
}
