/// Everything that is measured of a candidate: the one list that the measuring code, the weights
/// and `answer.explain` read.
///
/// "q" is the question, "c" the wording or passage it is laid beside. Sums weigh each part by its
/// rarity (`RarityModel`).
public enum FeatureName: Int, CaseIterable, Sendable {
    // q and c alone
    case coverageOfQuestion
    case coverageOfCandidate
    case missing
    case missingMost
    case missingSecond
    case extra
    case extraMost
    case missingNames
    case missingNouns
    case missingVerbs
    case missingFunction
    case extraNames
    case extraNouns
    case extraVerbs
    case extraFunction
    case atomsOfQuestion
    case atomsOfCandidate
    case pairsOfQuestion
    case pairsOfCandidate
    case commonSequence
    case commonRun
    case lengthRatio
    case kindClash
    case negationClash
    case numbersMissing
    case numbersExtra
    case soundPairs
    case engineScore
    case engineWords
    case enginePairs
    case nearWords
    case nearPairs
    case regionWords
    case regionPairs
    case proximity
    case substituted
    case dropped
    case added
    case moved
    case headingShare
    case numberNear
    case numberClash
    case codeMissing
    case besideEntries
    case exact
    case negative
    case answerOnly
    // c among all that were found
    case questionLength
    case questionRarity
    case baseSize
    case rank
    case margin
    case rivals
    case intent
    case answerShare
    case coverageByAll
    case missingFromAll

    /// Its name on the wire.
    public var name: String { text.name }

    /// What it measures, in a sentence.
    public var summary: String { text.summary }

