internal import ArgumentParser
internal import Evaluation

/// From which severity on findings make the command fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
  case never

  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .never: nil
    }
  }
}
