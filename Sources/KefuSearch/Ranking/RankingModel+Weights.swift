/// Learned on public question sets and on the sample base with wordings held out, in Chinese and
/// English. Set by hand: the exact match, negatives, answers found alone, passages beside entries,
/// and, as the belief to begin with, what a wrong number or a missing code means.
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
        bias: 0.34674,
        [
            .answerOnly: -2.0000, .besideEntries: -0.3000, .pairsOfQuestion: 0.9709,
            .nearPairs: 1.1894, .engineScore: -2.0290, .codeMissing: -1.7330,
            .coverageOfCandidate: -1.2077, .coverageOfQuestion: -1.6667, .rivals: -0.0503,
            .exact: 3.0000, .extraFunction: -0.2485, .extraMost: -1.6962,
            .extraNouns: -0.4416, .answerShare: 1.5275, .commonSequence: 0.5018,
            .lengthRatio: 0.0833, .margin: 0.1146, .missingFunction: 0.0122,
            .missingNouns: 0.0626, .missing: 0.0171, .negationClash: 0.4577,
            .negative: -4.0000, .numberClash: -1.4153, .numbersExtra: -0.1402,
            .numbersMissing: -0.1618, .soundPairs: -2.4869, .proximity: -1.0715,
            .questionLength: 0.4310, .kindClash: 0.0417, .commonRun: -0.5980,
            .coverageByAll: 6.3633, .missingFromAll: 0.0133, .atomsOfCandidate: 1.5949,
            .atomsOfQuestion: 2.5888, .nearWords: -1.4756, .rank: -0.1825,
        ])

    static let passageCertainty = LinearModel(
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
