import Testing

@testable import KefuRPC
