import Testing

@testable import KefuText
