import FoundationEssentials
import Glibc
import KefuDesk

/// The daemon: options in, an exit status out.
@main
enum Main {
    static func main() {
        let process = ProcessInfo.processInfo
        exit(
            Daemon.run(
                arguments: Array(process.arguments.dropFirst()), environment: process.environment))
    }
}
