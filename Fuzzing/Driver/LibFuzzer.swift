import Foundation

/// The target named by `FUZZ_TARGET`; the choice is made once.
private let chosen: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("FUZZ_TARGET has to be one of \(names)\n".utf8))
    exit(2)
  }
  return target
}()

private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's own entry (FuzzerDriver.cpp), which calls back with every input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Words>,
  _ testOneInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry of the executable, under the name that the package manager links as `main`.
@_cdecl("Fuzzing_main")
public func start(_ count: CInt, _ arguments: UnsafeMutableRawPointer) -> CInt {
  var count = count
  var words = arguments.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
  return runDriver(&count, &words) { start, count in
    chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
}
