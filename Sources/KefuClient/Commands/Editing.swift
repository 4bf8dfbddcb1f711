import Glibc
import KefuDomain
import KefuRPC

/// Editing an entry or an answer in the operator's own editor.
extension Console {
    /// Opens an entry in the editor and sends what was changed.
    func editEntry(_ id: String) throws {
        let entry = try call(GetEntry.self, EntryID(id: id))
        let form = EntryForm(entry, language)
        try edit(form.text, named: entry.id) { text in
            guard let changes = try form.changes(in: text) else { return false }
            try show(UpdateEntry.self, changes) { changed, look in
                [look.say(.updated(changed.entry.id))] + EntryView.lines(changed.entry, look)
                    + ToldView.lines(changed.told, look)
            }
            changed(entry.id)
            return true
        }
    }

    /// Opens an answer in the editor; what is written there is learned.
    func correctInEditor(_ id: String, force: Bool) throws {
        let answer = try call(GetAnswer.self, GetAnswer.Params(id: id))
        // What a customer got who was handed over or asked back is no answer to begin with.
        let form = CorrectionForm(
            question: answer.question, answer: answer.action == .reply ? answer.content : "",
            id: answer.id, language)
        try edit(form.text, named: answer.id) { text in
            guard let correction = try form.correction(in: text) else { return false }
            try correct(
                id, answer: correction.answer, question: correction.question, force: force)
            return true
        }
    }

    /// Lets a text be edited until it is accepted or given up.
    ///
    /// The file stays where anything goes wrong, so that nothing typed is lost.
    /// - Parameter accept: takes the edited text; says whether it changed anything.
    private func edit(_ text: String, named name: String, accept: (String) throws -> Bool) throws {
        let editor = Editor(environment: environment)
        // A program that was named may do its work without a terminal.
        guard isInteractive || editor.isNamed else {
            throw KefuError(
                .usage, .editNeedsTerminal, why: .editNeedsTerminalWhy,
                hint: .editNeedsTerminalHint)
        }
        let path = try TextFile.temporary(text, named: "kefu-\(name)", environment: environment)
        while true {
            do {
                if try !accept(editor.edit(path)) { output.note(.nothingChanged) }
                unlink(path)
                return
            } catch let error as KefuError where error.code == .unreadable {
                output.complain(Failure(error, language).lines(output.noteLook))
                guard isEditedAgain() else {
                    output.note(.formKept(path))
                    throw Reported(status: error.code.exitStatus)
                }
            } catch {
                output.note(.formKept(path))
                throw error
            }
        }
    }

    private func isEditedAgain() -> Bool {
        guard isInteractive, let answer = try? ask(.editAgain).trimmed.lowercased() else {
            return false
        }
        return !(answer.hasPrefix("n") || answer.hasPrefix("不") || answer.hasPrefix("否"))
    }
}

/// A failure that the operator was told of already; only its exit status is left to give.
struct Reported: Error {
    let status: Int32
}
