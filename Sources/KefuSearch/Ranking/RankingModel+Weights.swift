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
            .coverageOfQuestion: -0.5278, .coverageOfCandidate: -0.5278, .missing: -0.0925,
            .missingMost: -0.3370, .missingSecond: 0.8312, .missingNames: -1.8358,
            .missingNouns: -0.1735, .missingVerbs: 0.7684, .missingFunction: -0.2085,
            .atomsOfQuestion: 2.0156, .atomsOfCandidate: 2.0156, .pairsOfQuestion: -0.7605,
            .pairsOfCandidate: -0.7605, .commonSequence: 2.0156, .commonRun: 4.1666,
            .numbersMissing: -0.7433, .soundPairs: -0.7605, .engineScore: 4.5482,
            .engineWords: -0.4519, .enginePairs: 5.3396, .nearWords: 5.4422, .nearPairs: 4.8016,
            .regionWords: 2.9230, .regionPairs: 4.1025, .proximity: 2.5151, .headingShare: 1.2916,
            .headingNamed: -0.6865, .numberNear: -0.0296, .numberClash: -4.0000,
            .codeMissing: -5.0000, .besideEntries: -2.0000, .exact: 4.0000, .negative: -8.0000,
            .answerOnly: -3.0000, .intent: 4.0000,
        ])

    static let certainty = LinearModel(
        bias: -1.13928,
        [
            .coverageOfQuestion: -2.0479, .coverageOfCandidate: -0.0297, .missing: 0.1798,
            .missingMost: 0.2754, .missingSecond: -0.0566, .extra: -0.4134, .extraMost: -0.6789,
            .missingNames: -1.2223, .missingNouns: -0.6464, .missingVerbs: 0.0070,
            .missingFunction: 0.1081, .extraNames: -0.5973, .extraNouns: -0.1315,
            .extraVerbs: 0.0709, .extraFunction: 0.2620, .atomsOfQuestion: 1.7196,
            .atomsOfCandidate: 1.6257, .pairsOfQuestion: -0.0898, .pairsOfCandidate: -0.6201,
            .commonSequence: 1.1110, .commonRun: -0.0521, .lengthRatio: -0.0528,
            .kindClash: -0.4198, .negationClash: -0.0642, .numbersMissing: -0.1937,
            .numbersExtra: 0.6521, .soundPairs: 1.2307, .engineScore: -1.0793,
            .engineWords: -0.1821, .enginePairs: -0.0554, .nearWords: -2.0479, .nearPairs: -0.0898,
            .regionWords: -2.0479, .regionPairs: -0.0898, .proximity: -0.0969,
            .substituted: -0.2996, .dropped: -0.1690, .added: 0.0721, .moved: 0.2912,
            .numberNear: -3.1544, .numberClash: -1.5000, .codeMissing: -2.0000,
            .besideEntries: -0.3000, .exact: 3.0000, .negative: -4.0000, .answerOnly: -2.0000,
            .questionLength: 0.9236, .questionRarity: -0.2237, .rank: -0.3600, .margin: 0.0976,
            .rivals: -0.0554, .answerShare: 1.5458, .coverageByAll: 8.9052,
            .missingFromAll: -0.7519,
        ])

    static let passageCertainty = LinearModel(
        bias: -7.23127,
        [
            .coverageOfQuestion: -1.1935, .coverageOfCandidate: -1.1935, .missing: -0.6912,
            .missingMost: 0.0993, .missingSecond: -0.2129, .missingNames: -2.1074,
            .missingNouns: -0.4789, .missingVerbs: -0.5040, .missingFunction: -0.3008,
            .atomsOfQuestion: 0.9953, .atomsOfCandidate: 0.9953, .pairsOfQuestion: 0.0150,
            .pairsOfCandidate: 0.0150, .commonSequence: 0.9953, .commonRun: 0.1403,
            .numbersMissing: 0.0154, .soundPairs: 0.0150, .engineScore: -0.2107,
            .engineWords: 0.5466, .enginePairs: -0.7202, .nearWords: 1.4742, .nearPairs: 0.2499,
            .regionWords: 1.0122, .regionPairs: 0.9433, .proximity: -1.3529, .headingShare: 1.2655,
            .headingNamed: -1.5007, .numberNear: -0.0604, .numberClash: -1.5000,
            .codeMissing: -2.0000, .besideEntries: -0.3000, .exact: 3.0000, .negative: -4.0000,
            .answerOnly: -2.0000, .questionLength: 2.2232, .questionRarity: -0.1341, .rank: 0.0459,
            .margin: 0.1645, .rivals: -0.0895, .answerShare: 0.6762, .coverageByAll: -1.1935,
            .missingFromAll: 0.0993,
        ])
}
