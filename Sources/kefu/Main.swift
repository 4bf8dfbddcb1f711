import Glibc
import KefuClient

@main
enum Main {
    static func main() {
        var environment: [String: String] = [:]
        var next = environ
        while let variable = next.pointee {
            let text = String(cString: variable)
            if let mark = text.firstIndex(of: "=") {
                environment[String(text[..<mark])] = String(text[text.index(after: mark)...])
            }
            next += 1
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(Client.run(arguments: arguments, environment: environment))
    }
}
