// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// CCounts stands between the command and the runtime's counts of references (decision 0162): on
// x86-64 alone, where they are called like any C function.
#if os(Linux) && arch(x86_64)
  let counts: [Target.Dependency] = ["CCounts"]
#else
  let counts: [Target.Dependency] = []
#endif
let counted = ["retain", "release", "bridgeObjectRetain", "bridgeObjectRelease"].flatMap {
  [$0, "\($0)_n"]
}
#if compiler(>=6.4)
  let knownCounts: [CSetting] = []
#else
  let knownCounts: [CSetting] = [.define("SCOREBOOK_KNOWN_COUNTS")]
#endif

let package = Package(
  name: "scorebook",
  products: [
    .executable(name: "scorebook", targets: ["scorebook"]),
    .library(name: "Workbooks", targets: ["Workbooks"]),
    .library(name: "Page", targets: ["Page"]),
    .library(name: "PageOptions", targets: ["PageOptions"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),

    .systemLibrary(name: "CAllocator", providers: [.apt(["libmimalloc-dev"])]),
    .target(name: "CDigest"),
    .target(
      name: "CCounts", cSettings: knownCounts + [.unsafeFlags(["-fomit-frame-pointer"])],
      linkerSettings: [.unsafeFlags(counted.flatMap { ["-Xlinker", "--wrap=swift_\($0)"] })]),

    .target(name: "Figures", swiftSettings: strict),
    .target(
      name: "Workbooks", dependencies: ["Figures", "CZip", "CDeflate", "CXlsxWriter"],
      swiftSettings: strict),
    .target(
      name: "Evaluation",
      dependencies: ["Figures", .product(name: "Yams", package: "Yams")], swiftSettings: strict),
    .target(
      name: "Forms", dependencies: ["Figures", "Workbooks", "Evaluation", "CDigest"],
      swiftSettings: strict),
    .target(
      name: "Page", dependencies: ["Forms", "Evaluation", "Workbooks", "Figures"],
      resources: [.embedInCode("Site")], swiftSettings: strict),
    .target(
      name: "PageOptions",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .executableTarget(
      name: "scorebook",
      dependencies: [
        "PageOptions", "Forms", "Evaluation", "Workbooks", "Figures", "CAllocator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + counts, swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Workbooks"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"], swiftSettings: strict),
    .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks"], swiftSettings: strict),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Evaluation", "Figures"], swiftSettings: strict),
    .testTarget(
      name: "FormsTests",
      dependencies: ["Forms", "Evaluation", "Workbooks", "Figures", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PageTests",
      dependencies: ["Page", "PageOptions", "Forms", "Evaluation", "Workbooks", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SamplesTests", dependencies: ["scorebook", "Workbooks", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: ["scorebook", "Forms", "Evaluation", "TestSupport"] + counts,
      swiftSettings: strict),
    .testTarget(
      name: "RepositoryTests",
      dependencies: ["Evaluation", "Forms", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
  ]
)

// The fuzz targets are linked with libFuzzer's main where scripts/fuzz.sh builds them, and are
// tests over their corpus everywhere else.
let fuzzed: [Target.Dependency] = ["Forms", "Evaluation", "Workbooks", "Figures", "CDeflate"]
if Context.environment["SCOREBOOK_FUZZING"] == nil {
  package.targets.append(
    .testTarget(
      name: "FuzzingTests", dependencies: fuzzed, path: "Fuzzing",
      exclude: ["Driver", "corpus", "dictionaries", "make_seeds.py"],
      sources: ["Targets", "Tests"],
      swiftSettings: strict))
} else {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: fuzzed, path: "Fuzzing",
      exclude: ["Tests", "corpus", "dictionaries", "make_seeds.py"],
      sources: ["Targets", "Driver"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

// Which ways returns take through the code, as scripts/profile.sh recorded them: optimised builds
// lay it out by them, and functions that call each other side by side. A function that has changed
// since is compiled, and placed, as if nothing were known of it.
#if compiler(>=6.3)
  let recorded = ["Figures", "Workbooks", "Evaluation", "Forms", "scorebook"]
  let profile = "\(Context.packageDirectory)/Profile"
  let building = Context.environment
  if building["SCOREBOOK_FUZZING"] == nil, building["SCOREBOOK_PROFILING"] == nil {
    for target in package.targets where recorded.contains(target.name) {
      target.swiftSettings?.append(
        .unsafeFlags(
          ["-ir-profile-use=\(profile)/scorebook.profdata", "-function-sections"].flatMap {
            ["-Xfrontend", $0]
          }, .when(configuration: .release)))
    }
    for target in package.targets where target.name == "scorebook" {
      target.linkerSettings = [
        .unsafeFlags(
          ["-use-ld=lld"]
            + ["call-graph-ordering-file=\(profile)/calls.txt", "no-warn-symbol-ordering"].flatMap {
              ["-Xlinker", "--\($0)"]
            }, .when(platforms: [.linux], configuration: .release))
      ]
    }
  }
#endif