    private var text: (name: String, summary: String) {
        switch self {
        case .coverageOfQuestion:
            ("cov_q", "Share of q's words that c holds, sounds and typing errors in part.")
        case .coverageOfCandidate:
            ("cov_c", "Share of c's words that q holds; a passage: as cov_q.")
        case .missing:
            ("miss_sum", "Rarity of q's words that c lacks, in tens.")
        case .missingMost:
            ("miss_max", "The rarest word of q that c lacks, in tens.")
        case .missingSecond:
            ("miss_2nd", "The second rarest word of q that c lacks, in tens.")
        case .extra:
            ("extra_sum", "Rarity of c's words that q lacks, in tens.")
        case .extraMost:
            ("extra_max", "The rarest word of c that q lacks, in tens.")
        case .missingNames:
            ("miss_name", "The part of miss_sum that is names.")
        case .missingNouns:
            ("miss_noun", "The part of miss_sum that is nouns.")
        case .missingVerbs:
            ("miss_verb", "The part of miss_sum that is verbs.")
        case .missingFunction:
            ("miss_func", "The part of miss_sum that is function words and English words.")
        case .extraNames:
            ("extra_name", "Rarity of names in c that q lacks, in tens.")
        case .extraNouns:
            ("extra_noun", "Rarity of nouns in c that q lacks, in tens.")
        case .extraVerbs:
            ("extra_verb", "Rarity of verbs in c that q lacks, in tens.")
        case .extraFunction:
            ("extra_func", "Rarity of function and English words in c that q lacks, in tens.")
        case .atomsOfQuestion:
            ("uni_q", "Share of q's characters, stems and numbers that c holds.")
        case .atomsOfCandidate:
            ("uni_c", "Share of c's characters, stems and numbers that q holds.")
        case .pairsOfQuestion:
            ("bi_q", "Share of q's pairs of neighbours that c holds.")
        case .pairsOfCandidate:
            ("bi_c", "Share of c's pairs of neighbours that q holds.")
        case .commonSequence:
            ("lcs", "Longest common subsequence, as Dice.")
        case .commonRun:
            ("substr", "Longest common run, as a share of q.")
        case .lengthRatio:
            ("lenratio", "Logarithm of the ratio of the lengths, without sign.")
        case .kindClash:
            ("qtype_clash", "1 when q and c ask for different things (who, when, how much).")
        case .negationClash:
            ("neg_clash", "1 when only one of them denies something.")
        case .numbersMissing:
            ("num_missing", "Numbers of q that c lacks, two at most.")
        case .numbersExtra:
            ("num_extra", "Numbers of c that q lacks, two at most.")
        case .soundPairs:
            ("pinyin_dice", "Dice of the pairs of syllables.")
        case .engineScore:
            ("bm25", "Okapi score over q's terms, as a share of the best possible.")
        case .engineWords:
            (
                "bm25_word",
                "The part of bm25 by words of several characters, as a share of its best."
            )
        case .enginePairs:
            ("bm25_bi", "The part of bm25 by pairs of neighbours, as a share of its best.")
        case .nearWords:
            ("win40", "Best share of q's words within 40 characters of a passage.")
        case .nearPairs:
            ("biwin25", "Best share of q's pairs within 25 characters of a passage.")
        case .regionWords:
            ("win120", "As win40, within 120 characters.")
        case .regionPairs:
            ("biwin80", "As biwin25, within 80 characters.")
        case .proximity:
            ("prox", "How close q's neighbouring words stand in c.")
        case .substituted:
            ("sub_max", "The rarest thing that q says and c says otherwise, in tens.")
        case .dropped:
            ("del_q", "Rarity of what only q says, between what both say, in tens.")
        case .added:
            ("del_c", "Rarity of what only c says, between what both say, in tens.")
        case .moved:
            ("moved", "Rarity of what both say at different places, in tens.")
        case .headingShare:
            ("title_share", "Share of the words of a passage's headings that q names.")
        case .numberNear:
            (
                "answer_num",
                "Where q asks when or how much: 1 when the passage has a number there, else -1."
            )
        case .numberClash:
            (
                "num_clash",
                "1 when q and c have different numbers where one is expected (120kw, 320kw)."
            )
        case .codeMissing:
            ("code_missing", "1 when q names a code or a measure (e103, 120kw) that c lacks.")
        case .besideEntries:
            ("beside", "1 for a passage in a base that has entries, which were written as answers.")
        case .exact:
            ("exact", "1 when c is q, normalised.")
        case .negative:
            ("negative", "1 when q is nearer to a negative of the entry than to its wordings.")
        case .answerOnly:
            ("answer_only", "1 when c is an entry's answer, and none of its wordings was found.")
        case .questionLength:
            ("qlen", "Logarithm of q's length.")
        case .questionRarity:
            ("idf_total", "Rarity of all words of q, in tens.")
        case .baseSize:
            ("size", "Logarithm of how many texts the base holds: little is found in few.")
        case .rank:
            ("zt", "The ranking score, rules set by hand left out.")
        case .margin:
            ("margin", "Distance to the best candidate with another answer, -1 to 12.")
        case .rivals:
            (
                "ent",
                "Logarithm of the weight of all candidates with other answers, beside this one's."
            )
        case .intent:
            ("head", "What the base's own intent model says; 0 without one.")
        case .answerShare:
            ("g_share5", "Logarithm of the share of the pool's weight that has this answer.")
        case .coverageByAll:
            ("u_cov", "As cov_q, against all wordings with this answer together.")
        case .missingFromAll:
            ("u_max", "The rarest word of q that none of these wordings holds, in tens.")
        }
    }
}

/// One value for each feature.
struct FeatureVector: Sendable {
    private var values = [Float](repeating: 0, count: FeatureName.allCases.count)

    subscript(name: FeatureName) -> Float {
        get { values[name.rawValue] }
        set { values[name.rawValue] = newValue }
    }

    /// The sum of the values, each with its weight.
    func score(_ weights: FeatureVector) -> Double {
        var sum = 0.0
        for (value, weight) in zip(values, weights.values) { sum += Double(value) * Double(weight) }
        return sum
    }
}
