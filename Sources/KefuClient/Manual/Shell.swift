import KefuDomain

/// The shells for which there are completions. Each script only passes on what was typed: what may
/// follow, `kefu complete` says, so that no script knows a command by its name.
enum Shell: String, CaseIterable {
    case bash, zsh, fish

    /// What the shell loads.
    var script: String {
        switch self {
        case .bash: Self.bashScript
        case .zsh: Self.zshScript
        case .fish: Self.fishScript
        }
    }

    private static var daemonFlags: [String] { DaemonOption.allCases.map(\.flag) }

    private static var bashScript: String {
        """
        # bash completion for kefu and kefud
        _kefu() {
            local line word=${COMP_WORDS[COMP_CWORD]}
            COMPREPLY=()
            while IFS=$'\\t' read -r line _; do
                if [[ $line == \(ShellCompleter.paths) ]]; then
                    compopt -o filenames 2>/dev/null
                    mapfile -t COMPREPLY < <(compgen -f -- "$word")
                    return
                fi
                [[ $line == *' '* ]] && printf -v line %q "$line"
                COMPREPLY+=("$line")
            done < <(command kefu complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
        }
        complete -F _kefu kefu
        complete -o default -W '\(daemonFlags.joined(separator: " "))' kefud
        """
    }

    private static var zshScript: String {
        """
        #compdef kefu
        # zsh completion for kefu
        _kefu() {
            local -a found
            local line
            for line in "${(@f)$(command kefu complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
                if [[ $line == \(ShellCompleter.paths) ]]; then
                    _files
                    return
                fi
                [[ -n $line ]] || continue
                local name=${line%%$'\\t'*}
                found+=("${name//:/\\\\:}${${(M)line:#*$'\\t'*}:+:${line#*$'\\t'}}")
            done
            (( $#found )) && _describe -V 'kefu' found
        }
        _kefu "$@"
        """
    }

    private static var fishScript: String {
        let daemon = DaemonOption.allCases.map { option in
            let value = option.value == nil ? "" : " -r"
            return "complete -c kefud -l \(option.rawValue)\(value) -d '\(option.help.english)'"
        }
        return """
            # fish completion for kefu and kefud
            function __kefu_complete
                set -l words (commandline -opc)
                set -l word (commandline -ct)
                test -n "$word"; or set word ""
                set -l found (command kefu complete -- $words[2..-1] $word 2>/dev/null)
                if test "$found[1]" = "\(ShellCompleter.paths)"
                    __fish_complete_path $word
                else if test (count $found) -gt 0
                    printf '%s\\n' $found
                end
            end
            complete -c kefu -f -a '(__kefu_complete)'
            \(daemon.joined(separator: "\n"))
            """
    }
}
