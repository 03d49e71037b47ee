import Foundation
import Glibc
import Testing

@testable import Forms

@Suite struct OutputFileTests {
  private let bytes = Array("内容".utf8)

  @Test func aFileAppearsWholeInFoldersThatAreMade() throws {
    try withFolder { folder in
      try OutputFile.write(bytes, to: "returned/局/表_批注.xlsx", below: folder + "/out")
      #expect(contents(folder + "/out/returned/局/表_批注.xlsx") == bytes)
      #expect(names(folder + "/out/returned/局") == ["表_批注.xlsx"])
    }
  }

  @Test func aFileThatIsThereIsReplaced() throws {
    try withFolder { folder in
      try OutputFile.write([1, 2, 3], to: folder + "/a")
      try OutputFile.write(bytes, to: folder + "/a")
      #expect(contents(folder + "/a") == bytes)
    }
  }

  @Test func aFileThatIsNotFinishedNeverAppears() throws {
    try withFolder { folder in
      do {
        let file = try OutputFile("a", below: folder)
        try file.write(bytes)
        #expect(names(folder) != ["a"])
      }
      #expect(names(folder) == [])
    }
  }

  @Test func theOldFileStaysWhereTheNewOneFails() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/a/b", withIntermediateDirectories: true)
      let error = #expect(throws: OutputError.self) {
        try OutputFile.write(bytes, to: folder + "/a")
      }
      #expect(error?.step == .replace)
      #expect(error?.path == folder + "/a")
      #expect(error?.description.contains("directory") == true)
      #expect(names(folder) == ["a"])
    }
  }

  @Test func aFileWhereAFolderIsDueIsNamed() throws {
    try withFolder { folder in
      try OutputFile.write(bytes, to: "returned", below: folder)
      let error = #expect(throws: OutputError.self) {
        try OutputFile.write(bytes, to: "returned/a", below: folder)
      }
      #expect(error == OutputError(.makeFolder, folder + "/returned", code: EEXIST))
    }
  }

  @Test func noLinkLeadsOutOfTheFolder() throws {
    try withFolder { folder in
      let (inside, outside) = (folder + "/in", folder + "/out")
      try OutputFile.write(bytes, to: outside + "/kept")
      try OutputFile.write(bytes, to: inside + "/x")
      try FileManager.default.createSymbolicLink(
        atPath: inside + "/returned", withDestinationPath: outside)
      let error = #expect(throws: OutputError.self) {
        try OutputFile.write([1], to: "returned/kept", below: inside)
      }
      #expect(error?.code == ELOOP)
      #expect(contents(outside + "/kept") == bytes)
    }
  }

  @Test func aLinkInTheFilesPlaceIsReplacedNotFollowed() throws {
    try withFolder { folder in
      try OutputFile.write(bytes, to: folder + "/kept")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/a", withDestinationPath: folder + "/kept")
      try OutputFile.write([1], to: "a", below: folder)
      #expect(contents(folder + "/kept") == bytes)
      #expect(contents(folder + "/a") == [1])
    }
  }

  @Test(arguments: ["", "../a", "a/../b", "/a", "a//b", "./a", "a/", "a\u{0}b"])
  func onlyPlainPathsBelowTheFolderAreTaken(path: String) throws {
    try withFolder { folder in
      #expect(throws: OutputError.self) { try OutputFile.write(bytes, to: path, below: folder) }
      #expect(names(folder) == [])
    }
  }

  @Test func aNameThatIsTooLongIsAnError() throws {
    try withFolder { folder in
      let name = String(repeating: "名", count: 90)
      let error = #expect(throws: OutputError.self) {
        try OutputFile.write(bytes, to: name, below: folder)
      }
      #expect(error?.code == ENAMETOOLONG)
      #expect(names(folder) == [])
    }
  }

  @Test func theLongestNameFits() throws {
    try withFolder { folder in
      let name = String(repeating: "名", count: 85)
      try OutputFile.write(bytes, to: name, below: folder)
      #expect(names(folder) == [name])
    }
  }

  @Test func aFullDiskIsAnErrorWithAdvice() throws {
    let descriptor = FileDescriptor(open("/dev/full", O_WRONLY))
    // Small pieces are written when the file is finished.
    let error = #expect(throws: OutputError.self) {
      try descriptor.write(bytes, path: "out/a")
      try descriptor.finish("out/a")
    }
    #expect(
      error?.description
        == "cannot write out/a: No space left on device; free some space, or choose an output "
        + "folder on another disk")
  }

  @Test func filesOfOneFolderGrowSideBySide() throws {
    try withFolder { folder in
      let one = try OutputFile("one", below: folder)
      let two = try OutputFile("two", below: folder)
      try two.write([2])
      try one.write([1])
      try one.finish()
      try two.finish()
      #expect(contents(folder + "/one") == [1])
      #expect(contents(folder + "/two") == [2])
    }
  }

  private func contents(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  private func names(_ folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
