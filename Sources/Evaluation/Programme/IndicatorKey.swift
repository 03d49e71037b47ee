extension Programme.Indicator {
  /// What an indicator is called in the name of a cell: its id, or `row3` for the third of the
  /// form where the id has other characters than letters, digits and `_`, which no name may have,
  /// or would make the name of another cell.
  ///
  /// - Parameter number: its place among the indicators of the form, from 1.
  public static func key(id: String, number: Int) -> String {
    isPlain(id) && !isReserved(id) && !isNumbered(id) ? id : "row\(number)"
  }

  /// Whether the names of other cells of a form begin so: `sb_project_name`, `sb_total_score`,
  /// `sb_goal_result`, `sb_fund_total_score`, `sb_added_1`. Programs tell no capitals in names.
  public static func isReserved(_ key: String) -> Bool {
    let key = key.lowercased()
    return ["project", "total", "goal"].contains(key) || key.hasPrefix("fund_")
      || key.hasPrefix("added_")
  }

  /// An id that could be taken for the number of another row.
  private static func isNumbered(_ id: String) -> Bool {
    let key = id.lowercased()
    return key.hasPrefix("row") && key.utf8.dropFirst(3).allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// Whether a name can hold an id as it is: letters, digits and `_`, and not too many.
  public static func isPlain(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 40
      && id.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
      }
  }
}
