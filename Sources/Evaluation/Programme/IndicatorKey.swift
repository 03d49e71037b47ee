extension Programme.Indicator {
  /// What an indicator is called in the name of a cell: its id, or `row3` for the third of the
  /// form where the id has other characters than letters, digits and `_`, which no name may have.
  ///
  /// - Parameter number: its place among the indicators of the form, from 1.
  public static func key(id: String, number: Int) -> String {
    isPlain(id) ? id : "row\(number)"
  }

  private static func isPlain(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 40
      && id.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
      }
  }
}
