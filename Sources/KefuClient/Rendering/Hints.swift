import KefuRPC

/// Hints of the daemon name methods, because any client may read them; a person has commands.
enum Hints {
    /// A hint with each method that it names said as the command that calls it: `kefu list` for
    /// `kb.list`, in a session `/list`, and `kefu rpc METHOD` where no command does.
    static func spoken(_ hint: String, in scope: Command.Scope) -> String {
        var spoken = ""
        var rest = hint[...]
        while let start = rest.firstIndex(where: isOfName) {
            spoken += rest[..<start]
            let run = rest[start...].prefix(while: isOfName)
            rest = rest[run.endIndex...]
            var name = run
            while name.last == "." { name.removeLast() }
            let isSpoken = spoken.hasSuffix("rpc ") || Catalogue.method(named: String(name)) == nil
            spoken += isSpoken ? String(name) : command(for: String(name), in: scope)
            spoken += run[name.endIndex...]
        }
        return spoken + rest
    }

    private static func command(for method: String, in scope: Command.Scope) -> String {
        let lead = scope == .repl ? "/" : "kefu "
        return lead + (Command.calling(method, in: scope)?.name ?? "rpc \(method)")
    }

    private static func isOfName(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "._".contains(character))
    }
}
