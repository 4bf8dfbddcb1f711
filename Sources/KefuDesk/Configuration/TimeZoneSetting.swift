import Glibc
import KefuDomain

/// The process's time zone, by which all times are written.
struct TimeZoneSetting {
    /// `$TZ` as the process was started with it, which holds where no zone is configured.
    private let inherited: String?

    init(environment: [String: String]) {
        inherited = environment["TZ"]
    }

    /// Puts a configured zone in force; without one, `$TZ`, else the system's.
    /// - Throws: `ErrorCode.invalidParams` for a name that the system has no zone for.
    func apply(_ loaded: LoadedConfiguration) throws {
        let name = loaded.configuration.timeZone
        guard name.isEmpty || Self.isZone(name) else {
            let key = Configuration.CodingKeys.timeZone.rawValue
            throw KefuError(
                .invalidParams, .configurationInvalid, why: .timeZoneUnknown(name),
                hint: .configurationHint, field: key
            ).at(loaded.place(of: key))
        }
        if let zone = name.isEmpty ? inherited : name {
            setenv("TZ", zone, 1)
        } else {
            unsetenv("TZ")
        }
        tzset()
    }

    private static func isZone(_ name: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "/_+-".utf8.contains(byte)
            }
        }
        return isPlain && !name.hasPrefix("/") && access("/usr/share/zoneinfo/\(name)", R_OK) == 0
    }
}
