/// What the directory of an archive says of a part, apart from its name and its place.
struct PlainRecord {
  /// The version it was made by, and below it the one that is needed.
  private var versions: UInt32
  private var flags: UInt16
  private(set) var method: UInt16
  /// The time of day, and above it the date.
  private var time: UInt32
  private(set) var checksum: UInt32
  private(set) var compressedSize: UInt32
  private(set) var size: UInt32
  private let innerAttributes: UInt16
  private let outerAttributes: UInt32

  /// Reads the fixed part of a directory's entry, all of which is there.
  init(_ span: Span<UInt8>, _ at: Int) {
    versions = UInt32(truncatingIfNeeded: span.little16(at + 4) << 16 | span.little16(at + 6))
    flags = UInt16(truncatingIfNeeded: span.little16(at + 8))
    method = UInt16(truncatingIfNeeded: span.little16(at + 10))
    time = UInt32(truncatingIfNeeded: span.little32(at + 12))
    checksum = UInt32(truncatingIfNeeded: span.little32(at + 16))
    compressedSize = UInt32(truncatingIfNeeded: span.little32(at + 20))
    size = UInt32(truncatingIfNeeded: span.little32(at + 24))
    innerAttributes = UInt16(truncatingIfNeeded: span.little16(at + 36))
    outerAttributes = UInt32(truncatingIfNeeded: span.little32(at + 38))
  }

  /// The record of a part that is new: an ordinary file that its owner may read and write and all
  /// others too, as libzip has it.
  init(added part: DeflatedPart) {
    (versions, flags, method, time) = (UInt32(Self.unix) << 24, 0, Self.deflated, Self.earliest)
    (checksum, compressedSize, size) = (0, 0, 0)
    (innerAttributes, outerAttributes) = (0, 0x81B6_0000)
    put(part)
  }

  /// The record of a part that was put in the place of this one.
  func replaced(by part: DeflatedPart) -> PlainRecord {
    var record = self
    record.put(part)
    return record
  }

  /// The record of a part that stays, its sizes known before its bytes.
  var kept: PlainRecord {
    var record = self
    record.flags &= ~Self.needless
    return record
  }

  private mutating func put(_ part: DeflatedPart) {
    versions = versions & 0xFF00_0000 | UInt32(Self.maker) << 16 | 20
    flags &= ~Self.needless
    method = Self.deflated
    time = Self.earliest
    checksum = part.checksum
    compressedSize = UInt32(truncatingIfNeeded: part.bytes.count)
    size = UInt32(truncatingIfNeeded: part.inflatedSize)
  }

  /// The version of the rules that libzip follows, and the system of new parts.
  private static let (maker, unix): (UInt8, UInt8) = (63, 3)
  private static let deflated: UInt16 = 8
  /// The start of 1980, the earliest time zip knows.
  private static let earliest: UInt32 = 33 << 16
  /// That sizes follow the part, and that its name is in UTF-8, which no ASCII name needs.
  private static let needless: UInt16 = 0x0808

  /// Whether nothing in it has to be understood to write the part again.
  var isPlain: Bool {
    // Encrypted, patched, strongly encrypted, masked.
    flags & 0x2061 == 0 && compressedSize < .max && size < .max && hasTime
  }

  /// Whether the time is one: libzip makes another of what is none.
  private var hasTime: Bool {
    let (date, clock) = (time >> 16, time & 0xFFFF)
    let (month, day) = (Int(date >> 5 & 15), Int(date & 31))
    guard 1...12 ~= month, day >= 1, clock >> 11 < 24, clock >> 5 & 63 < 60, clock & 31 < 30 else {
      return false
    }
    return day <= (month == 2 ? 28 : [4, 6, 9, 11].contains(month) ? 30 : 31)
  }

  // MARK: Writing

  /// What a header and a directory's entry have besides the name.
  static let (headerLength, entryLength) = (30, 46)
  /// What the end of an archive without a comment has.
  static let endLength = 22

  /// Appends what stands before a part, its name left out.
  func appendHeader(nameLength: Int, to bytes: inout ByteBuffer) {
    bytes.append(little: UInt32(0x0403_4B50))
    appendMiddle(nameLength, to: &bytes)
  }

  /// Appends what the directory says of a part that stands at a place, its name left out.
  func appendEntry(nameLength: Int, start: Int, to bytes: inout ByteBuffer) {
    bytes.append(little: UInt32(0x0201_4B50))
    bytes.append(little: UInt16(truncatingIfNeeded: versions >> 16))
    appendMiddle(nameLength, to: &bytes)
    // The lengths of a comment, and the disk.
    bytes.append(little: UInt32(0))
    bytes.append(little: innerAttributes)
    bytes.append(little: outerAttributes)
    bytes.append(little: UInt32(truncatingIfNeeded: start))
  }

  private func appendMiddle(_ nameLength: Int, to bytes: inout ByteBuffer) {
    bytes.append(little: UInt16(truncatingIfNeeded: versions))
    bytes.append(little: flags)
    bytes.append(little: method)
    bytes.append(little: time)
    bytes.append(little: checksum)
    bytes.append(little: compressedSize)
    bytes.append(little: size)
    // Below the length of extra fields, which is 0.
    bytes.append(little: UInt32(truncatingIfNeeded: nameLength))
  }

  /// Appends the end of an archive to its directory, which is all that stands before.
  static func appendEnd(entries count: Int, directory start: Int, to bytes: inout ByteBuffer) {
    let size = bytes.count
    bytes.append(little: UInt32(0x0605_4B50))
    bytes.append(little: UInt32(0))
    bytes.append(little: UInt16(truncatingIfNeeded: count))
    bytes.append(little: UInt16(truncatingIfNeeded: count))
    bytes.append(little: UInt32(truncatingIfNeeded: size))
    bytes.append(little: UInt32(truncatingIfNeeded: start))
    bytes.append(little: UInt16(0))
  }
}
