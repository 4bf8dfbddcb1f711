import KefuDomain
import KefuImport
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Imports a file, the files of a folder, or a text sent along.
    func importFiles(_ params: ImportFiles.Params, _ call: Call) throws -> ImportFiles.Result {
        let reports: [FileReport]
        switch (params.path, params.content) {
        case (let path?, nil):
            try PathCheck.requireAbsolute(path, ImportFiles.Params.CodingKeys.path.rawValue)
            reports = try importPath(path, params, call)
        case (nil, let content?):
            let name = params.name ?? ""
            try EntryCheck.checkText(name, ImportFiles.Params.CodingKeys.name.rawValue)
            let source = ImportedBytes(content: content, name: name)
            reports = [try importFile(source, params, call, FileCount(done: 0, total: 1))]
        default:
            throw KefuError.invalid(
                ImportFiles.Params.CodingKeys.path.rawValue, .importWhat, why: .importWhy,
                hint: .importHint)
        }
        search.wake()
        let isDry = params.dryRun ?? false
        if !isDry { announce(reports) }
        return ImportFiles.Result(
            files: reports.map { ImportedFile($0, language: language) }, dryRun: isDry)
    }

    private func importPath(
        _ path: String, _ params: ImportFiles.Params, _ call: Call
    ) throws -> [FileReport] {
        guard let files = try FolderListing.files(below: path) else {
            let source = try ImportedBytes(path: path)
            return [try importFile(source, params, call, FileCount(done: 0, total: 1))]
        }
        var reports: [FileReport] = []
        for (index, file) in files.enumerated() {
            do {
                let count = FileCount(done: index, total: files.count)
                reports.append(
                    try importFile(ImportedBytes(path: file), params, call, count))
            } catch let error as KefuError where error.code == .unreadable || error.code == .limit {
                // One bad file costs its own line of the report, not the others.
                var report = FileReport(path: file, format: "")
                report.refused = [Refusal(place: file, why: error.why, hint: error.hint)]
                reports.append(report)
            }
        }
        return reports
    }

    private func importFile(
        _ source: ImportedBytes, _ params: ImportFiles.Params, _ call: Call, _ files: FileCount
    ) throws -> FileReport {
        let file = FileImport(source: source, category: params.category ?? "", at: now) { rows in
            try call.checkCancelled()
            self.search.wake()
            guard let token = params.progressToken else { return }
            call.notify(
                Progress.self,
                Progress.Params(
                    token: token, done: files.total == 1 ? rows : files.done,
                    total: files.total == 1 ? nil : files.total, message: source.name))
        }
        if params.dryRun ?? false { return try file.rehearse(on: store, format: params.format) }
        return try file.run(into: store, format: params.format)
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
