import KefuDomain
import Testing

@testable import KefuStore

private let guide = DocumentDraft(
    path: "/guide.md", name: "guide.md", format: "markdown", contentHash: "1", category: "手册")

private func pieces(_ texts: [String]) -> [PassageDraft] {
    texts.map { PassageDraft(title: "接地", section: ["安装", "接地"], page: 2, text: $0) }
}

/// Imports passages as the desk does, and ends the import.
@discardableResult
private func importPassages(
    _ drafts: [PassageDraft], _ file: DocumentDraft = guide, into store: Store
) throws -> (fates: [PassageFate], count: Int) {
    let run = try store.write { try $0.beginImport(path: file.path, at: moment()) }
    let document = try store.write { try $0.stageDocument(file, run, at: moment()) }
    var fates: [PassageFate] = []
    for (position, draft) in drafts.enumerated() {
        fates.append(
            try store.write {
                try $0.stagePassage(draft, document: document, position: position, run)
            })
    }
    let count = try store.write { base in
        defer { _ = () }
        let count = try base.finishDocument(document, file, run, at: moment(1))
        try base.finishImport(run, at: moment(1))
        return count
    }
    return (fates, count)
}

private func passages(_ store: Store) throws -> [Passage] {
    try store.read { try $0.listPassages(ofDocument: 1, limit: 100).items }
}

@Test func citesAPassageWithItsPlace() throws {
    try withStore { store in
        try importPassages(pieces(["接地电阻不大于 4 欧姆。"]), into: store)
        let passage = try #require(try store.read { try $0.passage(1) })
        #expect(passage.id == "p1")
        #expect(passage.document == "guide.md")
        #expect(passage.version == 1)
        #expect(passage.section == ["安装", "接地"])
        #expect(passage.page == 2)
        #expect(passage.category == "手册")
        let unit = try #require(try store.read { try $0.allUnits(limit: 5) }.first)
        #expect(unit.text == "安装\n接地\n接地电阻不大于 4 欧姆。")
        #expect(unit.key == PlainAnalysis().indexed(unit.text).key)
        #expect(try store.read { try $0.trigramMatches(["电阻不大"], limit: 5) } == [unit.id])
    }
}

@Test func keepsTheIdsOfPassagesThatStayed() throws {
    try withStore { store in
        try importPassages(pieces(["一", "二", "二", "三"]), into: store)
        var changed = guide
        changed.contentHash = "2"
        let again = try importPassages(pieces(["零", "一", "二", "三改"]), changed, into: store)
        #expect(again.fates == [.added, .unchanged, .unchanged, .added])
        #expect(again.count == 4)
        let stored = try passages(store)
        #expect(stored.map(\.text) == ["零", "一", "二", "三改"])
        #expect(stored.map(\.id) == ["p5", "p1", "p2", "p6"])
        #expect(stored.first?.version == 2)
        #expect(try store.read { try $0.counts().passages } == 4)
    }
}

@Test func changesNothingWhenAFileIsTheSame() throws {
    try withStore { store in
        try importPassages(pieces(["一", "二"]), into: store)
        let before = try store.read { try $0.lastSequence() }
        let again = try importPassages(pieces(["一", "二"]), into: store)
        #expect(again.fates == [.unchanged, .unchanged])
        #expect(try store.read { try $0.lastSequence() } == before)
        #expect(try passages(store).map(\.version) == [1, 1])
    }
}

@Test func matchesRowsByTheirExternalID() throws {
    try withStore { store in
        let first = [
            PassageDraft(externalID: "a", title: "甲", text: "一"),
            PassageDraft(externalID: "b", title: "乙", text: "二"),
        ]
        let fates = try importPassages(first, into: store).fates
        #expect(fates == [.added, .added])
        var second = first
        second[0].text = "一改"
        second.append(second[1])
        #expect(
            try importPassages(second, into: store).fates == [.updated, .unchanged, .duplicate])
        #expect(try passages(store).map(\.text) == ["一改", "二"])
    }
}

/// Does everything that an import can do, and does not end it.
private func importHalfway(_ store: Store) throws -> ImportRun {
    let faq = DocumentDraft(path: "/faq.csv", name: "faq.csv", format: "csv", contentHash: "9")
    let run = try store.write { try $0.beginImport(path: faq.path, at: moment(9)) }
    try store.write { base in
        let file = try base.stageDocument(faq, run, at: moment(9))
        let origin = ChangeOrigin(.imported, at: moment(9), importRun: run, document: file)
        for number in 1...700 {
            try base.insert(EntryDraft(question: "新问题\(number)", answer: "答"), origin)
        }
        var patch = EntryPatch()
        patch.question = "保修期是多久"
        patch.variants = ["质保几年", "新说法"]
        try base.update(1, patch, origin)
        patch.status = .disabled
        try base.update(1, patch, origin)
        patch = EntryPatch()
        patch.answer = "改过"
        try base.update(3, patch, origin)
        try base.stagePassage(
            PassageDraft(externalID: "x", text: "行"), document: file, position: 0, run)
        let known = try base.stageDocument(guide, run, at: moment(9))
        for (position, draft) in pieces(["二", "新段落"]).enumerated() {
            try base.stagePassage(draft, document: known, position: position, run)
        }
    }
    return run
}

