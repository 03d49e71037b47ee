import Testing

@testable import Workbooks

@Suite("Walking over the tags of XML that was scanned")
struct XMLWalkerTests {
  /// The tags of a part as the scanner meets them, without the ends of those that close themselves.
  private func scanned(_ bytes: [UInt8]) throws -> [String] {
    var scanner = try XMLScanner(bytes, part: "part.xml")
    var tags: [String] = []
    while true {
      switch try scanner.next() {
      case .start:
        let name = String(decoding: bytes[scanner.name], as: UTF8.self)
        tags.append("\(name) \(scanner.token) \(scanner.local) \(scanner.isSelfClosing)")
      case .end where !scanner.token.isEmpty: tags.append("end \(scanner.token)")
      case .end, .text: break
      case .finished: return tags
      }
    }
  }

  private func walked(_ bytes: [UInt8]) -> [String] {
    var walker = XMLWalker()
    var tags: [String] = []
    while true {
      switch walker.next(bytes.span) {
      case .start:
        let name = String(decoding: bytes[walker.name], as: UTF8.self)
        tags.append("\(name) \(walker.token) \(walker.local) \(walker.isSelfClosing)")
      case .end: tags.append("end \(walker.token)")
      case .finished: return tags
      }
    }
  }

  @Test(
    "it meets the tags that the scanner meets",
    arguments: [
      "<a/>", "<a></a>", "<a ></a >", "<a b=\"1\" c='2'/>",
      "<?xml version=\"1.0\"?>\n<x:a xmlns:x=\"u\"><x:b/>text<x:c>d</x:c></x:a>\n",
      "<a b=\"x>y\" c='\"/>'><d e='>'/></a>",
      "<a><!-- <b> </a> -- --><![CDATA[<c></a>]]]]><d/><?p <e>?></a>".replacing(" -- ", with: " - "),
      "\u{FEFF}<a><b><c/></b></a>", "<a\n\tb = \"1\"\n/>", "<自评><行 号=\"一\"/></自评>",
    ])
  func sameTags(_ xml: String) throws {
    let bytes = Array(xml.utf8)
    #expect(try walked(bytes) == scanned(bytes))
  }

  @Test("what is cut off anywhere ends the walk")
  func cutOff() {
    let whole = Array("<a b=\"1\"><!-- c --><d e='2'/><![CDATA[x]]><?p q?></a>".utf8)
    for count in 0..<whole.count {
      #expect(walked(Array(whole.prefix(count))).count <= walked(whole).count)
    }
  }

  @Test("attributes have the places that the scanner gives them")
  func attributes() throws {
    let bytes = Array("<a  b=\"1\" x:c = '&lt;2'\n d=\"\" />".utf8)
    var scanner = try XMLScanner(bytes, part: "part.xml")
    _ = try scanner.next()
    var walker = AttributeWalker(from: scanner.name.upperBound, tagEnd: scanner.token.upperBound)
    var found: [XMLScanner.Attribute] = []
    while let attribute = walker.next(bytes.span) { found.append(attribute) }
    #expect(found.map(\.name) == scanner.attributes.map(\.name))
    #expect(found.map(\.value) == scanner.attributes.map(\.value))
    #expect(found.map(\.local) == scanner.attributes.map(\.local))
    #expect(found.map(\.isPlain) == scanner.attributes.map(\.isPlain))
  }
}
