import Testing

@testable import KefuClient