private func fill(_ store: Store) throws {
    try store.write { base in
        try base.insert(.warranty, .created())
        try base.insert(.price, .created())
        try base.removeEntry(2, at: moment(1))
    }
    try importPassages(pieces(["一", "二", "三"]), into: store)
}

@Test func leavesNoTraceOfAnImportThatWasKilled() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try fill(store)
    let before = try dump(store)
    _ = try importHalfway(store)
    #expect(try dump(store) != before)
    store.close()
    let again = try scratch.open()
    #expect(try dump(again) == before)
    #expect(try again.problems() == [])
    #expect(try again.read { try $0.openImports() } == [])
    again.close()
}

@Test func leavesNoTraceOfAnImportThatIsCancelled() throws {
    try withStore { store in
        try fill(store)
        let before = try dump(store)
        try store.undoImport(importHalfway(store))
        #expect(try dump(store) == before)
    }
}

@Test func keepsWhatOthersChangedWhenAnImportIsUndone() throws {
    try withStore { store in
        try fill(store)
        let run = try importHalfway(store)
        var patch = EntryPatch()
        patch.answer = "操作员改的"
        let rows = try store.write { base in
            let new = try #require(try base.entryRow(question: "新问题1"))
            for row in [1, new] { try base.update(row, patch, .updated(10)) }
            return [1, new]
        }
        try store.undoImport(run)
        let kept = try store.read { try $0.entries(rows) }
        #expect(rows.map { kept[$0]?.answer } == ["操作员改的", "操作员改的"])
        #expect(try store.read { try $0.counts().entries } == 2)
        #expect(try store.read { try $0.entryRow(question: "新问题2") } == nil)
    }
}

@Test func leavesAnEndedImportAlone() throws {
    try withStore { store in
        let run = try importHalfway(filled(store))
        try store.write { try $0.finishImport(run, at: moment(10)) }
        let before = try dump(store)
        try store.undoImport(run)
        #expect(try dump(store) == before)
    }
}

private func filled(_ store: Store) throws -> Store {
    try fill(store)
    return store
}

@Test func takesAFileOutAgain() throws {
    try withStore { store in
        try importPassages(pieces(["一", "二"]), into: store)
        try store.write { try $0.removeDocument(1) }
        #expect(try store.read { try $0.counts().passages } == 0)
        #expect(try store.read { try $0.document(path: guide.path) } == nil)
        #expect(failure { try store.write { try $0.removeDocument(1) } }?.code == .notFound)
    }
}

@Test func importsAFileOnceAtATime() throws {
    try withStore { store in
        try importPassages(pieces(["一"]), into: store)
        let run = try store.write { try $0.beginImport(path: guide.path, at: moment()) }
        let again = failure {
            try store.write { try $0.beginImport(path: guide.path, at: moment()) }
        }
        #expect(again?.code == .busy)
        #expect(failure { try store.write { try $0.removeDocument(1) } }?.code == .busy)
        try store.undoImport(run)
        try importPassages(pieces(["二"]), into: store)
        #expect(try passages(store).map(\.text) == ["二"])
    }
}

@Test(arguments: [1, 2, 3, 4] as [UInt64])
func undoesAnyImport(seed: UInt64) throws {
    try withStore { store in
        var random = SeededGenerator(state: seed)
        try fill(store)
        try store.write { base in
            for _ in 0..<40 { try editSomething(base, nil, &random) }
        }
        let before = try dump(store)
        let run = try store.write { try $0.beginImport(path: guide.path, at: moment(5)) }
        try store.write { base in
            let document = try base.stageDocument(guide, run, at: moment(5))
            for position in 0..<120 {
                try editSomething(base, run, &random)
                let text = String(Int.random(in: 1...20, using: &random))
                try base.stagePassage(
                    PassageDraft(text: text), document: document, position: position, run)
            }
        }
        try store.undoImport(run)
        #expect(try dump(store) == before)
    }
}

/// One random insertion or change; a refused one is as good as any.
private func editSomething(
    _ base: Connection, _ run: ImportRun?, _ random: inout SeededGenerator
) throws {
    let origin = ChangeOrigin(.imported, at: moment(6), importRun: run)
    let question = String("充电桩保修".shuffled(using: &random).prefix(3))
    let variants = (0..<Int.random(in: 0...3, using: &random)).map { "\(question)\($0)" }
    do {
        if Bool.random(using: &random) {
            let draft = EntryDraft(question: question, answer: question, variants: variants)
            try base.insert(draft, origin)
        } else {
            var patch = EntryPatch()
            patch.question = Bool.random(using: &random) ? question : nil
            patch.variants = variants
            patch.status = EntryStatus.allCases.randomElement(using: &random)
            try base.update(Int64.random(in: 1...30, using: &random), patch, origin)
        }
    } catch let error as KefuError {
        guard error.code == .notFound || error.code == .conflict else { throw error }
    }
}
