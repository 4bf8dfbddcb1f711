import KefuDomain
import Testing

@testable import KefuStore

@Test func othersWriteWhileAnImportIsRehearsed() throws {
    try withStore { store in
        try store.write { _ = try $0.insert(.warranty, .created()) }
        let before = try dump(store)
        try store.rehearse { rehearsal in
            try rehearsal.file("faq.csv") { copy in
                let run = try copy.beginImport(path: "faq.csv", at: moment(1))
                let origin = ChangeOrigin(.imported, at: moment(1), importRun: run)
                #expect(try copy.entryRow(question: EntryDraft.warranty.question) == nil)
                try rehearsal.fetch(question: EntryDraft.warranty.question)
                let known = try #require(try copy.entryRow(question: EntryDraft.warranty.question))
                var entry = try #require(try copy.entry(known))
                #expect(entry.variants == EntryDraft.warranty.variants)
                entry.question = "别的问题"
                entry.variants = []
                _ = try copy.update(known, to: entry, origin)
                // Fetched once, it stays what became of it.
                try rehearsal.fetch(question: EntryDraft.warranty.question)
                #expect(try copy.entryRow(question: EntryDraft.warranty.question) == nil)
                let made = try copy.insert(.warranty, origin)
                #expect(made.id == "e2")
            }
            #expect(try dump(store) == before)
            // With a transaction of the writer open, this would wait for itself.
            try store.write { _ = try $0.insert(.price, .created(2)) }
            try rehearsal.file("other.csv") { copy in
                try rehearsal.fetch(question: EntryDraft.price.question)
                #expect(try copy.entryRow(question: EntryDraft.price.question) == nil)
            }
        }
        #expect(try store.read { try $0.counts().entries } == 2)
    }
}

@Test func aFileThatFailsLeavesTheRehearsalAsItWas() throws {
    try withStore { store in
        try store.rehearse { rehearsal in
            let error = failure {
                try rehearsal.file("faq.csv") { copy in
                    _ = try copy.beginImport(path: "faq.csv", at: moment())
                    _ = try copy.insert(.price, .created())
                    throw KefuError.notFound(.entry)
                }
            }
            #expect(error?.code == .notFound)
            try rehearsal.file("faq.csv") { copy in
                _ = try copy.beginImport(path: "faq.csv", at: moment())
                #expect(try copy.insert(.price, .created()).id == "e1")
            }
        }
    }
}

@Test func aFileUnderWayIsNotRehearsed() throws {
    try withStore { store in
        let run = try store.write { try $0.beginImport(path: "faq.csv", at: moment()) }
        let error = failure {
            try store.rehearse { rehearsal in
                try rehearsal.file("faq.csv") { try $0.beginImport(path: "faq.csv", at: moment()) }
            }
        }
        #expect(error?.code == .busy)
        try store.undoImport(run)
    }
}
