import Foundation
import Testing

/// What packages are made of: versions, the unit, and the one list of installed files.
@Suite struct PackagingTests {
  private static let unit = "packaging/scorebook.service"

  private static func first(_ pattern: Regex<(Substring, Substring)>, in file: String) throws
    -> String
  {
    String(try #require(Repository.text(file).firstMatch(of: pattern), "\(file)").output.1)
  }

  /// The values of a key of the unit, in order.
  private static func values(_ key: String) throws -> [String] {
    try Repository.text(unit).split(separator: "\n").filter { $0.hasPrefix("\(key)=") }
      .map { String($0.dropFirst(key.count + 1)) }
  }

  @Test func packageCommandAndChangelogAreOfOneVersion() throws {
    let command = try Self.first(
      /static let command = "(\d+\.\d+\.\d+)"/, in: "Sources/scorebook/VersionText.swift")
    #expect(
      try Self.first(#/^scorebook \((.+)-\d+\) /#, in: "packaging/debian/changelog") == command)
    #expect(try Self.first(#/\n## \[([^\]]+)\]/#, in: "CHANGELOG.md") == command)
  }

  @Test func everythingInstalledComesFromOneList() throws {
    for file in ["Makefile", "scripts/deb.sh", "scripts/dist.sh"] {
      #expect(try Repository.text(file).contains("scripts/stage.sh "), "\(file)")
    }
    let list = try Repository.text("scripts/stage.sh")
    let makefile = try Repository.text("Makefile")
    for variable in ["RELEASE", "SERVER"] {
      let program = try #require(
        makefile.firstMatch(of: try Regex("(?m)^\(variable) := (\\S+)$"))?.output[1].substring)
      #expect(list.contains(program))
    }
    for file in Repository.files(under: "packaging/", ending: "")
    where file.split(separator: "/").count == 2 && !file.hasSuffix(".md") {
      #expect(list.contains(file), "\(file) is not installed")
    }
  }

  @Test func theUnitRunsTheInstalledServerWithOptionsThatItHas() throws {
    let words = try #require(Self.values("ExecStart").first).split(separator: " ")
    #expect(words.first == "@BIN@/scorebook-serve")
    let server = try Repository.files(under: "Sources/PageOptions/", ending: ".swift")
      .map(Repository.text).joined()
    let settings = try Repository.text("packaging/scorebook.default")
    let options = settings.matches(of: /--[a-z-]+/).map { String($0.output) }
    for option in words.filter({ $0.hasPrefix("--") }).map(String.init) + options {
      let name = option.dropFirst(2)
      #expect(server.contains("var \(name)") || server.contains("customLong(\"\(name)\")"))
    }
    let text = try Repository.text(Self.unit) + settings
    let open = Set(text.matches(of: /@[A-Z]+@/).map { String($0.output) })
    #expect(open == ["@BIN@", "@ETC@"])
  }

  @Test func theServiceIsOfThisMachineAloneUnlessSettingsSayOtherwise() throws {
    let standard = try #require(Self.values("Environment").first)
    #expect(standard == "ADDRESS=127.0.0.1 PORT=8320 OPTIONS=")
    #expect(try Self.values("EnvironmentFile") == ["-@ETC@/default/scorebook"])
    let settings = try Repository.text("packaging/scorebook.default").split(separator: "\n")
    #expect(settings.allSatisfy { $0.hasPrefix("#") })
    for setting in ["#ADDRESS=127.0.0.1", "#PORT=8320"] {
      #expect(settings.contains { $0 == setting })
    }
    // The folder of a unit's credentials, systemd.exec(5).
    #expect(settings.contains { $0.contains("/run/credentials/scorebook.service/password") })
    #expect(try Self.values("LoadCredential") == ["password:@ETC@/scorebook/password"])
    let conffiles = try Repository.text("packaging/debian/conffiles")
    #expect(conffiles == "/etc/default/scorebook\n")
  }

  @Test(arguments: [
    ("DynamicUser", "yes"), ("StateDirectory", "scorebook"), ("NoNewPrivileges", "yes"),
    ("ProtectSystem", "strict"), ("ProtectHome", "yes"), ("PrivateDevices", "yes"),
    ("CapabilityBoundingSet", ""), ("MemoryDenyWriteExecute", "yes"),
    ("RestrictAddressFamilies", "AF_INET AF_INET6"),
  ])
  func theServiceMayDoNoMoreThanItNeeds(_ key: String, _ value: String) throws {
    #expect(try Self.values(key) == [value])
  }

  @Test func installationEnablesNothing() throws {
    let script = try Repository.text("packaging/debian/postinst")
    #expect(script.contains("was-enabled scorebook.service; then"))
    #expect(!script.contains("systemctl enable") && !script.contains("invoke start"))
  }

  @Test(
    arguments: Repository.files.filter { file in
      file.hasSuffix(".sh") || file.hasPrefix("packaging/debian/p")
    })
  func aScriptCanBeRead(_ file: String) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-n", Repository.root.appending(path: file).path]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
  }
}
