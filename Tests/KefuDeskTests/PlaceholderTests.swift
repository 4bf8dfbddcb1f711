import Testing

@testable import KefuDesk
