"""The cells of a filled form, to be changed and written again."""
from __future__ import annotations

import copy
import re

from openpyxl.utils import get_column_letter


def bare(text):
    return re.sub(r"\s|[（(].*?[）)]|[：:]", "", str(text))


class Grid:
    """The cells of a sheet with their number formats, its merges, and what is hidden."""

    def __init__(self, sheet=None, values=None):
        self.cells, self.merges, self.hidden_rows, self.hidden_columns = {}, [], set(), set()
        self.name, self.state = sheet.title if sheet else "表", "visible"
        for row in sheet.iter_rows() if sheet else ():
            for cell in row:
                value = values[cell.coordinate].value if cell.data_type == "f" else cell.value
                if value is not None:
                    self.cells[cell.row, cell.column] = (value, cell.number_format)
        for merge in sheet.merged_cells.ranges if sheet else ():
            self.merges.append((merge.min_row, merge.min_col, merge.max_row, merge.max_col))

    @property
    def last(self):
        return max(r for r, _ in self.cells), max(c for _, c in self.cells)

    def text(self, r, c):
        return bare(self.cells.get((r, c), ("",))[0])

    def find(self, *words):
        """The first cell that reads as one of the words, spaces and brackets left aside."""
        return next((p for p in sorted(self.cells) if self.text(*p) in words), None)

    def moved(self, row, column):
        """A copy with every place mapped; merges by their corners."""
        grid = copy.deepcopy(self)
        grid.cells = {(row(r), column(c)): v for (r, c), v in self.cells.items()}
        grid.merges = [(row(a), column(b), row(c), column(d)) for a, b, c, d in self.merges]
        return grid

    def insert_rows(self, at, count=1):
        return self.moved(lambda r: r + count if r >= at else r, lambda c: c)

    def insert_columns(self, at, count=1):
        return self.moved(lambda r: r, lambda c: c + count if c >= at else c)

    def write(self, sheet):
        for (r, c), (value, fmt) in self.cells.items():
            cell = sheet.cell(r, c, value)
            cell.number_format = fmt
        for a, b, c, d in self.merges:
            if (a, b) != (c, d):
                sheet.merge_cells(start_row=a, start_column=b, end_row=c, end_column=d)
        for r in self.hidden_rows:
            sheet.row_dimensions[r].hidden = True
        for c in self.hidden_columns:
            sheet.column_dimensions[get_column_letter(c)].hidden = True


class Form:
    """A form's grid with its landmarks, and the scheme's words."""

    def __init__(self, grid, words, result):
        self.grid, self.words = grid, words
        cells = [r["cell"] for r in result["indicators"] if r["cell"] and r["id"][0] != "T"]
        rows = sorted(int(re.sub(r"\D", "", c)) for c in cells)
        self.first, self.end = rows[0], rows[-1]
        names = [bare(w) for w in words["name"]]
        self.head = max((r for r, c in grid.cells if r < self.first and grid.text(r, c) in names), default=None)

    @property
    def total(self):
        """The total row, else the last of the indicators."""
        words = ("总分", "合计", "总计")
        found = [r for r, c in self.grid.cells if self.end < r < self.end + 4 and self.grid.text(r, c) in words]
        return min(found, default=self.end)

    @property
    def funds(self):
        """The header of the fund block and its last row, its columns by their words; None without one."""
        at = self.grid.find("全年执行数", "全年执行数", "执行数", "实际使用资金", "使用数")
        if not at or at[0] > self.head:
            return None
        rows = [r for r in range(at[0] + 1, self.head) if isinstance(self.grid.cells.get((r, at[1]), ("",))[0], (int, float))]
        return (at[0], max(rows), at[1]) if rows else None

    def column(self, meaning):
        words = [bare(w) for w in self.words.get(meaning, [])]
        return next((c for r, c in sorted(self.grid.cells) if r == self.head and self.grid.text(r, c) in words), None)
