/// Names of files whose encoding is not known, as old archives leave them behind.
public enum EncodedName {
  /// The name in characters: UTF-8 where the bytes are valid, else GB 18030 as Chinese Windows
  /// writes it, else byte by byte. It ends at a zero byte.
  public static func decoded(_ bytes: [UInt8]) -> String {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { name in
      name.baseAddress.map { EntryName.decoded($0) } ?? ""
    }
  }
}
