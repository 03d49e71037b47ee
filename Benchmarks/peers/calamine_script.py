"""The fastest way in Python: python-calamine reads, XlsxWriter writes the workbook anew.

Usage: calamine_script.py DIR_IN DIR_OUT

What the department's file holds beside values (its formats, formulas, pictures) is lost.
"""
import datetime

import form
import xlsxwriter
from python_calamine import CalamineWorkbook

BASE = {"font_name": "宋体", "font_size": 10, "border": 1, "valign": "vcenter", "text_wrap": True}


class Book:
    """The workbook that is written, with its formats."""

    def __init__(self, path):
        self.file = xlsxwriter.Workbook(str(path))
        self.plain = self.file.add_format(BASE)
        self.percent = self.file.add_format({**BASE, "num_format": "0.00%"})
        self.date = self.file.add_format({**BASE, "num_format": "yyyy-mm-dd"})
        self.red = self.file.add_format({**BASE, "bg_color": "#FFC7CE"})

    def put(self, sheet, row, column, value, style):
        if isinstance(value, (datetime.date, datetime.datetime)):
            sheet.write_datetime(row, column, value, self.date)
        elif value is None or value == "":
            sheet.write_blank(row, column, None, style)
        else:
            sheet.write(row, column, value, style)


def carry(book, sheet, grid, merges, red):
    """A sheet's values and merged cells."""
    hidden = set()
    for (top, left), (bottom, right) in merges:
        sheet.merge_range(top, left, bottom, right, "", book.plain)
        hidden.update((row, column) for row in range(top, bottom + 1)
                      for column in range(left, right + 1))
        hidden.discard((top, left))
    for row, cells in enumerate(grid):
        for column, value in enumerate(cells):
            if (row, column) not in hidden:
                book.put(sheet, row, column, value,
                         book.red if (row, column) in red else book.plain)


def annotate(book, sheet, result, width):
    for offset, word in enumerate(form.ADDED):
        sheet.write(result.top - 1, width + offset, word, book.plain)
    sheet.set_column(width, width + 2, 14)
    for row, rate, due, remark in result.lines:
        book.put(sheet, row - 1, width, None if rate is None else float(rate), book.percent)
        book.put(sheet, row - 1, width + 1, None if due is None else float(due), book.plain)
        book.put(sheet, row - 1, width + 2, remark, book.plain)
        if remark:
            sheet.write_comment(row - 1, result.places["score"], remark, {"author": "审核"})
    page = book.file.add_worksheet("审核结果")
    page.write_row(0, 0, ["行", "完成率", "得分", "意见"], book.plain)
    for index, (row, rate, due, remark) in enumerate(result.lines, 1):
        page.write_row(index, 0, [row, rate and float(rate), due and float(due), remark],
                       book.plain)
    page.write_row(len(result.lines) + 1, 0, ["总分", "", float(result.total), ""], book.plain)
    page.set_column(3, 3, 60)


def process(path, out):
    source = CalamineWorkbook.from_path(str(path))
    sheets = {name: source.get_sheet_by_name(name) for name in source.sheet_names}
    grids = {name: sheet.to_python(skip_empty_area=False) for name, sheet in sheets.items()}
    for main, grid in grids.items():
        try:
            result = form.evaluate(grid)
            break
        except ValueError:
            continue
    else:
        raise ValueError("找不到自评表")
    book = Book(out)
    red = {(line[0] - 1, result.places["score"]) for line in result.remarks}
    for name, grid in grids.items():
        sheet = book.file.add_worksheet(name)
        carry(book, sheet, grid, sheets[name].merged_cell_ranges or [], red if name == main else ())
        if name == main:
            annotate(book, sheet, result, max(len(cells) for cells in grid))
    book.file.close()
    return result


def summarise(path, header, rows):
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("汇总")
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, header, bold)
    for index, values in enumerate(rows, 1):
        sheet.write_row(index, 0, values)
    book.close()


if __name__ == "__main__":
    form.run(process, summarise)
