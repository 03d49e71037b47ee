internal import CXlsxWriter

extension WorkbookWriter {
  /// Puts a chart on a sheet, its corner on a cell.
  ///
  /// - Throws: `cannotWrite` where it has no series, or a series no range.
  public mutating func addChart(
    _ chart: BarChart, at cell: CellReference, on sheet: SheetID
  ) throws(WorkbookError) {
    let target = try pointer(sheet)
    guard !chart.series.isEmpty,
      chart.series.allSatisfy({ $0.values.contains("!") && $0.categories.contains("!") })
    else { throw .cannotWrite("the chart \(chart.title) has no series, or one without a range") }
    guard let made = workbook_add_chart(book, Self.type(of: chart)) else {
      throw .cannotWrite("no memory for the chart \(chart.title)")
    }
    chart_set_series_gap(made, chart.isHorizontal ? 50 : 60)
    if chart.overlaps { chart_set_series_overlap(made, 100) }
    let texts = CTexts()
    var font = lxw_chart_font()
    font.name = texts.keep(chart.face)
    font.size = 9
    for series in chart.series { Self.add(series, of: chart, to: made, font: &font) }
    Self.setAxes(of: chart, made, font: &font)
    setTitle(of: chart, made, texts)
    try insert(made, chart, at: cell, on: target)
  }

  private func insert(
    _ made: UnsafeMutablePointer<lxw_chart>, _ chart: BarChart, at cell: CellReference,
    on target: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    var options = lxw_chart_options()
    options.x_scale = Double(max(chart.width, 50)) / 480
    options.y_scale = Double(max(chart.height, 50)) / 288
    try check(
      worksheet_insert_chart_opt(
        target, UInt32(cell.row - 1), UInt16(cell.column - 1), made, &options),
      "the chart \(chart.title)")
  }

  private static func type(of chart: BarChart) -> UInt8 {
    let type =
      switch (chart.isHorizontal, chart.isStacked) {
      case (true, false): LXW_CHART_BAR
      case (true, true): LXW_CHART_BAR_STACKED
      case (false, false): LXW_CHART_COLUMN
      case (false, true): LXW_CHART_COLUMN_STACKED
      }
    return UInt8(type.rawValue)
  }

  private static func add(
    _ series: BarChart.Series, of chart: BarChart,
    to target: UnsafeMutablePointer<lxw_chart>, font: inout lxw_chart_font
  ) {
    guard let made = chart_add_series(target, "=" + series.categories, "=" + series.values) else {
      return
    }
    if !series.name.isEmpty { chart_series_set_name(made, XMLText.clean(series.name)) }
    if series.showsValues {
      chart_series_set_labels(made)
      chart_series_set_labels_font(made, &font)
      if let format = chart.labelFormat { chart_series_set_labels_num_format(made, format) }
      if !chart.isStacked {
        chart_series_set_labels_position(made, UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
      }
    }
    setFill(series, made)
  }

  private static func setFill(
    _ series: BarChart.Series, _ made: UnsafeMutablePointer<lxw_chart_series>
  ) {
    let colour = StyleBook.colour(series.colour)
    if series.pattern == .solid {
      var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
      chart_series_set_fill(made, &fill)
      // A pale bar shows by its outline.
      return outline(made, 0x3D4349)
    }
    let type =
      series.pattern == .hatch
      ? LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL : LXW_CHART_PATTERN_PERCENT_20
    var pattern = lxw_chart_pattern(
      fg_color: colour, bg_color: RGB.white.value, type: UInt8(type.rawValue))
    chart_series_set_pattern(made, &pattern)
    outline(made, colour)
  }

  private static func outline(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ colour: lxw_color_t
  ) {
    var line = lxw_chart_line()
    line.color = colour
    line.width = 0.75
    chart_series_set_line(series, &line)
  }

  private static func setAxes(
    of chart: BarChart, _ made: UnsafeMutablePointer<lxw_chart>, font: inout lxw_chart_font
  ) {
    // The library counts the axes of lying bars the other way round.
    let (x, y) = (made.pointee.x_axis, made.pointee.y_axis)
    let (categories, values) = chart.isHorizontal ? (y, x) : (x, y)
    if chart.isHorizontal {
      chart_axis_set_reverse(categories)
      // The first category on top would take the scale there as well.
      chart_axis_set_crossing_max(categories)
    }
    if let format = chart.labelFormat { chart_axis_set_num_format(values, format) }
    // Every category is named, however many there are.
    chart_axis_set_interval_unit(categories, 1)
    if let minimum = chart.minimum { chart_axis_set_min(values, minimum) }
    if let maximum = chart.maximum { chart_axis_set_max(values, maximum) }
    if let unit = chart.unit { chart_axis_set_major_unit(values, unit) }
    chart_axis_set_num_font(categories, &font)
    chart_axis_set_num_font(values, &font)
    var pale = lxw_chart_line()
    pale.color = 0xE1E6EB
    pale.width = 0.75
    chart_axis_major_gridlines_set_line(values, &pale)
    chart_legend_set_position(
      made,
      UInt8((chart.showsLegend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue))
    chart_legend_set_font(made, &font)
  }

  private func setTitle(
    of chart: BarChart, _ made: UnsafeMutablePointer<lxw_chart>, _ texts: CTexts
  ) {
    guard !chart.title.isEmpty else { return chart_title_off(made) }
    chart_title_set_name(made, XMLText.clean(chart.title))
    var font = lxw_chart_font()
    font.name = texts.keep("黑体")
    font.size = 12
    font.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
    chart_title_set_name_font(made, &font)
  }
}
