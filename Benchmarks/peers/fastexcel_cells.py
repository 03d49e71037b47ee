"""Reads every cell of workbooks with fastexcel, as Arrow columns: fastexcel_cells.py FILES…"""
import sys

import fastexcel

count = 0
for path in sys.argv[1:]:
    book = fastexcel.read_excel(path)
    for name in book.sheet_names:
        try:
            sheet = book.load_sheet(name, header_row=None)
            if sheet.height:
                sheet.__arrow_c_array__()
        except fastexcel.FastExcelError:
            continue  # a sheet with nothing on it, or a column of values that do not go together
        count += sheet.height * sheet.width
print(count)
