internal import ArgumentParser
internal import Evaluation
internal import Glibc

/// The processors this process may use.
enum Processors {
  static var available: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Refuses a number of `--jobs` that is none.
  static func validate(jobs: Int?) throws {
    guard let jobs, !(1...1024).contains(jobs) else { return }
    throw ValidationError(
      Language.ofCommandLine(
        "--jobs \(jobs)：请给出1到1024的数", "--jobs \(jobs): give a number from 1 to 1024"))
  }
}
