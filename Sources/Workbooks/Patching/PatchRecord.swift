/// The record of an annotation as custom properties hold it: fields parted by `;`, each a letter,
/// `=` and values parted by `,`.
struct PatchRecord: Hashable, Sendable {
  /// What was added to one sheet.
  struct Area: Hashable, Sendable {
    let sheet: String
    let cells: CellRange
    let kept: [CellReference]
    let lastPrinted: Int?
    /// The first and the last text that was added.
    var witnesses: [Witness] = []
  }

  var areas: [Area] = []
  var firstSheet: String?
  /// The first text of that sheet.
  var firstText: Witness?
  /// What our notes say.
  var notes: [TextMark] = []
  var author = WorkbookPatch.standardAuthor
  /// Defined names and properties that were added beside.
  var names: [String] = []
  var properties: [String] = []
  /// `activeTab` and `firstSheet` of the first window before.
  var activeTab: Int?
  var firstTab: Int?

  /// The property; further ones carry `.2`, `.3`…, because Excel keeps 255 characters in each.
  static let property = "scorebook"
  static let namePrefix = "sb_added_"
  static let firstName = "sb_added_first"

  /// Of more notes than this none is recorded: a changed one is then not told from the others.
  private static let mostNotes = 1000

  /// The hidden name of the columns added to a sheet.
  static func areaName(_ index: Int) -> String { "\(namePrefix)\(index + 1)" }

  /// The record as properties.
  func written() -> [NewProperty] {
    Self.pieces(text).enumerated().map { index, piece in
      NewProperty(index == 0 ? Self.property : "\(Self.property).\(index + 1)", piece)
    }
  }

  private var text: String {
    var fields = ByteBuffer()
    fields.append(literal: "v=1;u=")
    fields.append(text: Self.escaped(author))
    if let firstSheet { fields.append(";f=", Self.escaped(firstSheet), "") }
    if let firstText {
      fields.append(literal: ";g=")
      fields.append(firstText)
    }
    if let activeTab { fields.append(";t=", String(activeTab), "") }
    if let firstTab { fields.append(";w=", String(firstTab), "") }
    for area in areas { Self.append(area, to: &fields) }
    if !notes.isEmpty, notes.count <= Self.mostNotes {
      fields.append(literal: ";m=")
      Self.append(notes, to: &fields) { $1.append($0) }
    }
    for name in names { fields.append(";n=", Self.escaped(name), "") }
    for property in properties { fields.append(";p=", Self.escaped(property), "") }
    return fields.text
  }

  private static func append(_ area: Area, to fields: inout ByteBuffer) {
    fields.append(";a=", escaped(area.sheet), ",")
    fields.append(range: area.cells)
    fields.append(",", area.lastPrinted.map(String.init) ?? "", ",")
    append(area.kept, to: &fields) { $1.append(place: $0) }
    fields.append(literal: ",")
    append(area.witnesses, to: &fields) { $1.append($0) }
  }

  /// Appends several things with blanks between them.
  private static func append<Item>(
    _ items: [Item], to fields: inout ByteBuffer, _ write: (Item, inout ByteBuffer) -> Void
  ) {
    for (index, item) in items.enumerated() {
      if index > 0 { fields.append(0x20) }
      write(item, &fields)
    }
  }

  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var start = text.startIndex
    var units = 0
    var last: Character?
    guard XMLText.isLonger(text, than: longestPiece) else { return [text] }
    for place in text.indices {
      let character = text[place]
      let size = character.utf16.count
      // White space at an end of a property does not outlive every program.
      if units + size > longestPiece, character != " ", last != " ", place > start {
        pieces.append(String(text[start..<place]))
        (start, units) = (place, 0)
      }
      units += size
      last = character
    }
    return pieces + [String(text[start...])]
  }

  /// The most UTF-16 units in one property, below Excel's 255.
  private static let longestPiece = 240

  /// The record among a workbook's custom properties; `nil` where there is none.
  static func read(from properties: [String: String]) -> PatchRecord? {
    guard var text = properties[property] else { return nil }
    var number = 2
    while let piece = properties["\(property).\(number)"] {
      text += piece
      number += 1
    }
    var record = PatchRecord()
    for field in text.split(separator: ";") {
      guard field.utf8.count > 2, field.dropFirst().first == "=" else { continue }
      record.take(field.first ?? " ", field.dropFirst(2))
    }
    return record
  }

  private mutating func take(_ kind: Character, _ value: Substring) {
    switch kind {
    case "u": author = Self.plain(value)
    case "f": firstSheet = Self.plain(value)
    case "g": firstText = Witness(written: value)
    case "m": notes = value.split(separator: " ").compactMap { TextMark(written: $0) }
    case "t": activeTab = Self.count(value)
    case "w": firstTab = Self.count(value)
    case "n": names.append(Self.plain(value))
    case "p": properties.append(Self.plain(value))
    case "a":
      let parts = value.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count >= 4, let cells = CellRange(parts[1]) else { return }
      areas.append(
        Area(
          sheet: Self.plain(parts[0]), cells: cells,
          kept: parts[3].split(separator: " ").compactMap { CellReference($0) },
          lastPrinted: Self.count(parts[2]),
          witnesses: parts.dropFirst(4).joined().split(separator: " ")
            .compactMap { Witness(written: $0) }))
    default: break
    }
  }

  /// A number of tabs or columns; anything else was not written here.
  private static func count(_ text: Substring) -> Int? {
    Int(text).flatMap { (0...CellReference.lastColumn).contains($0) ? $0 : nil }
  }

  private static let codes: [(Character, String)] = [
    ("%", "%25"), (";", "%3B"), (",", "%2C"), ("=", "%3D"),
  ]

  /// Whether a text has a character that is written as a code.
  private static func holdsCoded(_ text: Span<UInt8>) -> Bool {
    for at in text.indices {
      switch text[at] {
      case 0x25, 0x2C, 0x3B, 0x3D: return true
      default: continue
      }
    }
    return false
  }

  private static func escaped(_ text: String) -> String {
    guard holdsCoded(text.utf8.span) else { return text }
    var result = ""
    for character in text {
      result += codes.first { $0.0 == character }?.1 ?? String(character)
    }
    return result
  }

  private static func plain(_ text: Substring) -> String {
    var result = String(text)
    for (character, code) in codes.reversed() {
      result = result.split(separator: code, omittingEmptySubsequences: false)
        .joined(separator: String(character))
    }
    return result
  }
}
