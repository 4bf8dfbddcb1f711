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
                defer { self.search.wake() }
                let report = try file.run(into: self.store, format: params.format)
                self.announce(report)
                return report
            }
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
            guard let folder = try FolderListing(below: path) else {
                try PathCheck.refuseOwnFiles(path, of: paths)
                return [try importOne(ImportedBytes(path: path), params, call, deed)]
            }
            return try importFolder(folder, params, call, deed)
        case (nil, let content?):
            let name = params.name ?? ""
            try EntryCheck.checkText(name, ImportFiles.Params.CodingKeys.name.rawValue)
            let source = try ImportedBytes(content: content, name: name)
            return [try importOne(source, params, call, deed)]
        default:
            throw KefuError.invalid(
                ImportFiles.Params.CodingKeys.path.rawValue, .importWhat, why: .importWhy,
                hint: .importHint)
        }
    }

    private func importOne(
        _ source: ImportedBytes, _ params: ImportFiles.Params, _ call: Call, _ deed: Deed
    ) throws -> FileReport {
        let progress = ImportProgress(call, token: params.progressToken, total: source.size)
        var report = try deed(file(source, params, progress))
        report.close(named: source.name)
        return report
    }

    /// One bad file costs its own line of the report, not the others.
    private func importFolder(
        _ folder: FolderListing, _ params: ImportFiles.Params, _ call: Call, _ deed: Deed
    ) throws -> [FileReport] {
        let listing = folder.files.filter { !PathCheck.isOwn($0.path, of: paths) }
        let total = listing.reduce(0) { $0 + $1.size }
        let progress = ImportProgress(call, token: params.progressToken, total: total)
        var reports = FolderReport()
        for failure in folder.failures { reports.add(failure.error, at: failure.path) }
        for listed in listing {
            do {
                let source = try ImportedBytes(path: listed.path, opening: listed.name)
                reports.add(try deed(file(source, params, progress)), named: source.name)
            } catch let error as KefuError where FolderReport.concernsOneFile(error) {
                reports.add(error, at: listed.path)
            }
            progress.finish(listed.size)
        }
        return reports.files
    }

    private func file(
        _ source: ImportedBytes, _ params: ImportFiles.Params, _ progress: ImportProgress
    ) -> FileImport {
        let extraction = Extraction(settings: current.loaded.configuration.importing)
        return FileImport(
            source: source, category: params.category ?? "", at: now, extraction: extraction
        ) { done in
            self.search.wake()
            try progress.report(done, of: source.name)
        }
    }

    private func announce(_ report: FileReport) {
        let refused = report.refused.count + report.unlisted
        log.write(
            .info,
            "imported a file: \(report.added) added, \(report.updated) updated, "
                + "\(report.unchanged) unchanged, \(refused) refused")
        events.publish(
            .imported, at: now,
            [
                "path": .text(report.path), "added": .integer(report.added),
                "updated": .integer(report.updated), "refused": .integer(refused),
            ])
    }
}

/// The reports of a folder's files, with no more refused rows than anybody reads.
private struct FolderReport {
    private(set) var files: [FileReport] = []
    private var room = 10_000

    mutating func add(_ report: FileReport, named name: String) {
        var report = report
        report.close(named: name, room: min(room, FileReport.listedRefusals))
        room = max(0, room - report.refused.count)
        files.append(report)
    }

    mutating func add(_ error: KefuError, at path: String) {
        var report = FileReport(path: path, format: "")
        report.refuse(Refusal(place: path, why: error.why, hint: error.hint))
        files.append(report)
    }

    static func concernsOneFile(_ error: KefuError) -> Bool {
        [.unreadable, .limit, .busy].contains(error.code) && !error.isOfStorage
    }
}
