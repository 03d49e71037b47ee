import Foundation
import Page
import TestSupport
import Testing

/// The files of the page are all in the program, and none needs another machine.
@Suite struct PageFileTests {
  private static let folder = Command.repository.appending(path: "Sources/Page/Site")

  @Test func everyFileIsServed() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(PageFile.names == names.sorted())
    for name in names {
      let bytes = try Data(contentsOf: Self.folder.appending(path: name))
      #expect(PageFile(named: name)?.bytes == Array(bytes))
    }
    #expect(PageFile(named: "../PageFile.swift") == nil)
  }

  @Test(arguments: PageFile.names)
  func noFileNamesAnotherMachine(name: String) throws {
    let file = try #require(PageFile(named: name))
    let text = String(decoding: file.bytes, as: UTF8.self)
      .replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!text.contains("://") && !text.contains("src=\"//") && !text.contains("url("))
  }

  @Test func bothLanguagesHaveTheSameWords() throws {
    func keys(_ name: String) throws -> Set<Substring> {
      let text = String(decoding: try #require(PageFile(named: name)).bytes, as: UTF8.self)
      return Set(text.matches(of: /(\w+): "/).map(\.output.1))
    }
    #expect(try keys("chinese.js") == keys("english.js"))
    #expect(try keys("chinese.js").count > 100)
  }
}
