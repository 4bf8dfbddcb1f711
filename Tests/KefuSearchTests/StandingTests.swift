import KefuDomain
import Testing

@testable import KefuSearch

/// What passages are measured on does not change because the base also holds entries: their
/// certainty was learned on the scale of passages.
@Test func aPassageStandsAmongPassagesAsItDoesWithoutEntries() {
    var features = FeatureVector()
    features[.nearWords] = 0.9
    features[.pairsOfQuestion] = 0.6
    features[.headingShare] = 0.5
    features[.engineScore] = 0.8
    let model = RankingModel.current
    let alone = model.rank(features, of: .passage)
    #expect(model.standing(features, of: .passage) == alone)
    features[.besideEntries] = 1
    #expect(model.standing(features, of: .passage) == alone)
    // Among all, it is ranked on the scale of entries.
    #expect(model.rank(features, of: .passage) != alone)
    #expect(model.standing(features) == model.rank(features))
}
