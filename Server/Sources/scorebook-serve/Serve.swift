internal import ArgumentParser
internal import Evaluation
internal import Forms
internal import Glibc
internal import Page
internal import PageOptions

/// The page's server: it reads options and environment, says where the page is, and exits.
@main
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorebook serve",
    abstract: "本机网页：发表、收表与审核、退回与汇总。A local page: hand out, review, send back.")

  @OptionGroup var options: PageOptions

  func run() async throws {
    setenv("TZ", "UTC0", 1)
    signal(SIGPIPE, SIG_IGN)
    do {
      let data = try DataFolder(dataPath, limits: limits, password: password())
      // A kill must leave nothing outside of the data.
      setenv("TMPDIR", data.passing, 1)
      let desk = try Desk(
        data: data, shelf: SchemeShelf(ShippedSchemes(beside: ProgramPath.path)), limits: limits,
        isLocal: options.isLoopback)
      try await PageServer(desk, address: options.address, port: options.port).run()
    } catch let error as PageError {
      Self.complain(error.text)
      throw ExitCode(2)
    }
  }

  private var limits: PageLimits {
    var limits = PageLimits()
    limits.uploadBytes = options.uploadMegabytes << 20
    limits.roundBytes = options.roundMegabytes << 20
    limits.roundFiles = options.files
    return limits
  }

  private var dataPath: String {
    if let data = options.data { return data }
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let base = variable("XDG_DATA_HOME") ?? variable("HOME").map { $0 + "/.local/share" } ?? "."
    return base + "/scorebook"
  }

  /// The password; a short one could be guessed.
  private func password() throws -> String? {
    guard let passwordFile = options.passwordFile else { return nil }
    guard let password = FirstLine.read(passwordFile) else {
      throw PageError(
        .missing, "不能读取口令文件 \(passwordFile)", "the password file \(passwordFile) cannot be read")
    }
    guard password.count >= 8 else {
      throw PageError(
        .unusable, "口令文件 \(passwordFile) 第一行少于8个字符；请写长一些",
        "the first line of \(passwordFile) has fewer than 8 characters; make it longer")
    }
    return password
  }

  /// Says what is wrong, in both languages: who starts a server may read either.
  static func complain(_ text: Bilingual) {
    say("\(text[.zh])\n\(text[.en])\n", to: STDERR_FILENO)
  }

  static func say(_ text: String, to descriptor: Int32) {
    _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}

/// The first line of a small file.
enum FirstLine {
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return nil }
    let bytes = buffer.prefix { $0 != 0 && $0 != 0x0A && $0 != 0x0D }
    return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
