import Testing

@testable import KefuStore
