// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The page behind an HTTP server: built apart, so that the command is built without one.
let package = Package(
  name: "scorebook-serve",
  products: [.executable(name: "scorebook-serve", targets: ["scorebook-serve"])],
  dependencies: [
    .package(name: "scorebook", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "scorebook-serve",
      dependencies: [
        .product(name: "Page", package: "scorebook"),
        .product(name: "PageOptions", package: "scorebook"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ], swiftSettings: strict)
  ]
)
