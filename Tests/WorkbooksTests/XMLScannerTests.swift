import Testing

@testable import Workbooks

@Suite struct XMLScannerTests {
  @Test(arguments: documents)
  func eventsAreThoseOfAnIndependentParser(_ xml: String, _ events: [String]) throws {
    #expect(try scanned(Array(xml.utf8)) == events)
  }

  @Test(arguments: documents)
  func aDocumentCutWithinItsRootIsRefusedAndNeverCrashes(
    _ xml: String, _ events: [String]
  ) throws {
    let bytes = Array(xml.utf8)
    for length in 0..<(try endOfRoot(bytes)) {
      #expect(throws: WorkbookError.self) { try scanned(Array(bytes.prefix(length))) }
    }
  }

  @Test(arguments: documents)
  func aDocumentWithAnyByteChangedNeverCrashes(_ xml: String, _ events: [String]) {
    let bytes = Array(xml.utf8)
    for at in bytes.indices {
      for byte in [0x00, 0x22, 0x26, 0x2F, 0x3A, 0x3C, 0x3E, 0x5D, 0xFF] as [UInt8] {
        var changed = bytes
        changed[at] = byte
        _ = try? scanned(changed)
      }
    }
  }

  @Test(arguments: [
    "<a", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a b='1'c='2'/>", "<a b/>",
    "<a b='<'/>", "<a>&nope;</a>", "<a>&#0;</a>", "<a>&#x110000;</a>", "<a>& </a>", "x<a/>",
    "<a/>x", "<a><!-- -- --></a>", "<a><!ELEMENT a></a>", "<a>\u{1}</a>", "<1/>", "< a/>",
    "<a><?xml version='1.0'?></a>", "</a>", "", " ", "<?xml version='1.0' encoding='GBK'?><a/>",
    "<a:/>", "<:a/>", "<a:b:c/>", "<a><b></a></b>",
  ])
  func xmlThatIsNotWellFormedIsRefused(_ document: String) {
    #expect(throws: WorkbookError.self) { try scanned(Array(document.utf8)) }
  }

  @Test func aDocumentTypeIsRefusedByName() {
    let document = "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"
    #expect(throws: WorkbookError.documentType(part: "test")) {
      try scanned(Array(document.utf8))
    }
  }

  @Test func nestingBeyondTheLimitIsRefusedByName() {
    let document = Array(String(repeating: "<a>", count: 300).utf8)
    #expect(throws: WorkbookError.beyondLimit(.nesting, found: 257, allowed: 256, part: "test")) {
      try scanned(document)
    }
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsTranscoded(littleFirst: Bool, withMark: Bool) throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><表 值='一'>𠀀</表>"
    let units = (withMark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit in
      littleFirst
        ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try scanned(bytes) == ["<表 值=一", "𠀀", ">表"])
  }

  @Test func rangesNameTheBytesOfTagsNamesAndValues() throws {
    let document = "<x:row  r=\"7\" x:s='a&amp;b' />"
    var scanner = try XMLScanner(Array(document.utf8), part: "test")
    #expect(try scanner.next() == .start)
    #expect(text(scanner.token, document) == document)
    #expect(text(scanner.name, document) == "x:row")
    #expect(scanner.isLocal("row") && scanner.isSelfClosing)
    #expect(scanner.attributes.map { text($0.name, document) } == ["r", "x:s"])
    #expect(scanner.attributes.map { text($0.value, document) } == ["7", "a&amp;b"])
    #expect(scanner.attributes.map { scanner.string($0) } == ["7", "a&b"])
    #expect(try scanner.next() == .end)
    #expect(scanner.token.isEmpty && scanner.depth == 0)
  }

  @Test func namespacesFollowTheirScopesAndStrictIsAsTransitional() throws {
    let document = """
      <x:a xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><b/><b xmlns="\
      http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c xmlns=""/><c/></b><x:b/></x:a>
      """
    var scanner = try XMLScanner(Array(document.utf8), part: "test")
    var seen: [XMLNamespace] = []
    while true {
      let event = try scanner.next()
      if event == .start { seen.append(scanner.namespace) }
      if event == .finished { break }
    }
    #expect(seen == [.spreadsheet, .none, .spreadsheet, .none, .spreadsheet, .spreadsheet])
  }
}

private func text(_ range: Range<Int>, _ document: String) -> String {
  String(decoding: Array(document.utf8)[range], as: UTF8.self)
}

private func endOfRoot(_ bytes: [UInt8]) throws -> Int {
  var scanner = try XMLScanner(bytes, part: "test")
  repeat { _ = try scanner.next() } while scanner.depth > 0
  return scanner.position
}

/// `<name a=b`, text joined, `>name`: what both parsers are compared in.
private func scanned(_ bytes: [UInt8]) throws -> [String] {
  var scanner = try XMLScanner(bytes, part: "test")
  var events: [String] = []
  var text = ""
  func flush() {
    if !text.isEmpty { events.append(text) }
    text = ""
  }
  while true {
    switch try scanner.next() {
    case .start:
      flush()
      let name = String(decoding: scanner.bytes[scanner.name], as: UTF8.self)
      let attributes = scanner.attributes.map {
        String(decoding: scanner.bytes[$0.name], as: UTF8.self) + "=" + scanner.string($0)
      }
      events.append((["<" + name] + attributes.sorted()).joined(separator: " "))
    case .end:
      flush()
      events.append(">" + String(decoding: scanner.bytes[scanner.name], as: UTF8.self))
    case .text: text += XMLText.decoded(scanner.bytes, scanner.token)
    case .finished: return events
    }
  }
}

/// What libexpat 2.5 reports of each, recorded.
private let documents: [(xml: String, events: [String])] = [
  (
    "<a/>",
    ["<a", ">a"]
  ),
  (
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a b='1' c=\"2\">t</a>\n",
    ["<a b=1 c=2", "t", ">a"]
  ),
  (
    "<x:a xmlns:x='u'><x:b x:c='d'>1</x:b></x:a>",
    ["<x:a xmlns:x=u", "<x:b x:c=d", "1", ">x:b", ">x:a"]
  ),
  (
    "<c r=\"A1\" s=\"1\"><v>1<!-- two -->3</v></c>",
    ["<c r=A1 s=1", "<v", "13", ">v", ">c"]
  ),
  (
    "<t xml:space=\"preserve\"> a &lt;&gt;&amp;&quot;&apos; b </t>",
    ["<t xml:space=preserve", " a <>&\"' b ", ">t"]
  ),
  (
    "<t>&#65;&#x42;&#x1F600;中文</t>",
    ["<t", "AB😀中文", ">t"]
  ),
  (
    "<t><![CDATA[<a>&amp;]]]]><![CDATA[>]]></t>",
    ["<t", "<a>&amp;]]>", ">t"]
  ),
  (
    "<a><?pi some?>x<b></b  ><c\n d='e' /></a><!-- tail --><?pi?>",
    ["<a", "x", "<b", ">b", "<c d=e", ">c", ">a"]
  ),
  (
    "<a b='x&#10;y' c='p\tq'>line\r\nline\rline</a>",
    ["<a b=x\ny c=p q", "line\nline\nline", ">a"]
  ),
  (
    "<表格 列=\"值\"><行>一</行></表格>",
    ["<表格 列=值", "<行", "一", ">行", ">表格"]
  ),
  (
    "<a><![CDATA[x\r\ny]]>&#13;<!---->z</a>",
    ["<a", "x\ny\rz", ">a"]
  ),
  (
    "<a b='one\r\ntwo' c='&#x9;'/>",
    ["<a b=one two c=\t", ">a"]
  ),
]
