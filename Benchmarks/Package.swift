// swift-tools-version: 6.2
import PackageDescription

// What `make bench` measures beside the command: built apart, so that the main package stays free
// of it.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "scorebook", path: "..")],
  targets: [
    .executableTarget(
      name: "read-cells", dependencies: [.product(name: "Workbooks", package: "scorebook")]),
    .executableTarget(name: "watch", cSettings: [.unsafeFlags(["-O2"])]),
    .executableTarget(
      name: "floor", cSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary("deflate")]),
    .executableTarget(
      name: "blank-loop", cSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary("xlsxwriter")]),
  ]
)
