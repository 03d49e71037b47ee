/// An output could not be written. Nothing half-written stays behind.
public struct OutputError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Step: String, Hashable, Sendable {
    /// Making the folder the output belongs in.
    case makeFolder = "make the folder"
    /// Making the file.
    case create = "create"
    /// Writing its content.
    case write = "write"
    /// Putting it in its place.
    case replace = "put into place"
    /// Reading an input, for want of what the system gives (descriptors, memory).
    case open = "open"
    /// Reading back what was set aside.
    case read = "read back"
  }

  /// What was being done.
  public let step: Step
  /// The path it was done to.
  public let path: String
  /// The system's error number; 0 where the path itself is not acceptable.
  public let code: Int32
  /// The reason, in the system's words.
  public let reason: String

  /// An error; the reason follows from the number where none is given.
  public init(_ step: Step, _ path: String, code: Int32, reason: String? = nil) {
    self.step = step
    self.path = path
    self.code = code
    self.reason = reason ?? SystemError.text(code)
  }
}

extension OutputError: CustomStringConvertible {
  /// One sentence that names path and reason, and what to do.
  public var description: String {
    "cannot \(step.rawValue) \(path): \(reason); \(SystemError.nextStep(code))"
  }
}
