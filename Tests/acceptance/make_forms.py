"""Writes the input workbooks of samples/forms, the same bytes on every run.

Usage: make_forms.py [SAMPLES_DIR]
The layouts are those of published forms; bodies, persons and figures are invented. What the forms
say is in forms_1.py; forms_check.py works the scores out again from there. Three inputs are no work
of this script: rebuilt published forms, which lie beside the typed ones (see each README).
"""
from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

import forms_1

LINE = Side(style="thin", color="808080")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
HEAD = PatternFill("solid", fgColor="F2F2F2")
SONG = Font(name="宋体", size=10)
WIDTHS = {"tier1": 11, "tier2": 13, "name": 30, "sign": 7, "target": 14, "adjusted": 14, "unit": 8,
          "actual": 14, "points": 7, "score": 8, "reason": 26, "method": 22}


class Pen:
    """Fills cells of a sheet, merged ones with a border all around."""

    def __init__(self, sheet):
        self.sheet = sheet

    def put(self, row, left, right, value, bottom=None, head=False, words=False):
        last = bottom or row
        for r in range(row, last + 1):
            for c in range(left, right + 1):
                self.sheet.cell(r, c).border = BOX
        cell = self.sheet.cell(row, left)
        if isinstance(value, tuple):  # a share, shown in percent
            cell.value, cell.number_format = float(value[0]) / 100, value[1]
        else:
            cell.value = value
        cell.font = SONG
        cell.alignment = LEFT if words else CENTRE
        if head:
            cell.fill = HEAD
        if (left, row) != (right, last):
            self.sheet.merge_cells(start_row=row, end_row=last, start_column=left, end_column=right)


def draw(sheet, top: int, layout: dict, form: dict) -> int:
    """Draws one form from a row on; the row after it."""
    pen = Pen(sheet)
    keys = [key for key, _ in layout["columns"]]
    last = len(keys) + 1
    row = top
    pen.put(row, 1, last, layout["title"])
    sheet.cell(row, 1).font = Font(name="黑体", size=14)
    pen.put(row + 1, 1, last, f"（{form['year']}年度）")
    row = identity(pen, row + 2, last, form)
    row = funds(pen, row, last, layout, form)
    row = goals(pen, row, last, layout, form)
    for block in form["blocks"]:
        row = indicators(pen, row, layout, block)
    row = total(pen, row, keys, layout, form)
    for label, text in form.get("after", []):
        pen.put(row, 1, 2, label, head=True)
        pen.put(row, 3, last, text, words=True)
        sheet.row_dimensions[row].height = 36
        row += 1
    if layout.get("note"):
        pen.put(row, 1, last, layout["note"], words=True)
        sheet.row_dimensions[row].height = 54
        row += 1
    return row


def identity(pen, row, last, form):
    middle = (last + 1) // 2 + 1
    pairs = form["identity"]
    for at in range(0, len(pairs), 2):
        pen.put(row, 1, 1, pairs[at][0], head=True)
        if at + 1 < len(pairs):
            pen.put(row, 2, middle - 1, pairs[at][1], words=True)
            pen.put(row, middle, middle, pairs[at + 1][0], head=True)
            pen.put(row, middle + 1, last, pairs[at + 1][1], words=True)
        else:
            pen.put(row, 2, last, pairs[at][1], words=True)
        pen.sheet.row_dimensions[row].height = 24
        row += 1
    return row


def funds(pen, row, last, layout, form):
    headers = form.get("fund_columns", layout["funds"])
    first = last - len(headers) + 1
    rows = form["funds"]
    pen.put(row, 1, 1, form.get("fund_side", layout["fund_side"]), bottom=row + len(rows), head=True)
    pen.put(row, 2, first - 1, None, head=True)
    for at, header in enumerate(headers):
        pen.put(row, first + at, first + at, header, head=True)
    pen.sheet.row_dimensions[row].height = 32
    for line in rows:
        row += 1
        pen.put(row, 2, first - 1, line[0], words=True)
        for at in range(len(headers)):
            pen.put(row, first + at, first + at, line[1][at] if at < len(line[1]) else None)
        pen.sheet.row_dimensions[row].height = 24 if not any(
            isinstance(v, str) and len(v) > 14 for v in line[1]) else 48
    return row + 1


