import KefuDomain

/// The engines that found something, as a set that costs nothing.
struct EngineSet: OptionSet, Sendable {
    let rawValue: UInt8

    static let ranked = EngineSet(.ranked)
    static let pinyin = EngineSet(.pinyin)
    static let terms = EngineSet(.terms)
    static let trigram = EngineSet(.trigram)
    static let exact = EngineSet(.exact)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    private init(_ engine: Engine) {
        rawValue = 1 << UInt8(Engine.allCases.firstIndex(of: engine) ?? 0)
    }

    var engines: Set<Engine> {
        Set(Engine.allCases.filter { contains(EngineSet($0)) })
    }
}
