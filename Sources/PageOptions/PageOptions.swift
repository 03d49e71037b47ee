public import ArgumentParser

/// The options of the page: read by `scorebook serve`, which hands them on, and by its server.
public struct PageOptions: ParsableArguments {
  /// The folder of the page's data; `nil` for the usual one.
  @Option(
    help: ArgumentHelp(
      """
      网页数据的文件夹（默认 ~/.local/share/scorebook）。The folder of the page's data (default: \
      ~/.local/share/scorebook).
      """, valueName: "DIR"), completion: .directory)
  public var data: String?

  /// The address to listen at.
  @Option(
    help: ArgumentHelp(
      "监听的地址；本机以外的地址须有口令。The address to listen at; others than this machine's need a password.",
      valueName: "ADDRESS"))
  public var address = "127.0.0.1"

  /// The port to listen at, 1 to 65535.
  @Option(help: ArgumentHelp("监听的端口。The port to listen at.", valueName: "PORT"))
  public var port = 8320

  /// The file whose first line is the password; `nil` for none.
  @Option(
    name: .customLong("password-file"),
    help: ArgumentHelp(
      "口令所在的文件，取第一行。A file with the password in its first line.", valueName: "FILE"),
    completion: .file())
  public var passwordFile: String?

  /// The most that one uploaded file may have, in MB (2^20 bytes).
  @Option(
    name: .customLong("max-upload-mb"),
    help: ArgumentHelp(
      "一个上传文件的上限，以MB计。The most that one uploaded file may have, in MB.", valueName: "MB"))
  public var uploadMegabytes = 1024

  /// The most that the files of one round may have, in MB (2^20 bytes).
  @Option(
    name: .customLong("max-round-mb"),
    help: ArgumentHelp(
      "一个批次全部文件的上限，以MB计。The most that the files of one round may have, in MB.",
      valueName: "MB"))
  public var roundMegabytes = 4096

  /// The most files of one round.
  @Option(
    name: .customLong("max-files"),
    help: ArgumentHelp("一个批次的文件数上限。The most files of one round.", valueName: "FILES"))
  public var files = 50_000

  /// The options, none given.
  public init() {}

  /// - Throws: `ValidationError` for a port or limit out of range, and for an address that other
  ///   machines reach without a password.
  public func validate() throws {
    guard (1...65535).contains(port) else {
      throw ValidationError("--port \(port)：应为1到65535。It must be from 1 to 65535.")
    }
    guard [uploadMegabytes, roundMegabytes, files].allSatisfy({ (1...1_000_000).contains($0) })
    else {
      throw ValidationError(
        "--max-upload-mb、--max-round-mb、--max-files应为1到1000000。They must be from 1 to 1000000.")
    }
    guard isLoopback || passwordFile != nil else {
      throw ValidationError(
        """
        --address \(address)：别的电脑能打开网页，须用 --password-file 给出口令。Other machines can open the \
        page: give a password with --password-file.
        """)
    }
  }

  /// Whether only this machine reaches the address.
  public var isLoopback: Bool { Loopback.contains(address) }

  /// The options as arguments that are parsed to the same.
  public var arguments: [String] {
    [
      data.map { "--data=\($0)" }, "--address=\(address)", "--port=\(port)",
      passwordFile.map { "--password-file=\($0)" }, "--max-upload-mb=\(uploadMegabytes)",
      "--max-round-mb=\(roundMegabytes)", "--max-files=\(files)",
    ].compactMap(\.self)
  }
}
