import KefuDomain
import KefuImport
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Imports a file, the files of a folder, or a text sent along.
    func importFiles(_ params: ImportFiles.Params, _ call: Call) throws -> ImportFiles.Result {
        let isDry = params.dryRun ?? false
        let reports: [FileReport]
        if isDry {
            reports = try store.rehearse { rehearsal in
                try importAll(params, call) { file in
                    try file.rehearse(in: rehearsal, format: params.format)
                }
            }
        } else {
            reports = try importAll(params, call) { file in
                try file.run(into: self.store, format: params.format)
            }
            search.wake()
            announce(reports)
        }
        return ImportFiles.Result(
            files: reports.map { ImportedFile($0, language: language) }, dryRun: isDry)
    }

    /// What is done with each file: the import itself, or its rehearsal.
    private typealias Deed = (FileImport) throws -> FileReport

    private func importAll(
        _ params: ImportFiles.Params, _ call: Call, _ deed: Deed
    ) throws -> [FileReport] {
        switch (params.path, params.content) {
        case (let path?, nil):
            try PathCheck.requireAbsolute(path, ImportFiles.Params.CodingKeys.path.rawValue)
            return try importPath(path, params, call, deed)
        case (nil, let content?):
            let name = params.name ?? ""
            try EntryCheck.checkText(name, ImportFiles.Params.CodingKeys.name.rawValue)
            let source = ImportedBytes(content: content, name: name)
            return [try deed(file(source, params, call, FileCount(done: 0, total: 1)))]
        default:
            throw KefuError.invalid(
                ImportFiles.Params.CodingKeys.path.rawValue, .importWhat, why: .importWhy,
                hint: .importHint)
        }
    }

    private func importPath(
        _ path: String, _ params: ImportFiles.Params, _ call: Call, _ deed: Deed
    ) throws -> [FileReport] {
        guard let files = try FolderListing.files(below: path) else {
            let source = try ImportedBytes(path: path)
            return [try deed(file(source, params, call, FileCount(done: 0, total: 1)))]
        }
        var reports: [FileReport] = []
        for (index, path) in files.enumerated() {
            do {
                let count = FileCount(done: index, total: files.count)
                reports.append(try deed(file(ImportedBytes(path: path), params, call, count)))
            } catch let error as KefuError where error.code == .unreadable || error.code == .limit {
                // One bad file costs its own line of the report, not the others.
                var report = FileReport(path: path, format: "")
                report.refused = [Refusal(place: path, why: error.why, hint: error.hint)]
                reports.append(report)
            }
        }
        return reports
    }

    private func file(
        _ source: ImportedBytes, _ params: ImportFiles.Params, _ call: Call, _ files: FileCount
    ) -> FileImport {
        FileImport(source: source, category: params.category ?? "", at: now) { rows in
            try call.checkCancelled()
            self.search.wake()
            guard let token = params.progressToken else { return }
            call.notify(
                Progress.self,
                Progress.Params(
                    token: token, done: files.total == 1 ? rows : files.done,
                    total: files.total == 1 ? nil : files.total, message: source.name))
        }
    }

    private func announce(_ reports: [FileReport]) {
        for report in reports {
            log.write(
                .info,
                "imported a file: \(report.added) added, \(report.updated) updated, "
                    + "\(report.unchanged) unchanged, \(report.refused.count) refused")
            events.publish(
                .imported, at: now,
                [
                    "path": .text(report.path), "added": .integer(report.added),
                    "updated": .integer(report.updated),
                    "refused": .integer(report.refused.count),
                ])
        }
    }

    /// How far the import of a folder is.
    private struct FileCount {
        let done: Int
        let total: Int
    }
}
