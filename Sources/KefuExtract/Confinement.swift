import CSystem
import KefuDomain

/// How this process is held.
struct Confinement {
    var memoryMegabytes: Int
    var seconds: Int

    /// Sets the limits, for good.
    /// - Throws: `ErrorCode.unreadable`: nothing is read without them.
    func limit() throws {
        var limits = ksys_limits(
            memory: UInt64(memoryMegabytes) << 20, seconds: UInt64(seconds))
        guard ksys_limit(&limits) == 0 else { throw Self.impossible }
    }

    /// Gives up everything but what reading needs, for good.
    /// - Throws: `ErrorCode.unreadable` where the system does not let it.
    static func seal(_ access: FileAccess) throws {
        let status =
            switch access {
            case .none: ksys_confine(ksys_sealed, nil, 0)
            case .reading(let paths): confine(ksys_may_open, paths)
            case .running(let paths): confine(ksys_may_run, paths)
            }
        guard status == 0 else { throw impossible }
    }

    private static func confine(_ access: ksys_access, _ paths: [String]) -> Int32 {
        let copies = paths.map { $0.withCString { ksys_copy($0) } }
        var pointers = copies.map { UnsafePointer<CChar>($0) }
        return ksys_confine(access, &pointers, Int32(pointers.count))
    }

    private static let impossible = KefuError(
        .unreadable, .extractionNotConfined, why: .extractionNotConfined,
        hint: .extractionNeedsSeccomp)
}
