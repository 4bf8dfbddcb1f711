/// Learned by scripts/fit-weights, which names what was set by hand.
extension LinearModel {
    static let order = LinearModel(
        bias: 0.00000,
        [
            .coverageOfQuestion: -6.3322, .coverageOfCandidate: 3.5578, .missing: -1.7129,
            .missingMost: -2.0298, .missingSecond: -1.3518, .extra: 0.0422, .extraMost: 1.6605,
            .missingNames: -0.9943, .missingNouns: -0.6872, .missingVerbs: 0.0524,
            .missingFunction: -0.1697, .extraNames: -0.5583, .extraNouns: -0.4095,
            .extraVerbs: -0.1961, .extraFunction: -0.0237, .atomsOfQuestion: 3.0141,
            .atomsOfCandidate: 2.4117, .pairsOfQuestion: -2.6922, .pairsOfCandidate: -0.5080,
            .commonSequence: 1.5621, .commonRun: 0.3005, .lengthRatio: -0.1265, .kindClash: -0.1561,
            .negationClash: -0.4846, .numbersMissing: 1.1513, .numbersExtra: 0.0491,
            .soundPairs: 1.5746, .engineScore: 2.1183, .engineWords: -0.5686, .enginePairs: 0.7748,
            .nearWords: 2.8607, .nearPairs: -0.2395, .regionWords: 3.3008, .regionPairs: 0.4074,
            .proximity: -0.6143, .substituted: 0.3260, .dropped: 0.0210, .added: -0.0253,
            .moved: -0.6233, .numberClash: -4.0000, .codeMissing: -5.0000, .besideEntries: -2.0000,
            .exact: 4.0000, .negative: -8.0000, .answerOnly: -3.0000, .intent: 4.0000,
        ])

    static let passageOrder = LinearModel(
        bias: 0.00000,
        [
            .coverageOfQuestion: -1.0925, .coverageOfCandidate: -1.0925, .missing: -0.3478,
            .missingMost: -0.4352, .missingSecond: 0.2568, .missingNames: -2.6558,
            .missingNouns: -0.8248, .missingVerbs: 0.0817, .missingFunction: 0.5405,
            .atomsOfQuestion: 1.9528, .atomsOfCandidate: 1.9528, .pairsOfQuestion: -1.9939,
            .pairsOfCandidate: -1.9939, .commonSequence: 1.9528, .commonRun: 9.7610,
            .numbersMissing: -0.8776, .soundPairs: -1.9939, .engineScore: 5.0914,
            .engineWords: -0.7548, .enginePairs: 5.0073, .nearWords: 7.2941, .nearPairs: 6.7661,
            .regionWords: 2.9272, .regionPairs: 0.5467, .proximity: 2.9292, .headingShare: 0.7813,
            .numberNear: 0.3379, .numberClash: -4.0000, .codeMissing: -5.0000,
            .besideEntries: -2.0000, .exact: 4.0000, .negative: -8.0000, .answerOnly: -3.0000,
            .intent: 4.0000,
        ])

    static let certainty = LinearModel(
        bias: -3.28771,
        [
            .coverageOfQuestion: -2.3022, .coverageOfCandidate: 0.2139, .missing: 0.1077,
            .missingMost: 1.7328, .missingSecond: 0.6400, .extra: -0.3924, .extraMost: -0.3593,
            .missingNames: -1.0770, .missingNouns: -0.3216, .missingVerbs: 0.1052,
            .missingFunction: -0.0867, .extraNames: -0.2322, .extraNouns: -0.0206,
            .extraVerbs: 0.1381, .extraFunction: 0.3940, .atomsOfQuestion: 1.4761,
            .atomsOfCandidate: 1.3366, .pairsOfQuestion: 0.1417, .pairsOfCandidate: -0.2125,
            .commonSequence: 1.1028, .commonRun: -0.1508, .lengthRatio: 0.0716, .kindClash: -0.3483,
            .negationClash: -0.0859, .numbersMissing: 0.4452, .numbersExtra: 0.5680,
            .soundPairs: -0.6406, .engineScore: -0.9924, .engineWords: 0.1656, .enginePairs: 0.0805,
            .nearWords: -2.5329, .nearPairs: 0.1710, .regionWords: -2.5309, .regionPairs: 0.1710,
            .proximity: -0.1110, .substituted: -0.0202, .dropped: -0.0175, .added: -0.0649,
            .moved: 0.4480, .numberNear: 0.8339, .numberClash: -3.0000, .codeMissing: -3.0000,
            .besideEntries: -0.3000, .exact: 3.0000, .negative: -4.0000, .answerOnly: -2.0000,
            .questionLength: 0.6674, .questionRarity: -0.1504, .baseSize: -0.2642, .rank: -0.0140,
            .margin: 0.1334, .rivals: -0.1238, .answerShare: 0.6229, .coverageByAll: 10.4473,
            .missingFromAll: -0.6274,
        ])

    static let passageCertainty = LinearModel(
        bias: -4.05755,
        [
            .coverageOfQuestion: -1.5301, .coverageOfCandidate: -1.5301, .missing: -0.6609,
            .missingMost: 0.4092, .missingSecond: 0.6483, .missingNames: -1.8268,
            .missingNouns: -0.1567, .missingVerbs: 0.3526, .missingFunction: -0.9391,
            .atomsOfQuestion: 0.9023, .atomsOfCandidate: 0.9023, .pairsOfQuestion: 0.2873,
            .pairsOfCandidate: 0.2873, .commonSequence: 0.9023, .commonRun: -1.5823,
            .numbersMissing: 0.3223, .soundPairs: 0.2873, .engineScore: -1.9705,
            .engineWords: 1.3503, .enginePairs: -0.7962, .nearWords: 1.2935, .nearPairs: -2.1148,
            .regionWords: -0.0766, .regionPairs: 1.6274, .proximity: -0.4679,
            .headingShare: -0.0007, .numberNear: 0.0128, .numberClash: -3.0000,
            .codeMissing: -3.0000, .besideEntries: -0.3000, .exact: 3.0000, .negative: -4.0000,
            .answerOnly: -2.0000, .questionLength: 1.8396, .questionRarity: -0.3157,
            .baseSize: -0.0852, .rank: 0.1708, .margin: 0.0905, .rivals: -0.0695,
            .answerShare: 1.5107, .coverageByAll: -1.5301, .missingFromAll: 0.4092,
        ])
}
