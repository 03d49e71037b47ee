import ArgumentParser
import PageOptions
import Testing

/// The options of the page, and how `scorebook serve` hands them on.
@Suite struct PageOptionTests {
  @Test func anAddressOfOtherMachinesNeedsAPassword() {
    #expect(throws: (any Error).self) { try PageOptions.parse(["--address", "0.0.0.0"]) }
    #expect(throws: Never.self) {
      try PageOptions.parse(["--address", "0.0.0.0", "--password-file", "p"])
    }
  }

  @Test(arguments: ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
  func thisMachineNeedsNone(address: String) throws {
    #expect(try PageOptions.parse(["--address", address]).isLoopback)
  }

  @Test(arguments: [
    "127.example.net", "127.0.0.1.example.net", "localhost.example.net", "10.0.0.1",
  ])
  func aNameThatMerelyBeginsLikeThisMachineIsAnothers(address: String) {
    #expect(!Loopback.contains(address) && !Loopback.contains(authority: "\(address):8320"))
    #expect(throws: (any Error).self) { try PageOptions.parse(["--address", address]) }
  }

  @Test(arguments: ["127.0.0.1:8320", "localhost", "[::1]:1", "127.9.9.9"])
  func aRequestNamesThisMachine(authority: String) {
    #expect(Loopback.contains(authority: authority))
  }

  @Test(arguments: [["--port", "0"], ["--port", "65536"], ["--max-files", "0"]])
  func whatIsOutOfRangeIsRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try PageOptions.parse(arguments) }
  }

  @Test func whatIsHandedOnIsWhatWasGiven() throws {
    let given = [
      "--data", "-夹", "--address", "::1", "--port", "99", "--password-file", "口 令",
      "--max-upload-mb", "3", "--max-round-mb", "4", "--max-files", "5",
    ]
    let given2 = ["--data=-夹"] + given.dropFirst(2)
    let options = try PageOptions.parse(Array(given2))
    let again = try PageOptions.parse(options.arguments)
    #expect(again.data == "-夹" && again.address == "::1" && again.port == 99)
    #expect(again.passwordFile == "口 令")
    #expect([again.uploadMegabytes, again.roundMegabytes, again.files] == [3, 4, 5])
    #expect(try PageOptions.parse([]).arguments.count == 5)
  }
}
