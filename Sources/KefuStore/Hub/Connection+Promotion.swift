import KefuDomain

extension Connection {
    private static let lastNumber = "last_k_number"

    /// The next running number of the K codes. It never gives one again, even when the customer
    /// who had it was erased.
    public func takeKNumber() throws -> Int {
        let used = try first("SELECT max(k_number) FROM contact") { $0.int(0) } ?? 0
        let given = try setting(Self.lastNumber, as: Int.self) ?? 0
        let number = max(used, given) + 1
        try setSetting(Self.lastNumber, to: number)
        return number
    }
}
