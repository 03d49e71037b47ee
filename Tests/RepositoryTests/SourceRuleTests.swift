import Foundation
import Testing

@Suite struct SourceRuleTests {
  static let sources = Repository.files(under: "Sources/", ending: ".swift")

  @Test func thereAreSources() {
    #expect(Self.sources.count > 100)
  }

  @Test(arguments: sources)
  func aSourceFileHasFewerThan400Lines(_ file: String) throws {
    let lines = try Repository.text(file).utf8.count { $0 == UInt8(ascii: "\n") }
    #expect(lines < 400, "\(file) has \(lines) lines; part it by what its halves are about")
  }

  @Test(arguments: sources)
  func noSourceForcesAnything(_ file: String) throws {
    let lines = SwiftCode(try Repository.text(file)).forcedLines
    #expect(lines.isEmpty, "\(file): lines \(lines); throw a typed error instead")
  }

  @Test(arguments: [
    "let a = b!", "let a = try! b()", "let a = b as! C", "var a: C!", "fatalError()",
    "a()!.b", "a[0]! + 1", #"let a = "\(b!)""#, "let a = /* b */ c!", "x?.y!",
    ##"let a = #"\#(b!)"#"##, "let a = \"\"\"\n  b\n  \"\"\"\nc!",
  ])
  func forceIsSeen(_ code: String) {
    #expect(!SwiftCode(code).forcedLines.isEmpty)
  }

  @Test(arguments: [
    "if !a { }", "a != b", "// b!", "/* b! /* c! */ d! */", #"let a = "b!""#, "f(!a, !b)",
    #"let a = "\"b!""#, ##"let a = #"b! "c!" "#"##, "let a = \"\"\"\n  b!\n  \"\"\"",
    "#if !os(Linux)",
    #"let a = "\(f(")"))!""#,
  ])
  func whatOnlyLooksLikeForceIsNot(_ code: String) {
    #expect(SwiftCode(code).forcedLines.isEmpty)
  }

  @Test func aForcedLineIsNamedByItsNumber() {
    #expect(SwiftCode("let a = \"\"\"\n!\n\"\"\"\n/* \n */\nb!\n").forcedLines == [6])
  }
}
