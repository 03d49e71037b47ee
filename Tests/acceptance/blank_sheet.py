"""A blank of the command as openpyxl holds it, spoken to as the generator's own sheets are."""
from __future__ import annotations

import copy
from fractions import Fraction as F

import openpyxl
from openpyxl.formula.translate import Translator

import oracle
from book import Err, Formula, Num, Style, ref
from form import FIGURE, PERCENT, money

FUNDS = ("total", "current", "carryover", "other")
FUND_COLUMNS = {"initial": "initialBudget", "budget": "budget", "executed": "executed", "rate": "executionRate",
                "score": "score"}


class Cells:
    """`sheet.cells[row, col]` as (value, style), like the generator's."""

    def __init__(self, sheet):
        self.sheet = sheet

    def __getitem__(self, place):
        return (self.sheet.value(*place), Style())

    def __iter__(self):
        return ((c.row, c.column) for line in self.sheet.ws.iter_rows() for c in line)


class Lines(set):
    """Hidden rows or columns."""

    def __init__(self, dimensions, key):
        super().__init__()
        self.dimensions, self.key = dimensions, key

    def add(self, n):
        super().add(n)
        self.dimensions[self.key(n)].hidden = True


class BlankSheet:
    """Where everything stands is known by the names of the cells."""

    def __init__(self, wb, p):
        self.wb, self.ws, self.p = wb, wb.worksheets[0], p
        self.names = {n: self.place(d.attr_text) for n, d in wb.defined_names.items() if n.startswith("sb_")}
        self.overwritten = set()       # cells of issued formulas that a constant was put over
        self.moved = False             # whether rows were moved and names left behind
        self.cells = Cells(self)
        self.hidden_rows = Lines(self.ws.row_dimensions, int)
        self.hidden_cols = Lines(self.ws.column_dimensions, openpyxl.utils.get_column_letter)
        self.marks = {"project": self.names["sb_project_name"], "unit": self.names["sb_project_unit"],
                      "total": self.names["sb_total_score"], "done": self.names["sb_goal_result"]}
        head = next(c for line in self.ws.iter_rows() for c in line if c.value == "三级指标")
        self.marks["head"] = (head.row, 1)
        self.mark_rows()
        points = self.marks["points", 0][1]
        self.marks["totalPoints"] = (self.marks["total"][0], points)
        for n, row in enumerate(FUNDS):
            for key, column in FUND_COLUMNS.items():
                if (name := f"sb_fund_{row}_{column}") in self.names:
                    self.marks["fund", n, key] = self.names[name]
            self.marks["fund", n, "name"] = (self.marks["fund", n, "executed"][0], 2)

    @staticmethod
    def place(text):
        cell = text.rsplit("!", 1)[1].replace("$", "").split(":")[0]
        row, col = openpyxl.utils.cell.coordinate_to_tuple(cell)
        return row, col

    def mark_rows(self):
        """Marks the rows that were issued; one that was not gets its own row below the one before."""
        number = 0
        for n, row in enumerate(self.p.rows):
            if row.counted:
                number += 1
                for key in ("name", "target", "actual", "points", "score", "reason"):
                    self.marks[key, n] = self.names[f"sb_I{number:02}_{key}"]
            else:
                self.insert_row(self.marks["name", n - 1][0] + 1)
                for key in ("name", "target", "actual", "points", "score", "reason"):
                    at, col = self.marks[key, n - 1]
                    self.marks[key, n] = (at + 1, col)
                    self.ws.cell(at + 1, col)._style = copy.copy(self.ws.cell(at, col)._style)

        if self.moved:
            self.total_again()

    def at(self, *key):
        return ref(*self.marks[key if len(key) > 1 else key[0]])

    # ---- values ------------------------------------------------------------------------------

    def value(self, row, col):
        value = self.ws.cell(row, col).value
        if isinstance(value, str) and value.startswith("="):
            return self.computed(row, col)
        return Num(str(value)) if isinstance(value, (int, float)) else value

    def computed(self, row, col):
        """What an issued formula comes to on the figures that were filled in."""
        for key, place in self.marks.items():
            if place != (row, col):
                continue
            if key[0] == "score":
                return Num(oracle.plain(F(self.p.rows[key[1]].result()["score"])))
            if key == ("fund", 0, "executed"):
                return money(self.p.total("executed"))
            if key == ("fund", 0, "score"):
                own = oracle.execution(self.p.total("budget", own=True), self.p.total("executed"), F(10))
                return Num(oracle.plain(F(own["score"])))
            if key == "total":
                return Num(oracle.plain(sum((F(self.value(*self.marks["score", n]).text)
                                             for n in range(len(self.p.rows))
                                             if isinstance(self.value(*self.marks["score", n]), Num)), F(0))
                                        + F(self.value(*self.marks["fund", 0, "score"]).text)))
        return None

    def set(self, row, col, value, style=None):
        cell = self.ws.cell(row, col)
        if isinstance(cell.value, str) and cell.value.startswith("=") and value is not None:
            self.overwritten.add(ref(row, col))
        if isinstance(value, Num):
            cell.value = float(value.text) if "." in value.text or len(value.text) > 15 else int(value.text)
        elif isinstance(value, Formula):
            cell.value = value.cached.text if isinstance(value.cached, Err) else "=" + value.text
        elif isinstance(value, Err):
            cell.value = value.text
        else:
            cell.value = value
            if value is not None and not value.startswith("="):
                cell.data_type = "s"
        if style is not None and style.fmt != "General":
            cell.number_format = style.fmt

    put = set

    def merge(self, row1, col1, row2, col2, value=None, style=None):
        for merge in list(self.ws.merged_cells.ranges):
            if merge.min_row <= row2 and row1 <= merge.max_row and merge.min_col <= col2 and col1 <= merge.max_col:
                self.ws.unmerge_cells(str(merge))
        self.ws.merge_cells(start_row=row1, start_column=col1, end_row=row2, end_column=col2)

    @property
    def merges(self):
        return [(m.min_row, m.min_col, m.max_row, m.max_col) for m in self.ws.merged_cells.ranges]

    @merges.setter
    def merges(self, kept):
        for m in list(self.ws.merged_cells.ranges):
            if (m.min_row, m.min_col, m.max_row, m.max_col) not in kept:
                self.ws.unmerge_cells(str(m))

    # ---- rows, moved as a program does that knows nothing of names -------------------------------

    def insert_row(self, at):
        self.move(at, 1)
        self.moved = True

    def total_again(self):
        """The total adds up all rows there are now."""
        rows = [r for k, (r, _) in self.marks.items() if isinstance(k, tuple) and k[0] == "score"]
        col = openpyxl.utils.get_column_letter(self.marks["total"][1])
        funds = ref(*self.names["sb_fund_total_score"])
        if rows:
            self.ws.cell(*self.marks["total"]).value = f"=ROUND(SUM({funds},{col}{min(rows)}:{col}{max(rows)}),2)"

    def delete_row(self, at):
        for col in range(1, self.ws.max_column + 1):
            cell = self.ws.cell(at, col)
            if not isinstance(cell, openpyxl.cell.cell.MergedCell):
                cell.value = None
        self.marks = {k: v for k, v in self.marks.items() if v[0] != at}
        self.move(at + 1, -1)
        self.moved = True

    def move(self, start, by):
        """Everything from a row on moves; formulas follow their rows, names and rules stay."""
        merges = self.merges
        for m in list(self.ws.merged_cells.ranges):
            self.ws.unmerge_cells(str(m))
        rows = range(self.ws.max_row, start - 1, -1) if by > 0 else range(start, self.ws.max_row + 1)
        for row in rows:
            for col in range(1, self.ws.max_column + 1):
                old, new = self.ws.cell(row, col), self.ws.cell(row + by, col)
                value = old.value
                if isinstance(value, str) and value.startswith("="):
                    value = Translator(value, old.coordinate).translate_formula(new.coordinate)
                new.value, new._style = value, copy.copy(old._style)
                old.value = None
        for r1, c1, r2, c2 in merges:
            edge = start if by > 0 else start - 1
            r1, r2 = (r1 + by if r1 >= start else r1), (r2 + by if r2 >= edge else r2)
            if r1 <= r2 and (r1, c1) != (r2, c2):
                self.ws.merge_cells(start_row=r1, start_column=c1, end_row=r2, end_column=c2)
        self.marks = {k: (r + by if r >= start else r, c) for k, (r, c) in self.marks.items()}
        self.names = {k: (r + by if r >= start else r, c) for k, (r, c) in self.names.items()}

    # ---- filling in ------------------------------------------------------------------------------

    def fill(self, looks):
        self.ws.title = looks.sheet if looks.sheet != "项目支出绩效自评表" else self.ws.title
        p = self.p
        for n, fund in enumerate(p.funds, 1):
            self.set(*self.marks["fund", n, "executed"], money(fund.executed))
            if not p.issue_funds:
                self.set(*self.marks["fund", n, "initial"], money(fund.initial))
                self.set(*self.marks["fund", n, "budget"], money(fund.budget))
            if fund.own_budget is not None:
                self.set(*self.marks["fund", n, "budget"], money(fund.own_budget))
        self.set(*self.marks["done"], f"{p.name}按计划实施，各项任务的完成情况见下表。")
        for n, row in enumerate(p.rows):
            self.fill_row(n, row)
        if looks.received:
            self.add_received()

    def fill_row(self, n, row):
        if row.own_target is not None:
            self.set(*self.marks["target", n], row.target_text(row.own_target))
        if row.own_points is not None:
            self.set(*self.marks["points", n], Num(oracle.plain(row.own_points)))
        if not row.counted:
            self.set(*self.marks["name", n], row.name)
            self.set(*self.marks["target", n], row.target_text())
            self.set(*self.marks["points", n], Num(oracle.plain(row.points)))
            self.set(*self.marks["score", n], Num(oracle.plain(F(row.result()["score"]))))
        shown, style = row.actual_shown, row.actual_style
        if shown is None and row.actual is not None:
            shown = row.actual if isinstance(row.actual, str) else Num(oracle.plain(row.actual))
        if row.unit == "%" and isinstance(row.actual, F) and isinstance(shown, Num) \
                and (style, F(shown.text)) in ((FIGURE, row.actual), (PERCENT, row.actual / 100)):
            # The cell shows percent: whoever types 95.09% stores the hundredth.
            shown, style = Num(oracle.plain(row.actual / 100)), None
        self.set(*self.marks["actual", n], shown, style)
        score = self.marks["score", n]
        if row.claimed != "honest":
            self.set(*score, row.claimed)
        elif row.direction == "level" and row.actual is not None:
            self.set(*score, Num(oracle.plain(F(row.result(own=True)["score"]))))
        self.set(*self.marks["reason", n], row.reason)

    def add_received(self):
        """Two columns that units add right of the form: what came in, and what is owed but counted."""
        top = self.marks["fund", 0, "name"][0] - 1
        col = max(m[3] for m in self.merges) + 1
        received = [f.budget if f.received is None else f.received for f in self.p.funds]
        owed = [f.pending for f in self.p.funds]
        known = [x for x in owed if x is not None]
        lines = [(sum(received, F(0)), sum(known, F(0)) if known else None), *zip(received, owed)]
        for n, key in enumerate(("received", "pending")):
            self.set(top, col + n, ("到位数", "待支付")[n])
            for k, line in enumerate(lines):
                self.marks["fund", k, key] = (top + 1 + k, col + n)
                self.set(top + 1 + k, col + n, None if line[n] is None else money(line[n]))
