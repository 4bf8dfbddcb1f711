import KefuDomain
import KefuRPC
import KefuStore

extension Desk {
    func entries(_ params: ListEntries.Params) throws -> ListEntries.Result {
        let filter = EntryFilter(
            category: params.category, tag: params.tag, status: params.status)
        let limit = params.limit ?? KefuRPC.Page.defaultLimit
        let page = try store.read { connection in
            guard let moment = params.expiresBefore else {
                return try connection.listEntries(filter, limit: limit, after: params.cursor)
            }
            return try connection.entries(
                expiringBy: moment, filter, limit: limit, after: params.cursor)
        }
        return ListEntries.Result(entries: page.items, nextCursor: page.nextCursor)
    }

    func revisions(_ params: EntryID) throws -> ListRevisions.Result {
        let row = try RecordID.row(of: params.id, as: .entry)
        let revisions = try store.read { try $0.revisions(row) }
        return ListRevisions.Result(
            revisions: revisions.reversed().map {
                KefuRPC.EntryRevision(
                    revision: $0.number, at: $0.at, what: $0.cause.rawValue, entry: $0.entry)
            })
    }

    func documents(_ params: PageRequest) throws -> ListDocuments.Result {
        let limit = params.limit ?? KefuRPC.Page.defaultLimit
        return try store.read { connection in
            let page = try connection.listDocuments(limit: limit, after: params.cursor)
            return ListDocuments.Result(
                documents: try page.items.map { document in
                    DocumentSummary(
                        id: RecordID(.document, document.row).description, name: document.name,
                        version: document.version,
                        passages: try connection.passageCount(ofDocument: document.row),
                        path: document.path, importedAt: document.importedAt)
                }, nextCursor: page.nextCursor)
        }
    }
}
