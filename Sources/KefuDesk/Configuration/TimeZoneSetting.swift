import Glibc
import KefuDomain

/// The process's time zone, by which all times are written.
enum TimeZoneSetting {
    /// Puts a configured zone in force; an empty name leaves `$TZ`, else the system's.
    /// - Throws: `ErrorCode.invalidParams` for a name that the system has no zone for.
    static func apply(_ name: String) throws {
        guard !name.isEmpty else { return tzset() }
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "/_+-".utf8.contains(byte)
            }
        }
        guard isPlain, !name.hasPrefix("/"), access("/usr/share/zoneinfo/\(name)", R_OK) == 0
        else {
            throw KefuError(
                .invalidParams, .configurationInvalid, why: .timeZoneUnknown(name),
                hint: .configurationHint, field: Configuration.CodingKeys.timeZone.rawValue)
        }
        setenv("TZ", name, 1)
        tzset()
    }
}
