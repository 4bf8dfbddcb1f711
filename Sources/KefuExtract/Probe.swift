import CSystem
import Glibc
import KefuImport

/// Tries, once confined, everything that a hostile file could want, and tells what came of it.
enum Probe {
    /// - Returns: 0 when nothing succeeded that must not.
    static func run(_ confinement: Confinement) -> Int32 {
        let writer = EventWriter(descriptor: STDOUT_FILENO)
        defer { writer.flush() }
        guard (try? confinement.limit()) != nil, (try? Confinement.seal(.none)) != nil else {
            return 1
        }
        let failed = deeds.filter { $0.attempt() }.map(\.name)
        for deed in deeds {
            let result = failed.contains(deed.name) ? "possible" : "refused"
            try? writer.write(.block(ExtractedBlock(.item, "\(deed.name): \(result)")))
        }
        return failed.isEmpty ? 0 : 1
    }

    private struct Deed {
        let name: String
        /// Whether it succeeded.
        let attempt: () -> Bool
    }

    private static var deeds: [Deed] {
        [
            Deed(name: "open a file") { open("/etc/passwd", O_RDONLY) >= 0 },
            Deed(name: "write a file") { open("/tmp/kefu-probe", O_WRONLY | O_CREAT, 0o600) >= 0 },
            Deed(name: "remove a file") { unlink("/tmp/kefu-probe-none") == 0 || errno != EPERM },
            Deed(name: "make a Unix socket") {
                socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0
            },
            Deed(name: "make a network socket") {
                socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0
            },
            Deed(name: "start a process") { ksys_fork_and_end() >= 0 },
            Deed(name: "become a program") { ksys_become("/bin/true") != -1 || errno != EPERM },
            Deed(name: "signal its parent") { kill(getppid(), 0) == 0 },
            Deed(name: "make memory executable") {
                mmap(
                    nil, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                    != MAP_FAILED
            },
        ]
    }
}
