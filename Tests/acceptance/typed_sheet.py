"""Workbooks typed in as tables: the same bytes on every run.

A row is a line of cells between bars. `<` joins a cell with the one to its left, `^` with the one
above it; a number is a number, `'5` its text, `%0.95` a percentage, `=A1+B1→3` a formula with its
value, `\\n` a line break.
"""
from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

LINE = Side(style="thin", color="FF7F7F7F")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
LABEL = PatternFill("solid", start_color="FFF2F2F2")
SAVED = datetime(2025, 3, 18, 2, 30)
PACKED = (2025, 3, 18, 10, 30, 0)


def parsed(table: str) -> list[list[str]]:
    lines = [line.strip() for line in table.strip().splitlines() if line.strip()]
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]


def value(text: str):
    """What a cell holds, and its number format."""
    if text in ("", "<", "^"):
        return None, None
    if text.startswith("'"):
        return text[1:].replace("\\n", "\n"), None
    if text.startswith("%") and len(text) > 1:
        return float(text[1:]), "0.00%"
    try:
        number = float(text)
    except ValueError:
        return text.replace("\\n", "\n"), None
    return (int(number) if number.is_integer() and "." not in text else number), None


def joined(rows: list[list[str]]):
    """The rectangles of joined cells, from 1."""
    def is_open(r, c):
        return r < len(rows) and c < len(rows[r]) and rows[r][c] in ("<", "^")
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell in ("<", "^"):
                continue
            right = c
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            last = r
            while last + 1 < len(rows) and c < len(rows[last + 1]) and rows[last + 1][c] == "^":
                last += 1
            if right > c or last > r:
                yield r + 1, c + 1, last + 1, right + 1


class TypedBook:
    """A workbook of typed sheets."""

    def __init__(self):
        self.book = Workbook()
        self.book.remove(self.book.active)
        self.book.properties.creator = "填报人"
        self.book.properties.created = self.book.properties.modified = SAVED

    def sheet(self, name: str, widths: list[float], table: str, title_rows: int = 1, heads: int = 0):
        """A sheet with a table from A1; the first rows are titles without lines."""
        rows = parsed(table)
        sheet = self.book.create_sheet(name)
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[chr(64 + number)].width = width
        for r, row in enumerate(rows, 1):
            for c, text in enumerate(row, 1):
                self.cell(sheet, r, c, text, r <= title_rows)
        for top, left, bottom, right in joined(rows):
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for r, row in enumerate(rows, 1):
            sheet.row_dimensions[r].height = self.height(row, widths, r <= title_rows)
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToHeight = 0
        return sheet

    def cell(self, sheet, row: int, column: int, text: str, is_title: bool):
        cell = sheet.cell(row, column)
        held, form = value(text)
        cell.value = held
        if form:
            cell.number_format = form
        cell.font = Font(name="宋体", size=16 if is_title and row == 1 else 10, bold=is_title and row == 1)
        is_label = isinstance(held, str) and len(held) <= 14 and not any(d in held for d in "≥≤0123456789")
        cell.alignment = Alignment(
            horizontal="center" if is_title or is_label or not isinstance(held, str) or len(held) <= 12 else "left",
            vertical="center", wrap_text=True)
        if not is_title:
            cell.border = BOX

    @staticmethod
    def height(row: list[str], widths: list[float], is_title: bool) -> float:
        lines = 1
        for c, text in enumerate(row):
            width = widths[c] if c < len(widths) else 10
            while c + 1 < len(row) and row[c + 1] == "<":
                c += 1
                width += widths[c] if c < len(widths) else 10
            parts = text.split("\\n")
            lines = max(lines, sum(-(-max(1, 2 * len(part)) // max(2, int(width) - 1)) for part in parts))
        return 28 if is_title else min(15.5 * lines + 6, 200)

    def save(self, path: Path):
        """Saves the workbook without the time of day in it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = io.BytesIO()
        self.book.save(raw)
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                content = source.read(name)
                if name == "docProps/core.xml":
                    start = content.index(b">", content.index(b"<dcterms:modified")) + 1
                    end = content.index(b"</dcterms:modified>")
                    content = content[:start] + SAVED.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + content[end:]
                entry = zipfile.ZipInfo(name, PACKED)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o600 << 16
                target.writestr(entry, content)
