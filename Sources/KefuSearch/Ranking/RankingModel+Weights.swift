/// Learned by scripts/fit-weights, which names what was set by hand.
extension LinearModel {
    static let order = LinearModel(
        bias: 0.00000,
        [
            .coverageOfQuestion: -0.3559, .coverageOfCandidate: 3.1364, .missing: -1.6198,
            .missingMost: -1.3714, .missingSecond: -0.1615, .extra: 0.0235, .extraMost: 1.1734,
            .missingNames: -1.2406, .missingNouns: -0.7958, .missingVerbs: 0.0846,
            .missingFunction: 0.5766, .extraNames: -0.6999, .extraNouns: -0.4719,
            .extraVerbs: -0.1607, .extraFunction: 0.1982, .atomsOfQuestion: 2.0118,
            .atomsOfCandidate: 2.5664, .pairsOfQuestion: 0.1964, .pairsOfCandidate: -1.3540,
            .commonSequence: 3.9870, .commonRun: -1.2621, .lengthRatio: -0.0963,
            .kindClash: -0.0367, .negationClash: -0.3601, .numbersMissing: 0.7207,
            .numbersExtra: -0.1263, .soundPairs: 2.4648, .engineScore: 1.3936,
            .engineWords: -0.6658, .enginePairs: 0.2698, .nearWords: 0.3073, .nearPairs: -0.1477,
            .regionWords: 0.6466, .regionPairs: 0.4535, .proximity: -0.4987, .substituted: 0.6625,
            .dropped: 0.1254, .added: -0.0564, .moved: 0.1227, .headingShare: -2.0821,
            .headingNamed: -11.2681, .numberNear: 0.1449, .numberClash: -4.0000,
            .codeMissing: -5.0000, .besideEntries: -2.0000, .exact: 4.0000, .negative: -8.0000,
            .answerOnly: -3.0000, .intent: 4.0000,
        ])

    static let passageOrder = LinearModel(
        bias: 0.00000,
        [
            .coverageOfQuestion: -0.5831, .coverageOfCandidate: -0.5831, .missing: -0.1877,
            .missingMost: -0.3190, .missingSecond: 0.4490, .missingNames: -2.2226,
            .missingNouns: -0.3135, .missingVerbs: 0.5902, .missingFunction: 0.0304,
            .atomsOfQuestion: 1.7170, .atomsOfCandidate: 1.7170, .pairsOfQuestion: -0.7705,
            .pairsOfCandidate: -0.7705, .commonSequence: 1.7170, .commonRun: 8.4911,
            .numbersMissing: -0.9522, .soundPairs: -0.7705, .engineScore: 4.5522,
            .engineWords: -0.3902, .enginePairs: 3.2875, .nearWords: 5.6036, .nearPairs: 4.7835,
            .regionWords: 2.5837, .regionPairs: 3.1091, .proximity: 2.1854, .headingShare: 1.3354,
            .headingNamed: -0.8646, .numberNear: 0.2446, .numberClash: -4.0000,
            .codeMissing: -5.0000, .besideEntries: -2.0000, .exact: 4.0000, .negative: -8.0000,
            .answerOnly: -3.0000, .intent: 4.0000,
        ])

    static let certainty = LinearModel(
        bias: -1.10691,
        [
            .coverageOfQuestion: -2.0454, .coverageOfCandidate: -0.0286, .missing: 0.1763,
            .missingMost: 0.2777, .missingSecond: -0.0575, .extra: -0.4134, .extraMost: -0.6791,
            .missingNames: -1.2175, .missingNouns: -0.6453, .missingVerbs: 0.0104,
            .missingFunction: 0.1166, .extraNames: -0.5973, .extraNouns: -0.1316,
            .extraVerbs: 0.0716, .extraFunction: 0.2634, .atomsOfQuestion: 1.7108,
            .atomsOfCandidate: 1.6185, .pairsOfQuestion: -0.0867, .pairsOfCandidate: -0.6031,
            .commonSequence: 1.1076, .commonRun: -0.0597, .lengthRatio: -0.0519,
            .kindClash: -0.4184, .negationClash: -0.0640, .numbersMissing: -0.1873,
            .numbersExtra: 0.6510, .soundPairs: 1.2425, .engineScore: -1.0830,
            .engineWords: -0.1768, .enginePairs: -0.0775, .nearWords: -2.0454, .nearPairs: -0.0867,
            .regionWords: -2.0454, .regionPairs: -0.0867, .proximity: -0.0943,
            .substituted: -0.2938, .dropped: -0.1694, .added: 0.0743, .moved: 0.2871,
            .numberNear: -3.1503, .numberClash: -1.5000, .codeMissing: -2.0000,
            .besideEntries: -0.3000, .exact: 3.0000, .negative: -4.0000, .answerOnly: -2.0000,
            .questionLength: 0.9113, .questionRarity: -0.2233, .rank: -0.3604, .margin: 0.0981,
            .rivals: -0.0550, .answerShare: 1.5487, .coverageByAll: 8.9062,
            .missingFromAll: -0.7552,
        ])

    static let passageCertainty = LinearModel(
        bias: -4.57725,
        [
            .coverageOfQuestion: -1.3913, .coverageOfCandidate: -1.3913, .missing: -0.6296,
            .missingMost: 0.2471, .missingSecond: -0.1448, .missingNames: -1.8622,
            .missingNouns: -0.4232, .missingVerbs: -0.4101, .missingFunction: -0.5293,
            .atomsOfQuestion: 1.1169, .atomsOfCandidate: 1.1169, .pairsOfQuestion: -0.1314,
            .pairsOfCandidate: -0.1314, .commonSequence: 1.1169, .commonRun: 0.6024,
            .numbersMissing: -0.2896, .soundPairs: -0.1314, .engineScore: -0.8743,
            .engineWords: 1.0824, .enginePairs: 0.0979, .nearWords: 1.6974, .nearPairs: -1.1866,
            .regionWords: 0.2642, .regionPairs: 0.3268, .proximity: -0.6144, .headingShare: 1.3151,
            .headingNamed: -1.4690, .numberNear: -0.1015, .numberClash: -1.5000,
            .codeMissing: -2.0000, .besideEntries: -0.3000, .exact: 3.0000, .negative: -4.0000,
            .answerOnly: -2.0000, .questionLength: 1.6194, .questionRarity: -0.1044, .rank: 0.0605,
            .margin: 0.1257, .rivals: -0.0396, .answerShare: 1.2337, .coverageByAll: -1.3913,
            .missingFromAll: 0.2471,
        ])
}
