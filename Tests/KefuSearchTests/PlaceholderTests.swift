import Testing

@testable import KefuSearch
