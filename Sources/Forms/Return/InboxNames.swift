internal import Foundation

/// Which names are no returns.
enum InboxNames {
  /// Whether a file or folder of this name is left out: lock files of open workbooks (`~$…`),
  /// dot-files, and what macOS adds to archives.
  static func isSkipped(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("~$") || name.hasPrefix(".") || name == "__MACOSX"
  }
}

/// Unicode's composed form (NFC), in which names are compared and shown.
enum NormalForm {
  static func composed(_ text: String) -> String {
    let isComposed = text.unicodeScalars.allSatisfy {
      $0.value < 0x300 || 0x4E00...0x9FFF ~= $0.value || 0x3000...0x3029 ~= $0.value
        || 0xFF01...0xFF5E ~= $0.value
    }
    return isComposed ? text : text.precomposedStringWithCanonicalMapping
  }
}
