import FoundationEssentials
import Testing

@testable import KefuDomain

private func learning(_ json: String) throws -> LearningSettings {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try decoder.decode(Configuration.self, from: Data("{learning: \(json)}".utf8)).learning
}

@Test func learningsDefaultsAreThoseOfTheSpecification() throws {
    let settings = try learning("{}")
    #expect(settings == LearningSettings() && settings.automatic)
    #expect(settings.thresholds == LearningThresholds(enter: 0.8, wait: 0.7))
    #expect(settings.shadowAgreements == 2 && settings.companyData.isEmpty)
}

@Test func learningIsReadAsWritten() throws {
    let settings = try learning(
        "{automatic: false, enter: 0.6, company_data: [\"0571-88886666\"], price_days: 0, shadow_agreements: 3}"
    )
    #expect(!settings.automatic && settings.enter == 0.6 && settings.wait == 0.6)
    #expect(settings.companyData == ["0571-88886666"])
    #expect(settings.priceDays == 0 && settings.stockDays == 3 && settings.shadowAgreements == 3)
}

@Test(arguments: [
    ("{enter: 1.5}", "enter"), ("{wait: -1}", "wait"), ("{wait: 0.9}", "wait"),
    ("{enter: 0.5, wait: 0.6}", "wait"), ("{price_days: -1}", "price_days"),
    ("{shadow_agreements: 1000}", "shadow_agreements"),
])
func impossibleLearningIsRefusedByName(json: String, key: String) throws {
    let error = #expect(throws: DecodingError.self) { try learning(json) }
    guard case .dataCorrupted(let context)? = error else {
        Issue.record("another error")
        return
    }
    #expect(context.codingPath.map(\.stringValue) == ["learning", key])
    #expect(context.underlyingError is Objection)
}

@Test func everyKeyOfLearningIsDocumentedInBothLanguages() {
    for (name, field) in LearningSettings.fields {
        #expect(field.isOptional && field.phrase.english != field.phrase.chinese, "\(name)")
    }
    #expect(LearningSettings.fields.count == 9)
}
