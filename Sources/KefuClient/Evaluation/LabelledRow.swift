import FoundationEssentials
import KefuDomain
import KefuRPC

/// One question of a labelled set, with the ids of what would be the right answer.
struct LabelledRow: Sendable, Equatable {
    /// The line it stands on, from 1.
    let line: Int
    let text: String
    /// How good each right entry is, by its id or external id; empty where the right thing is not
    /// to answer.
    let grades: [String: Int]

    var isAnswerable: Bool { !grades.isEmpty }
}

/// A row that cannot be measured.
struct BadRow {
    let line: Int
    let failure: Failure
}

/// A labelled set: JSON Lines of `{"id", "text", "relevant": [entry or external ids]}`, and
/// `"grades": {id: 1…30}` where some answers are better than others.
struct LabelledSet {
    private(set) var rows: [LabelledRow] = []
    private(set) var bad: [BadRow] = []

    /// Reads a whole set; rows that are not understood are kept apart, blank lines count for nothing.
    init(_ text: String, _ language: Language) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = index == 0 && line.first == "\u{FEFF}" ? line.dropFirst() : line
            if line.allSatisfy(\.isWhitespace) { continue }
            do throws(KefuError) {
                rows.append(try LabelledRow(String(line), line: index + 1))
            } catch {
                bad.append(BadRow(line: index + 1, failure: Failure(error, language)))
            }
        }
    }
}

extension LabelledRow {
    /// - Throws: `ErrorCode.unreadable`, which says what is wrong with the row.
    init(_ json: String, line: Int) throws(KefuError) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)),
            case .object = value
        else {
            throw Self.error(.rowNotObject, .rowNotObjectWhy, .rowForm)
        }
        guard case .text(let text)? = value["text"], !text.allSatisfy(\.isWhitespace) else {
            throw Self.error(.rowWithoutText, .rowWithoutTextWhy, .rowWithoutTextHint)
        }
        let grades = try Self.grades(value["grades"])
        self.init(
            line: line, text: text,
            grades: try Self.relevant(value["relevant"]).reduce(into: [:]) {
                $0[$1] = grades[$1] ?? 1
            })
    }

    private static func relevant(_ value: JSONValue?) throws(KefuError) -> [String] {
        guard case .list(let items)? = value else { throw unlabelled }
        var ids: [String] = []
        for item in items {
            switch item {
            case .text(let id) where !id.isEmpty: ids.append(id)
            // Tables number their rows.
            case .integer(let number): ids.append(String(number))
            default: throw unlabelled
            }
        }
        return ids
    }

    private static func grades(_ value: JSONValue?) throws(KefuError) -> [String: Int] {
        var grades: [String: Int] = [:]
        guard let value, value != .null else { return grades }
        guard case .object(let members) = value else { throw ungraded }
        for member in members {
            guard case .integer(let grade) = member.value, (0...30).contains(grade) else {
                throw ungraded
            }
            grades[member.name] = grade
        }
        return grades
    }

    private static let unlabelled = error(
        .rowWithoutLabel, .rowWithoutLabelWhy, .rowWithoutLabelHint)
    private static let ungraded = error(.rowGrades, .rowGradesWhy, .rowGradesHint)

    private static func error(_ what: Phrase, _ why: Phrase, _ hint: Phrase) -> KefuError {
        KefuError(.unreadable, what, why: why, hint: hint)
    }
}
