// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: strict concurrency comes with Swift 6 mode itself.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "kefu",
    products: [
        .executable(name: "kefu", targets: ["kefu"]),
        .executable(name: "kefu-extract", targets: ["kefu-extract"]),
        .executable(name: "kefud", targets: ["kefud"]),
    ],
    targets: [
        // One shim a library: the only C and C++ in the tree.
        .target(name: "CArchive", linkerSettings: [.linkedLibrary("archive")]),
        .target(name: "CBench"),
        .target(name: "CCrypto", linkerSettings: [.linkedLibrary("crypto")]),
        // They find their libraries when a file asks for them.
        .target(name: "CPoppler", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CSystem"),
        .target(name: "CTesseract", linkerSettings: [.linkedLibrary("dl")]),
        .target(
            name: "CText",
            exclude: ["lexicon.bin"],
            linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("stemmer")]
        ),
        .target(name: "CXapian", linkerSettings: [.linkedLibrary("xapian")]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0"),

        // The product, lowest layer first; scripts/check holds this list against the real imports.
        .target(name: "KefuDomain", swiftSettings: strict),
        .target(name: "KefuText", dependencies: ["CText", "KefuDomain"], swiftSettings: strict),
        .target(name: "KefuImport", dependencies: ["CText", "KefuDomain"], swiftSettings: strict),
        .target(name: "KefuPages", swiftSettings: strict),
        .target(
            name: "KefuExtract",
            dependencies: [
                "CArchive", "CPoppler", "CSystem", "CTesseract", "CXML", "KefuDomain",
                "KefuImport", "KefuPages",
            ],
            swiftSettings: strict
        ),
        .target(name: "KefuRPC", dependencies: ["CSystem", "KefuDomain"], swiftSettings: strict),
        .target(name: "KefuStore", dependencies: ["CSQLite", "KefuDomain"], swiftSettings: strict),
        .target(
            name: "KefuSearch",
            dependencies: ["CXapian", "KefuDomain", "KefuStore", "KefuText"],
            swiftSettings: strict
        ),
        .target(
            name: "KefuDesk",
            dependencies: [
                "CSystem", "KefuDomain", "KefuImport", "KefuRPC", "KefuSearch", "KefuStore",
                "KefuText",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "KefuClient",
            dependencies: ["CCrypto", "CReadline", "CSystem", "KefuDomain", "KefuRPC"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "kefu",
            dependencies: ["KefuClient", "KefuDomain"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "kefu-extract",
            dependencies: ["KefuExtract"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "kefud",
            dependencies: ["KefuDesk", "KefuDomain"],
            swiftSettings: strict
        ),

        // Measures the product from outside, beside plain baselines: scripts/bench.
        .executableTarget(
            name: "kefu-bench",
            dependencies: [
                "CBench", "CXapian", "KefuDomain", "KefuRPC", "KefuSearch", "KefuStore", "KefuText",
            ],
            swiftSettings: strict
        ),

        // Tests mirror the targets; Support holds what several of them share.
        .target(
            name: "Support",
            dependencies: ["CSystem", "KefuDomain", "KefuRPC"],
            path: "Tests/Support",
            swiftSettings: strict
        ),
        .testTarget(
            name: "KefuClientTests",
            dependencies: ["KefuClient", "KefuDomain", "KefuRPC", "Support"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "KefuDeskTests",
            dependencies: [
                "KefuDesk", "KefuDomain", "KefuRPC", "Support", "kefu", "kefu-extract", "kefud",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "KefuDomainTests",
            dependencies: ["KefuDomain", "Support"],
            exclude: ["Learning/Dialogues"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "KefuExtractTests",
            dependencies: ["KefuDomain", "KefuExtract", "KefuImport", "Support", "kefu-extract"],
            exclude: ["Pictures"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "KefuImportTests",
            dependencies: ["KefuDomain", "KefuImport", "Support"],
            swiftSettings: strict
        ),
        .testTarget(name: "KefuPagesTests", dependencies: ["KefuPages"], swiftSettings: strict),
        .testTarget(
            name: "KefuRPCTests",
            dependencies: ["KefuDomain", "KefuRPC", "Support"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "KefuSearchTests",
            dependencies: ["KefuDomain", "KefuSearch", "KefuStore", "KefuText", "Support"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "KefuStoreTests",
            dependencies: ["KefuDomain", "KefuStore", "Support"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "KefuTextTests",
            dependencies: ["CText", "KefuDomain", "KefuText", "Support"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x,
    cxxLanguageStandard: .cxx17
)
