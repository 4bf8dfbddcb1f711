import FoundationEssentials

/// The folder of the index. One generation serves in `current`; a rebuild grows in `next` and takes
/// its place when it is complete. A crash between the two leaves no `current`, and so a rebuild.
struct IndexFolder {
    let root: String

    var current: String { root + "/current" }
    var next: String { root + "/next" }

    /// Whether an index lies in `current`: Xapian reads this file of it first.
    var holdsIndex: Bool { FileManager.default.fileExists(atPath: current + "/iamglass") }

    /// Makes the folder, where need be in place of a file of that name, and clears `next`.
    /// - Throws: `IndexFailure` when that cannot be written.
    func prepareNext() throws {
        try guarded {
            var isFolder = false
            if FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), !isFolder {
                try FileManager.default.removeItem(atPath: root)
            }
            try remove(next)
            try FileManager.default.createDirectory(
                atPath: next, withIntermediateDirectories: true)
        }
    }

    /// Puts `next` in the place of `current`. No writer may be open on either.
    func promote() throws {
        try guarded {
            try remove(current)
            try FileManager.default.moveItem(atPath: next, toPath: current)
        }
    }

    /// Frees what a rebuild that did not finish has left.
    func discardNext() {
        try? remove(next)
    }

    private func guarded(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as CocoaError {
            throw IndexFailure(kind: .unavailable, text: "file error \(error.code.rawValue)")
        }
    }

    private func remove(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.removeItem(atPath: path)
    }
}
