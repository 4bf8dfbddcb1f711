import KefuDomain

/// The pages of the manual, computed from the lists that the programs themselves use.
enum ManualPage: String, CaseIterable {
    case kefu, kefud
    case extract = "kefu-extract"
    case configuration = "kefu-config"

    /// The page in the source form of `man`.
    func roff(_ language: Language) -> String {
        var page = Roff(
            title: rawValue.uppercased(), section: section, program: "kefu \(Program.version)")
        page.section(Phrase.manualName.text(language))
        page.line("\(rawValue) - \(about.text(language))")
        switch self {
        case .kefu: Self.addClient(to: &page, language)
        case .kefud: Self.addDaemon(to: &page, language)
        case .extract:
            page.section(Phrase.manualDescription.text(language))
            page.line(Phrase.manualExtract.text(language))
            page.paragraph(Phrase.manualExtractProbe.text(language))
        case .configuration: Self.addConfiguration(to: &page, language)
        }
        page.section(Phrase.manualSeeAlso.text(language))
        let others = Self.allCases.filter { $0 != self }.map { "\($0.rawValue)(\($0.section))" }
        page.line(others.joined(separator: ", "))
        return page.text
    }

    private var section: Int { self == .configuration ? 5 : 1 }

    private var about: Phrase {
        switch self {
        case .kefu: .manualAboutClient
        case .kefud: .manualAboutDaemon
        case .extract: .manualAboutExtract
        case .configuration: .manualAboutConfiguration
        }
    }
}

// MARK: - kefu(1)

extension ManualPage {
    private static func addClient(to page: inout Roff, _ language: Language) {
        page.section(Phrase.manualSynopsis.text(language))
        page.line("kefu [COMMAND] [options]")
        page.section(Phrase.manualDescription.text(language))
        page.line(Phrase.manualClient.text(language))
        page.paragraph(Phrase.helpNoCommand.text(language))
        page.section(Phrase.manualCommands.text(language))
        for (title, commands) in Command.groups {
            page.subsection(title.text(language))
            for command in commands where command.scope.contains(.shell) && !command.isInternal {
                add(command, to: &page, language)
            }
        }
        page.section(Phrase.helpEverywhere.text(language))
        add(CommandOption.global(in: .shell), to: &page, language)
        page.section(Phrase.manualExit.text(language))
        for status in ExitStatus.all {
            page.item("\(status.number)", [status.meaning.text(language)])
        }
        add(EnvironmentVariable.ofClient, to: &page, language)
    }

    private static func add(_ command: Command, to page: inout Roff, _ language: Language) {
        let aliases =
            command.aliases.isEmpty
            ? []
            : [Phrase.helpAlso.text(language) + " " + command.aliases.joined(separator: ", ")]
        page.item(
            command.usage(in: .shell),
            ([command.help] + command.details).map { $0.text(language) } + aliases)
        guard !command.options.isEmpty else { return }
        page.nested { add(command.options, to: &$0, language) }
    }

    private static func add(
        _ options: [CommandOption], to page: inout Roff, _ language: Language
    ) {
        for option in options { page.item(option.usage, [option.help.text(language)]) }
    }

    private static func add(
        _ variables: [EnvironmentVariable], to page: inout Roff, _ language: Language
    ) {
        page.section(Phrase.manualEnvironment.text(language))
        for variable in variables {
            page.item(variable.rawValue, [variable.meaning.text(language)])
        }
    }
}

// MARK: - kefud(1), kefu-config(5)

extension ManualPage {
    private static func addDaemon(to page: inout Roff, _ language: Language) {
        page.section(Phrase.manualSynopsis.text(language))
        page.line("kefud " + DaemonOption.allCases.map { "[\($0.usage)]" }.joined(separator: " "))
        page.section(Phrase.manualDescription.text(language))
        page.line(Phrase.daemonAbout.text(language))
        page.paragraph(Phrase.daemonAboutSignals.text(language))
        page.paragraph(Phrase.daemonAboutService.text(language))
        page.section(Phrase.helpOptions.text(language))
        for option in DaemonOption.allCases {
            page.item(option.usage, [option.help.text(language)])
        }
        add(EnvironmentVariable.ofDaemon, to: &page, language)
    }

    private static func addConfiguration(to page: inout Roff, _ language: Language) {
        page.section(Phrase.manualDescription.text(language))
        page.line(Phrase.manualConfiguration.text(language))
        page.section(Phrase.manualKeys.text(language))
        add(Configuration.self, below: "", to: &page, language)
    }

    private static func add(
        _ type: any Documented.Type, below path: String, to page: inout Roff, _ language: Language
    ) {
        for (name, field) in type.fields {
            let key = path.isEmpty ? name : "\(path).\(name)"
            if case .object(let inner) = field.kind {
                add(inner, below: key, to: &page, language)
            } else {
                let kind = HelpView.describe(field.kind)
                page.item("\(key): \(kind)", [field.phrase.text(language)])
            }
        }
    }
}
