import Testing

@testable import KefuImport
