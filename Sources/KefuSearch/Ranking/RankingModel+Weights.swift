/// Learned on public question sets (leave-one-set-out), in Chinese and English; the six rules
/// at the end of each table were set by hand.
extension LinearModel {
    static let order = LinearModel(
        bias: -0.28534,
        [
            .coverageOfQuestion: -8.53864, .coverageOfCandidate: 2.3436, .missing: -0.95064,
            .extraMost: 1.15133, .missingNames: -2.92606, .missingNouns: -1.21505,
            .missingVerbs: -0.31717, .missingFunction: 0.9519, .extraNames: -0.57669,
            .extraNouns: -0.2661, .extraVerbs: -0.04448, .extraFunction: 0.16906,
            .atomsOfQuestion: -0.23828, .atomsOfCandidate: 2.34703, .pairsOfQuestion: -2.38967,
            .commonSequence: 2.39884, .commonRun: -1.23586, .lengthRatio: -0.26131,
            .kindClash: -0.31912, .negationClash: -0.65498, .numbersMissing: -0.29934,
            .numbersExtra: 0.29852, .soundPairs: 1.57545, .engineScore: 4.9431,
            .nearWords: 9.00382, .nearPairs: 4.10278, .proximity: 1.06194,
            .numberClash: -4, .codeMissing: -5, .besideEntries: -2, .exact: 4, .negative: -8,
            .answerOnly: -3,
        ])

    static let certainty = LinearModel(
        bias: -2.89517,
        [
            .coverageOfQuestion: -0.2737, .coverageOfCandidate: 1.17651, .missing: -0.10268,
            .extraMost: -0.57215, .missingNames: -1.38457, .missingNouns: -0.42474,
            .missingVerbs: -0.14801, .missingFunction: -0.04967, .extraNames: -0.32478,
            .extraNouns: -0.27806, .extraVerbs: 0.05337, .extraFunction: -0.03264,
            .atomsOfQuestion: 0.08191, .atomsOfCandidate: 0.43016, .pairsOfQuestion: 0.49928,
            .commonSequence: -0.20844, .commonRun: 0.06895, .lengthRatio: -0.4832,
            .kindClash: -0.16298, .negationClash: -0.03592, .numbersMissing: -0.39454,
            .numbersExtra: -0.33207, .soundPairs: -0.74924, .engineScore: -0.2061,
            .nearWords: 0.51144, .nearPairs: 0.65612, .proximity: 0.14995,
            .questionLength: 0.95219, .rank: 0.045, .margin: 0.10441, .rivals: -0.10198,
            .intent: 0.47305, .answerShare: 1.06445, .coverageByAll: 0.60244,
            .missingFromAll: 0.11178,
            .numberClash: -2.5, .codeMissing: -2, .besideEntries: -0.3, .exact: 3, .negative: -4,
            .answerOnly: -2,
        ])
}
