import KefuDomain
import Testing

@testable import KefuSearch

struct FeatureNameTests {
    /// `kefu explain` shows them; a name alone tells an operator nothing.
    @Test(arguments: FeatureName.allCases)
    func hasAMeaningInBothLanguages(feature: FeatureName) throws {
        let meaning = try #require(Phrase.feature(feature.name), "\(feature.name)")
        #expect(!meaning.english.isEmpty && !meaning.chinese.isEmpty)
        #expect(!meaning.chinese.contains { $0.isASCII && $0.isLetter }, "\(meaning.chinese)")
    }
}
