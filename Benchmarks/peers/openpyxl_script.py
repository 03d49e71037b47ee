"""What a careful office programmer would write with openpyxl.

Usage: openpyxl_script.py DIR_IN DIR_OUT

Each file is loaded twice, as openpyxl asks for: once for the values, once to keep everything else
when it is saved.
"""
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

import form

RED = PatternFill("solid", fgColor="FFC7CE")
BOLD = Font(bold=True)
LINE = Side(style="thin")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
# What loading takes besides, where a file is to be saved again.
SAVING = {}


def put(sheet, row, column, value):
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        return
    cell.value, cell.border = value, BOX


def annotate(book, sheet, result):
    first = sheet.max_column + 1
    for offset, word in enumerate(form.ADDED):
        put(sheet, result.top, first + offset, word)
        sheet.cell(result.top, first + offset).font = BOLD
        sheet.column_dimensions[get_column_letter(first + offset)].width = 14
    for row, rate, due, remark in result.lines:
        put(sheet, row, first, None if rate is None else float(rate))
        sheet.cell(row, first).number_format = "0.00%"
        put(sheet, row, first + 1, None if due is None else float(due))
        put(sheet, row, first + 2, remark)
        if remark:
            cell = sheet.cell(row, result.places["score"] + 1)
            cell.fill = RED
            if not isinstance(cell, MergedCell):
                cell.comment = Comment(remark, "审核")
    page = book.create_sheet("审核结果")
    rows = [["行", "完成率", "得分", "意见"]]
    rows += [[row, rate and float(rate), due and float(due), remark]
             for row, rate, due, remark in result.lines]
    rows.append(["总分", None, float(result.total), None])
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            cell = page.cell(row, column)
            cell.value, cell.border = value, BOX
    page.column_dimensions["D"].width = 60


def process(path, out):
    values = load_workbook(path, read_only=True, data_only=True)
    try:
        for name in values.sheetnames:
            grid = [list(row) for row in values[name].iter_rows(values_only=True, max_row=2000)]
            try:
                result = form.evaluate(grid)
                break
            except ValueError:
                continue
        else:
            raise ValueError("找不到自评表")
    finally:
        values.close()
    book = load_workbook(path, **SAVING)
    annotate(book, book[name], result)
    book.save(out)
    return result


def summarise(path, header, rows):
    book = Workbook()
    sheet = book.active
    for values in [header, *rows]:
        sheet.append(values)
    for cell in sheet[1]:
        cell.font = BOLD
    book.save(path)


if __name__ == "__main__":
    form.run(process, summarise)
