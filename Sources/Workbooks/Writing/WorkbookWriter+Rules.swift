internal import CXlsxWriter

extension WorkbookWriter {
  /// Lets a look depend on a condition.
  public mutating func addCondition(
    _ condition: FormatCondition, style: HighlightStyle = HighlightStyle(), to range: CellRange,
    on sheet: SheetID
  ) throws(WorkbookError) {
    let texts = CTexts()
    var format = lxw_conditional_format()
    switch condition {
    case .formula(let formula):
      guard !formula.isEmpty else { throw .cannotWrite("an empty condition on \(range)") }
      format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      format.value_string = texts.keep("=" + formula)
      format.format = try styles.format(style)
    case .dataBar(let colour, let minimum, let maximum):
      format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      format.bar_color = StyleBook.colour(colour)
      format.bar_solid = 1
      format.data_bar_2010 = 1
      format.bar_no_border = 1
      format.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      format.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      format.min_value = minimum
      format.max_value = maximum
    }
    try check(
      worksheet_conditional_format_range(
        try pointer(sheet), UInt32(range.first.row - 1), UInt16(range.first.column - 1),
        UInt32(range.last.row - 1), UInt16(range.last.column - 1), &format),
      "the condition on \(range)")
  }

  /// Lets cells accept some values only.
  ///
  /// - Throws: `cannotWrite` for texts over Excel's bounds: titles 32, texts and lists 255.
  public mutating func addValidation(
    _ rule: ValidationRule, to range: CellRange, on sheet: SheetID
  ) throws(WorkbookError) {
    try checkLengths(of: rule, range)
    let texts = CTexts()
    var written = lxw_data_validation()
    written.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    written.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    written.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    written.error_type = Self.severity(rule.severity)
    written.input_title = texts.keep(rule.promptTitle)
    written.input_message = texts.keep(rule.prompt)
    written.error_title = texts.keep(rule.errorTitle)
    written.error_message = texts.keep(rule.error)
    var list: [UnsafeMutablePointer<CChar>?] = []
    Self.fill(&written, rule.accepts, texts, &list)
    let target = try pointer(sheet)
    let error = list.withUnsafeMutableBufferPointer { words in
      if !words.isEmpty { written.value_list = words.baseAddress }
      return worksheet_data_validation_range(
        target, UInt32(range.first.row - 1), UInt16(range.first.column - 1),
        UInt32(range.last.row - 1), UInt16(range.last.column - 1), &written)
    }
    try check(error, "the validation of \(range)")
  }

  private func checkLengths(
    of rule: ValidationRule, _ range: CellRange
  ) throws(WorkbookError) {
    for title in [rule.promptTitle, rule.errorTitle] where title.utf16.count > 32 {
      throw .cannotWrite("the validation of \(range): the title \(title) is over 32 characters")
    }
    for text in [rule.prompt, rule.error] where text.utf16.count > 255 {
      throw .cannotWrite("the validation of \(range): a text of \(text.utf16.count) characters")
    }
    if case .list(let words) = rule.accepts {
      let length = words.map(\.utf16.count).reduce(0, +) + words.count
      guard !words.isEmpty, length <= 255, words.allSatisfy({ !$0.isEmpty && !$0.contains(",") })
      else { throw .cannotWrite("the list for \(range) is empty, too long or holds a comma") }
    }
  }

  private static func severity(_ severity: ValidationRule.Severity) -> UInt8 {
    switch severity {
    case .stop: UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    case .warning: UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    case .information: UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
    }
  }

  private static func fill(
    _ written: inout lxw_data_validation, _ accepts: ValidationRule.Accepts, _ texts: CTexts,
    _ list: inout [UnsafeMutablePointer<CChar>?]
  ) {
    let between = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch accepts {
    case .listRange(let range):
      written.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      written.value_formula = texts.keep("=" + range)
    case .list(let words):
      written.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      list = words.map { texts.keep($0) } + [nil]
    case .decimal(let low, let high):
      written.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      written.criteria = between
      written.minimum_number = low
      written.maximum_number = high
    case .decimalAtLeast(let low):
      written.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      written.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      written.value_number = low
    case .date(let first, let last):
      written.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      written.criteria = between
      written.minimum_number = Double(first)
      written.maximum_number = Double(last)
    case .formula(let formula):
      written.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      written.value_formula = texts.keep("=" + formula)
    case .anything:
      written.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
  }

  /// Locks the sheet without a password: against slips, not against people.
  public mutating func protect(
    _ sheet: SheetID, allowing allowed: SheetProtection = SheetProtection()
  ) throws(WorkbookError) {
    var options = lxw_protection()
    options.format_columns = allowed.formatsColumns ? 1 : 0
    options.format_rows = allowed.formatsRows ? 1 : 0
    options.sort = allowed.sorts ? 1 : 0
    options.autofilter = allowed.filters ? 1 : 0
    options.no_select_locked_cells = allowed.selectsLocked ? 0 : 1
    worksheet_protect(try pointer(sheet), nil, &options)
  }
}
