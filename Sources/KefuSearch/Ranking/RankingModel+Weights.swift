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
            .coverageOfQuestion: -0.5998, .coverageOfCandidate: -0.5998, .missing: -0.0831,
            .missingMost: -0.3798, .missingSecond: 1.3905, .missingNames: -1.8054,
            .missingNouns: -0.1972, .missingVerbs: 0.7770, .missingFunction: -0.2035,
            .atomsOfQuestion: 1.9608, .atomsOfCandidate: 1.9608, .pairsOfQuestion: -0.5151,
            .pairsOfCandidate: -0.5151, .commonSequence: 1.9608, .commonRun: 1.8072,
            .numbersMissing: -0.6603, .soundPairs: -0.5151, .engineScore: 4.9209,
            .engineWords: -0.7882, .enginePairs: 4.5740, .nearWords: 5.8368, .nearPairs: 4.2402,
            .regionWords: 4.2265, .regionPairs: 3.8166, .proximity: 2.2037, .headingShare: 1.3182,
            .headingNamed: 0.1252, .numberNear: 0.3284, .numberClash: -4.0000,
            .codeMissing: -5.0000, .besideEntries: -2.0000, .exact: 4.0000, .negative: -8.0000,
            .answerOnly: -3.0000, .intent: 4.0000,
        ])

    static let certainty = LinearModel(
        bias: -1.08092,
        [
            .coverageOfQuestion: -1.9754, .coverageOfCandidate: -0.1596, .missing: 0.2350,
            .missingMost: 0.3140, .missingSecond: -0.1202, .extra: -0.4131, .extraMost: -0.7088,
            .missingNames: -1.1746, .missingNouns: -0.6285, .missingVerbs: 0.0266,
            .missingFunction: 0.1230, .extraNames: -0.6000, .extraNouns: -0.1293,
            .extraVerbs: 0.0590, .extraFunction: 0.2446, .atomsOfQuestion: 1.7017,
            .atomsOfCandidate: 1.4863, .pairsOfQuestion: -0.0873, .pairsOfCandidate: -0.5105,
            .commonSequence: 1.0482, .commonRun: -0.0773, .lengthRatio: -0.0768,
            .kindClash: -0.4057, .negationClash: -0.0991, .numbersMissing: -0.2783,
            .numbersExtra: 0.6765, .soundPairs: 1.1951, .engineScore: -1.1749,
            .engineWords: -0.1157, .enginePairs: -0.0561, .nearWords: -1.9754, .nearPairs: -0.0873,
            .regionWords: -1.9754, .regionPairs: -0.0873, .proximity: -0.0728,
            .substituted: -0.3157, .dropped: -0.1881, .added: 0.0751, .moved: 0.3027,
            .numberNear: -3.1635, .numberClash: -1.5000, .codeMissing: -2.0000,
            .besideEntries: -0.3000, .exact: 3.0000, .negative: -4.0000, .answerOnly: -2.0000,
            .questionLength: 0.8981, .questionRarity: -0.2190, .rank: -0.3396, .margin: 0.1031,
            .rivals: -0.0553, .answerShare: 1.5203, .coverageByAll: 8.6679,
            .missingFromAll: -0.7701,
        ])

    static let passageCertainty = LinearModel(
        bias: -6.78856,
        [
            .coverageOfQuestion: -1.0181, .coverageOfCandidate: -1.0181, .missing: -0.4730,
            .missingMost: -0.3531, .missingSecond: -0.3223, .missingNames: -1.9814,
            .missingNouns: -0.4270, .missingVerbs: -0.3559, .missingFunction: 0.0422,
            .atomsOfQuestion: 0.9426, .atomsOfCandidate: 0.9426, .pairsOfQuestion: -0.0529,
            .pairsOfCandidate: -0.0529, .commonSequence: 0.9426, .commonRun: 1.1466,
            .numbersMissing: -0.9499, .soundPairs: -0.0529, .engineScore: -1.1649,
            .engineWords: 0.5319, .enginePairs: -0.5224, .nearWords: 1.3614, .nearPairs: 0.7802,
            .regionWords: 1.0229, .regionPairs: 1.2975, .proximity: 0.2694, .headingShare: 1.5161,
            .headingNamed: -2.0059, .numberNear: -0.1343, .numberClash: -1.5000,
            .codeMissing: -2.0000, .besideEntries: -0.3000, .exact: 3.0000, .negative: -4.0000,
            .answerOnly: -2.0000, .questionLength: 1.5938, .questionRarity: 0.0491, .rank: 0.0946,
            .margin: 0.1236, .rivals: -0.0664, .answerShare: 0.5154, .coverageByAll: -1.0181,
            .missingFromAll: -0.3531,
        ])
}