def goals(pen, row, last, layout, form):
    if "goal" not in layout:
        return row
    middle = (last + 1) // 2
    title, expected, actual = layout["goal"]
    pen.put(row, 1, 1, title, bottom=row + 1, head=True)
    for at, span in enumerate([(2, middle), (middle + 1, last)]):
        pen.put(row, *span, (expected, actual)[at], head=True)
        pen.put(row + 1, *span, form["goal"][at], words=True)
    pen.sheet.row_dimensions[row + 1].height = 48
    return row + 2


def indicators(pen, row, layout, block):
    columns = layout["columns"]
    top = row
    group = layout.get("group")
    if group:
        title, first, final = group
        at = [key for key, _ in columns].index(first) + 2
        to = [key for key, _ in columns].index(final) + 2
        pen.put(row, at, to, title, head=True)
        for number, (_, header) in enumerate(columns):
            if at <= number + 2 <= to:
                pen.put(row + 1, number + 2, number + 2, header, head=True)
            else:
                pen.put(row, number + 2, number + 2, header, bottom=row + 1, head=True)
        row += 1
    else:
        for number, (_, header) in enumerate(columns):
            pen.put(row, number + 2, number + 2, header, head=True)
    pen.sheet.row_dimensions[row].height = 32
    rows = block["rows"]
    pen.put(top, 1, 1, block["side"], bottom=row + len(rows), head=True)
    for number, (key, _) in enumerate(columns):
        column = number + 2
        if key in ("tier1", "tier2"):
            stretch(pen, row + 1, column, [line[key] if key == "tier1" else
                                           (line["tier1"], line["tier2"]) for line in rows])
            continue
        for at, line in enumerate(rows):
            pen.put(row + 1 + at, column, column, line.get(key), words=key in ("name", "reason", "method"))
    for at in range(len(rows)):
        pen.sheet.row_dimensions[row + 1 + at].height = 30
    return row + 1 + len(rows)


def stretch(pen, top, column, words):
    """One cell over each run of equal words."""
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words[at] != words[start]:
            word = words[start]
            pen.put(top + start, column, column, word[1] if isinstance(word, tuple) else word,
                    bottom=top + at - 1)
            start = at


def total(pen, row, keys, layout, form):
    places = {key: keys.index(key) + 2 for key in ("points", "score") if key in keys}
    first = min(places.values())
    pen.put(row, 1, first - 1, layout["total"], head=True)
    for column in range(first, len(keys) + 2):
        key = next((k for k, c in places.items() if c == column), None)
        value = form["total"].get(key) if key else None
        pen.put(row, column, column, value, head=True)
    pen.sheet.row_dimensions[row].height = 24
    return row + 1


def book(layout: dict, sheets: list) -> Workbook:
    """A workbook: for each sheet its name and forms, one below the other."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, forms in sheets:
        sheet = workbook.create_sheet(name)
        sheet.column_dimensions["A"].width = 13
        for number, (key, _) in enumerate(layout["columns"]):
            sheet.column_dimensions[get_column_letter(number + 2)].width = WIDTHS[key]
        row = 1
        for form in forms:
            row = draw(sheet, row, layout, form) + 1
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return workbook


def save(workbook: Workbook, path: Path, modified: str):
    """The workbook without a clock in it."""
    packed = io.BytesIO()
    workbook.save(packed)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" +
                                 modified.encode(), content)
            info = zipfile.ZipInfo(entry.filename, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, content)


def main():
    samples = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2] / "samples")
    for scheme, file, modified, sheets in forms_1.BOOKS:
        workbook = book(forms_1.LAYOUTS[scheme], sheets)
        save(workbook, samples / "forms" / scheme / "input" / file, modified)


if __name__ == "__main__":
    main()
