extension PlainArchive {
  /// What is asked of a part that is there.
  enum Asked {
    case kept
    case removed
    /// That it holds these bytes.
    case replaced([UInt8])
  }

  /// A part of the new archive.
  private struct Written {
    let record: PlainRecord
    /// Its place among the old parts, or behind them among those that are added.
    let place: Int
    /// Its bytes where they are new.
    let new: DeflatedPart?
    /// Where its header stands, once that is known.
    var start = 0
  }

  /// The archive with some parts replaced, added or removed, to the byte as libzip writes it; `nil`
  /// where libzip has to.
  ///
  /// - Parameters:
  ///   - asked: of each part that is there.
  ///   - added: parts that are not there, each once.
  func rewriting(
    _ asked: [Asked], adding added: [(name: String, bytes: [UInt8])]
  ) throws(WorkbookError) -> [UInt8]? {
    guard isWithin(asked, added) else { return nil }
    var deflater = try Deflater.take()
    var written: [Written] = []
    written.reserveCapacity(asked.count + added.count)
    for place in asked.indices {
      switch asked[place] {
      case .removed: continue
      case .kept:
        written.append(Written(record: parts[place].record.kept, place: place, new: nil))
      case .replaced(let new):
        let part = try deflater.deflate(new, part: name(of: place))
        written.append(
          Written(record: parts[place].record.replaced(by: part), place: place, new: part))
      }
    }
    for place in added.indices {
      let part = try deflater.deflate(added[place].bytes, part: added[place].name)
      written.append(
        Written(record: PlainRecord(added: part), place: asked.count + place, new: part))
    }
    Deflater.putBack(deflater)
    return archive(of: &written, added)
  }

  /// Whether new parts have names as plain as those that are there, and something changes at the
  /// beginning: libzip takes over as it stands what comes before the first change.
  private func isWithin(
    _ asked: [Asked], _ added: [(name: String, bytes: [UInt8])]
  ) -> Bool {
    guard asked.count == parts.count else { return false }
    var (isFirstChanged, count) = (false, added.count)
    for place in asked.indices {
      if case .removed = asked[place] {} else { count += 1 }
      guard parts[place].start == 0 else { continue }
      if case .kept = asked[place] { return false }
      isFirstChanged = true
    }
    return isFirstChanged && 1..<0xFFFF ~= count && added.allSatisfy { Self.isPlain($0.name) }
  }

  private static func isPlain(_ name: String) -> Bool {
    let bytes = name.utf8.span
    guard 1..<1_000 ~= bytes.count, bytes[bytes.count - 1] != 0x2F else { return false }
    for at in bytes.indices where bytes[at] >= 0x7F { return false }
    return EntryName.isSafe(name)
  }

  private func name(of place: Int) -> String {
    String(decoding: bytes[parts[place].name], as: UTF8.self)
  }

  // MARK: Writing

  /// The parts one behind the other, and the directory; `nil` where they are too long.
  private func archive(
    of written: inout [Written], _ added: [(name: String, bytes: [UInt8])]
  ) -> [UInt8]? {
    let room = room(for: written, added)
    guard room < UInt32.max else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(room)
    var header = ByteBuffer()
    for at in written.indices {
      written[at].start = output.count
      let (record, place) = (written[at].record, written[at].place)
      header.removeAll()
      record.appendHeader(nameLength: nameLength(place, added), to: &header)
      appendName(place, added, to: &header)
      header.withBytes { output.append(contentsOf: $0) }
      if let new = written[at].new {
        output.append(contentsOf: new.bytes)
      } else {
        output.append(contentsOf: bytes[parts[place].contents])
      }
    }
    appendDirectory(of: written, added, to: &output)
    return output
  }

  private func appendDirectory(
    of written: [Written], _ added: [(name: String, bytes: [UInt8])], to output: inout [UInt8]
  ) {
    var directory = ByteBuffer(capacity: 1 << 11)
    for part in written {
      let length = nameLength(part.place, added)
      part.record.appendEntry(nameLength: length, start: part.start, to: &directory)
      appendName(part.place, added, to: &directory)
    }
    PlainRecord.appendEnd(entries: written.count, directory: output.count, to: &directory)
    directory.withBytes { output.append(contentsOf: $0) }
  }

  private func room(
    for written: [Written], _ added: [(name: String, bytes: [UInt8])]
  ) -> Int {
    var room = PlainRecord.endLength
    for part in written {
      room += PlainRecord.headerLength + PlainRecord.entryLength
      room += 2 * nameLength(part.place, added) + Int(part.record.compressedSize)
    }
    return room
  }

  private func nameLength(_ place: Int, _ added: [(name: String, bytes: [UInt8])]) -> Int {
    place < parts.count ? parts[place].name.count : added[place - parts.count].name.utf8.count
  }

  private func appendName(
    _ place: Int, _ added: [(name: String, bytes: [UInt8])], to output: inout ByteBuffer
  ) {
    if place < parts.count {
      output.append(bytes: bytes, parts[place].name)
    } else {
      output.append(text: added[place - parts.count].name)
    }
  }
}
