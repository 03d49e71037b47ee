"""A blank as a list of plain steps, for programs that write the same workbook again.

Usage: blank_pattern.py BLANK.xlsx PATTERN

One step a line, its words apart by tabs:

    F font size bold colour fill border align valign wrap format locked    a format, numbered from 0
    S name                                       a sheet; what follows is on it
    c row column format                          an empty cell; rows and columns from 0
    n row column format number
    s row column format text
    f row column format formula
    M top left bottom right                      merged cells
    W first last width                           columns
    H row height
    V top left bottom right kind criterion first second title prompt
    N name formula                               a defined name

Conditional formats, protection and print settings are left out: the programs do a little less.
"""
from __future__ import annotations

import sys
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

CRITERIA = {"between": 1, "notBetween": 2, "equal": 3, "notEqual": 4, "greaterThan": 5,
            "lessThan": 6, "greaterThanOrEqual": 7, "lessThanOrEqual": 8}


def plain(value):
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


class Pattern:
    def __init__(self):
        self.formats, self.steps = {}, []

    def add(self, *words):
        self.steps.append("\t".join(plain(word) for word in words))

    def format(self, cell):
        font, fill, side = cell.font, cell.fill, cell.border.left
        colour = font.color.rgb[2:] if font.color and isinstance(font.color.rgb, str) else "000000"
        back = fill.fgColor.rgb[2:] if fill.fill_type == "solid" and isinstance(
            fill.fgColor.rgb, str) else "-"
        key = (font.name or "Calibri", font.sz or 11, int(bool(font.b)), colour, back,
               int(side is not None and side.style is not None),
               cell.alignment.horizontal or "general", cell.alignment.vertical or "bottom",
               int(bool(cell.alignment.wrap_text)), cell.number_format,
               int(cell.protection.locked))
        return self.formats.setdefault(key, len(self.formats))

    def sheet(self, sheet):
        self.add("S", sheet.title)
        for letter, column in sorted(sheet.column_dimensions.items()):
            if column.width:
                self.add("W", column.min - 1, column.max - 1, column.width)
        for row, size in sorted(sheet.row_dimensions.items()):
            if size.height:
                self.add("H", row - 1, size.height)
        for area in sheet.merged_cells.ranges:
            self.add("M", area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1)
        for row in sheet.iter_rows():
            for cell in row:
                self.cell(cell)
        for rule in sheet.data_validations.dataValidation:
            self.validation(rule)

    def cell(self, cell):
        if isinstance(cell, MergedCell):
            return  # the merged range writes them
        at, value = (cell.row - 1, cell.column - 1, self.format(cell)), cell.value
        if value is None:
            if cell.has_style:
                self.add("c", *at)
        elif isinstance(value, str) and value.startswith("="):
            self.add("f", *at, value)
        elif isinstance(value, (int, float)):
            self.add("n", *at, repr(value))
        else:
            self.add("s", *at, value)

    def validation(self, rule):
        for area in rule.sqref.ranges:
            self.add("V", area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1,
                     rule.type or "any", CRITERIA.get(rule.operator or "between", 1),
                     rule.formula1 or "", rule.formula2 or "", rule.promptTitle or "",
                     rule.prompt or "")

    def text(self):
        formats = ["\t".join(["F", *map(plain, key)]) for key in self.formats]
        return "\n".join(formats + self.steps) + "\n"


def pattern(blank: Path):
    book, found = load_workbook(blank), Pattern()
    for sheet in book.worksheets:
        found.sheet(sheet)
    for name, item in book.defined_names.items():
        found.add("N", name, "=" + item.attr_text)
    return found.text()


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(pattern(Path(sys.argv[1])), encoding="utf-8")
