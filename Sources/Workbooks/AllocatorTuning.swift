internal import CXlsxWriter

/// Settings of the process's allocator, for programs that handle many workbooks in turn.
public enum AllocatorTuning {
  /// Keeps freed memory for the next workbook instead of handing it back to the system each time.
  ///
  /// A program calls it once, at its start; the library never does. Worth 1.4–2 times on writing.
  ///
  /// The corresponding C function is `mallopt`.
  public static func keepFreedMemory() {
    let trimThreshold: Int32 = -1
    let topPad: Int32 = -2
    let mapThreshold: Int32 = -3
    // Small pieces kept apart are all joined again at every large request, which comes with every
    // part: joining them as they are freed costs less.
    let mostApart: Int32 = 1
    _ = mallopt(trimThreshold, 64 << 20)
    _ = mallopt(topPad, 4 << 20)
    _ = mallopt(mapThreshold, 32 << 20)
    _ = mallopt(mostApart, 0)
  }
}
