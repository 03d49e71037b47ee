import CZip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one owner of an open archive in memory and of the source it is read from.
struct ZipHandle: ~Copyable {
  let archive: OpaquePointer
  private let source: OpaquePointer

  /// Opens the archive that `bytes` hold; they are copied, for libzip keeps pointers to them.
  ///
  /// The corresponding C functions are `zip_source_buffer_create` and `zip_open_from_source`.
  init(_ bytes: [UInt8]) throws(WorkbookError) {
    _ = Self.firstOpening
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = Self.source(bytes, &error) else {
      throw .damaged(part: WorkbookError.archive, detail: Self.text(&error))
    }
    guard let archive = zip_open_from_source(source, 0, &error) else {
      zip_source_free(source)
      throw Self.openingFailure(&error)
    }
    // The archive owns the source now; closing it must leave the new bytes to us.
    zip_source_keep(source)
    self.archive = archive
    self.source = source
  }

  /// The first opening of the process, which no other runs beside: libzip then works out what an
  /// archive must support, in two variables that no lock guards, and an opening that comes between
  /// the two takes its archive for read-only.
  private static let firstOpening: Void = {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = source(ZipArchive.emptyArchive, &error) else { return }
    guard let archive = zip_open_from_source(source, 0, &error) else {
      return zip_source_free(source)
    }
    zip_discard(archive)
  }()

  deinit {
    zip_discard(archive)
    zip_source_free(source)
  }

  /// A source that owns a copy of `bytes`.
  static func source(_ bytes: [UInt8], _ error: inout zip_error_t) -> OpaquePointer? {
    guard let copy = malloc(max(bytes.count, 1)) else { return nil }
    bytes.withUnsafeBytes { from in
      if let base = from.baseAddress { memcpy(copy, base, from.count) }
    }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      return nil
    }
    return source
  }

  /// Writes the changes made and gives the bytes of the new archive.
  ///
  /// The corresponding C function is `zip_close`.
  consuming func close() throws(WorkbookError) -> [UInt8] {
    guard zip_close(archive) == 0 else {
      let detail = Self.text(zip_get_error(archive))
      _ = consume self
      throw .cannotWrite("\(WorkbookError.archive): \(detail)")
    }
    let source = source
    discard self
    defer { zip_source_free(source) }
    return try Self.contents(of: source)
  }

  private static func contents(of source: OpaquePointer) throws(WorkbookError) -> [UInt8] {
    var stat = zip_stat_t()
    guard zip_source_open(source) == 0 else {
      throw .cannotWrite("\(WorkbookError.archive): nothing was written")
    }
    defer { zip_source_close(source) }
    guard zip_source_stat(source, &stat) == 0, let size = Int(exactly: stat.size) else {
      throw .cannotWrite("\(WorkbookError.archive): its size is unknown")
    }
    var got: zip_int64_t = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      got = zip_source_read(source, buffer.baseAddress, UInt64(size))
      count = max(0, Int(got))
    }
    guard got == size else {
      throw .cannotWrite("\(WorkbookError.archive): \(got) of \(size) bytes could be read back")
    }
    return bytes
  }

  /// What went wrong, in libzip's words.
  static func text(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    guard let error, let text = zip_error_strerror(error) else { return "unknown failure" }
    return String(cString: text)
  }

  private static func openingFailure(_ error: inout zip_error_t) -> WorkbookError {
    let code = zip_error_code_zip(&error)
    if code == ZIP_ER_NOZIP {
      return .damaged(
        part: WorkbookError.archive, detail: "its directory is missing, so its end was cut off")
    }
    return .damaged(part: WorkbookError.archive, detail: text(&error))
  }
}
