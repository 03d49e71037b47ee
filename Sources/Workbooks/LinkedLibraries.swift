internal import CDeflate
internal import CXlsxWriter
internal import CZip

/// The system libraries behind workbooks.
public enum LinkedLibraries {
  /// Names and versions. Those of libzip and libxlsxwriter are what the process runs with; libdeflate
  /// tells its version to the compiler alone, so its version is what this was built with.
  public static var versions: [(name: String, version: String)] {
    [
      ("libzip", text(zip_libzip_version())),
      ("libdeflate", LIBDEFLATE_VERSION_STRING),
      ("libxlsxwriter", text(lxw_version())),
    ]
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? "unknown"
  }
}
