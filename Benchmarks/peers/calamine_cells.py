"""Reads every cell of workbooks with python-calamine: calamine_cells.py FILES…"""
import sys

from python_calamine import CalamineWorkbook

count = 0
for path in sys.argv[1:]:
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).iter_rows():
            count += len(row)
print(count)
