import Glibc
import KefuExtract

/// The reader of strangers' files: arguments in, an exit status out.
@main
enum Main {
    static func main() {
        exit(Command.run(arguments: Array(CommandLine.arguments.dropFirst())))
    }
}
