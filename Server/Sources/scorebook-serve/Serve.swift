internal import ArgumentParser
internal import Evaluation
internal import Forms
internal import Glibc
internal import Page

/// The page's server: it reads options and environment, says where the page is, and exits.
@main
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorebook serve",
    abstract: "本机网页：发表、收表与审核、退回与汇总。A local page: hand out, review, send back.")

  @Option(
    help: ArgumentHelp(
      """
      网页数据的文件夹（默认 ~/.local/share/scorebook）。The folder of the page's data (default: \
      ~/.local/share/scorebook).
      """, valueName: "DIR"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "监听的地址；本机以外的地址须有口令。The address to listen at; others than this machine's need a password.",
      valueName: "ADDRESS"))
  var address = "127.0.0.1"

  @Option(help: ArgumentHelp("监听的端口。The port to listen at.", valueName: "N"))
  var port = 8320

  @Option(
    name: .customLong("password-file"),
    help: ArgumentHelp(
      "口令所在的文件，取第一行。A file with the password in its first line.", valueName: "FILE"))
  var passwordFile: String?

  @Option(
    name: .customLong("max-upload-mb"),
    help: ArgumentHelp(
      "一个上传文件的上限，以MB计（默认1024）。The most that one uploaded file may have, in MB.",
      valueName: "N"))
  var uploadMegabytes = 1024

  @Option(
    name: .customLong("max-round-mb"),
    help: ArgumentHelp(
      "一个批次全部文件的上限，以MB计（默认4096）。The most that the files of one round may have, in MB.",
      valueName: "N"))
  var roundMegabytes = 4096

  @Option(
    name: .customLong("max-files"),
    help: ArgumentHelp("一个批次的文件数上限。The most files of one round.", valueName: "N"))
  var files = 50_000

  mutating func validate() throws {
    guard (1...65535).contains(port) else {
      throw ValidationError("--port \(port)：应为1到65535。It must be from 1 to 65535.")
    }
    guard [uploadMegabytes, roundMegabytes, files].allSatisfy({ (1...1_000_000).contains($0) })
    else {
      throw ValidationError("上限应为1到1000000。Limits must be from 1 to 1000000.")
    }
    guard isLoopback || passwordFile != nil else {
      throw ValidationError(
        """
        --address \(address)：别的电脑能打开网页，须用 --password-file 给出口令。Other machines can open \
        the page: give a password with --password-file.
        """)
    }
  }

  func run() async throws {
    setenv("TZ", "UTC0", 1)
    signal(SIGPIPE, SIG_IGN)
    do {
      let data = try DataFolder(dataPath, limits: limits, password: password())
      // A kill must leave nothing outside of the data.
      setenv("TMPDIR", data.passing, 1)
      let desk = try Desk(
        data: data, shelf: SchemeShelf(ShippedSchemes(beside: Self.executable)), limits: limits,
        isLocal: isLoopback)
      try await PageServer(desk, address: address, port: port).run()
    } catch let error as PageError {
      Self.complain(error.text)
      throw ExitCode(2)
    }
  }

  private var isLoopback: Bool { Loopback.contains(address) }

  private var limits: PageLimits {
    var limits = PageLimits()
    limits.uploadBytes = uploadMegabytes << 20
    limits.roundBytes = roundMegabytes << 20
    limits.roundFiles = files
    return limits
  }

  private var dataPath: String {
    if let data { return data }
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let base = variable("XDG_DATA_HOME") ?? variable("HOME").map { $0 + "/.local/share" } ?? "."
    return base + "/scorebook"
  }

  /// The password; a short one could be guessed.
  private func password() throws -> String? {
    guard let passwordFile else { return nil }
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

  private static var executable: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return count > 0 ? String(decoding: bytes, as: UTF8.self) : nil
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
