/// Finding ids: the same for the same finding in every run.
enum FindingID {
  /// `R005-` and 16 hexadecimal digits of a digest of project, indicator and field.
  static func make(_ code: FindingCode, project: String, key: String, field: String) -> String {
    let digits = String(digest([project.utf8, key.utf8, field.utf8]), radix: 16)
    return code.rawValue + "-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A digest of texts in their order.
  static func digest(_ parts: [some Sequence<UInt8>]) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part { mix(byte, &digest) }
      mix(0x1F, &digest)
    }
    return digest
  }

  /// FNV-1a.
  private static func mix(_ byte: UInt8, _ digest: inout UInt64) {
    digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
