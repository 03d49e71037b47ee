"""Filled forms, changed the way people change them, must give the same figures.

Usage: mutate.py SCOREBOOK [FORM…] [--keep FOLDER]

FORM is a filled workbook, or SCHEME=workbook (mof-2020 where no scheme is given). Without any: the
samples of this repository. Of each form the cells, number formats and merges are taken, without
formulas; every change below is applied to them alone, the workbooks are checked in one run, and
every figure of every row, the funds, blocks and total have to be those of the unchanged form.
Findings may differ by the codes that a change is listed with and no others. The same workbooks on
every run. Exit status 1 on a difference.
"""
from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

ROOT = Path(__file__).resolve().parents[2]


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


CHANGES = []


def change(*more, less="", forms=1):
    """Registers a change with the codes it may add and take away."""
    def keep(f):
        CHANGES.append((f.__name__, set(more), set(less.split()), forms, f))
        return f
    return keep


@change()
def stored_again(f):
    return f.grid


@change("S002")
def rows_above(f):
    return f.grid.insert_rows(1, 3)


@change("S002")
def columns_left(f):
    return f.grid.insert_columns(1, 2)


@change("S002")
def row_before_the_table(f):
    return f.grid.insert_rows(f.head)


@change("S002")
def row_under_the_header(f):
    return f.grid.insert_rows(f.head + 1)


@change("S002")
def row_among_the_indicators(f):
    return f.grid.insert_rows(f.end)


@change("S002")
def column_in_the_middle(f):
    return f.grid.insert_columns(f.column("name") + 1)


@change("S002")
def column_before_the_score(f):
    at = f.column("score") or f.column("actual")
    return f.grid.insert_columns(at)


@change("S002")
def remarks_at_the_right(f):
    grid = copy.deepcopy(f.grid)
    c = grid.last[1] + 1
    grid.cells[f.head, c] = ("备注", "General")
    grid.cells[f.first, c] = ("见附件一", "General")
    return grid


def swapped(f, one, other):
    """Two columns of the indicator block change places, header and all."""
    a, b = f.column(one), f.column(other)
    if not a or not b:
        return None
    rows = range(f.head, f.total + 1)
    crossing = [m for m in f.grid.merges if m[0] <= f.total and m[2] >= f.head and m[1] != m[3]
                and (m[1] <= a <= m[3] or m[1] <= b <= m[3])]
    if crossing:
        return None
    grid = copy.deepcopy(f.grid)
    swap = {a: b, b: a}
    grid.cells = {(r, swap.get(c, c) if r in rows else c): v for (r, c), v in f.grid.cells.items()}
    grid.merges = [(r, swap.get(c, c), s, swap.get(d, d)) if r in rows and c == d else (r, c, s, d)
                   for r, c, s, d in f.grid.merges]
    return grid


@change("S002")
def score_before_points(f):
    return swapped(f, "points", "score")


@change("S002")
def actual_before_target(f):
    return swapped(f, "target", "actual")


@change("S002")
def reason_before_points(f):
    return swapped(f, "reason", "points")


@change("S001")
def sheet_renamed(f):
    grid = copy.deepcopy(f.grid)
    grid.name = "Sheet1"
    return grid


@change("S001")
def sheet_copied(f):
    grid = copy.deepcopy(f.grid)
    grid.name = f.grid.name[:20] + " (2)"
    return grid


@change("S006")
def tiers_unmerged(f):
    """Merges of the table broken up: the value stays in the first cell."""
    grid = copy.deepcopy(f.grid)
    grid.merges = [m for m in f.grid.merges if not (f.first <= m[0] <= f.end and m[0] != m[2])]
    return grid


@change("S006")
def tiers_unmerged_and_filled(f):
    grid = tiers_unmerged(f)
    for a, b, c, d in set(f.grid.merges) - set(grid.merges):
        for r in range(a, c + 1):
            if (a, b) in f.grid.cells and b <= f.column("name"):
                grid.cells[r, b] = f.grid.cells[a, b]
    return grid


@change("S006", "S002")
def everything_unmerged(f):
    grid = copy.deepcopy(f.grid)
    grid.merges = []
    return grid


@change()
def title_merged_wider(f):
    grid = copy.deepcopy(f.grid)
    top = min(r for r, _ in grid.cells)
    if any(m[0] <= top <= m[2] for m in grid.merges) or sum(r == top for r, _ in grid.cells) != 1:
        return None
    c = next(c for r, c in grid.cells if r == top)
    grid.merges.append((top, c, top, grid.last[1] + 3))
    return grid


@change("S005")
def headers_reworded(f):
    """Every header by the last word that the scheme lists for it."""
    grid = copy.deepcopy(f.grid)
    for words in f.words.values():
        for (r, c), (value, fmt) in f.grid.cells.items():
            if r == f.head and f.grid.text(r, c) == bare(words[0]):
                grid.cells[r, c] = (words[-1], fmt)
    return grid


@change()
def headers_spaced(f):
    grid = copy.deepcopy(f.grid)
    for (r, c), (value, fmt) in f.grid.cells.items():
        if r == f.head and isinstance(value, str):
            grid.cells[r, c] = ("\u3000" + " ".join(value.replace("\n", "")) + "：\n", fmt)
    return grid


@change()
def headers_with_brackets(f):
    grid = copy.deepcopy(f.grid)
    for (r, c), (value, fmt) in f.grid.cells.items():
        if r == f.head and isinstance(value, str):
            grid.cells[r, c] = (value + "（Ａ）", fmt)
    return grid


@change("S002", forms=2)
def two_forms_below_each_other(f):
    depth = f.grid.last[0] + 3
    grid = copy.deepcopy(f.grid)
    grid.cells |= f.grid.moved(lambda r: r + depth, lambda c: c).cells
    grid.merges += f.grid.moved(lambda r: r + depth, lambda c: c).merges
    return grid


@change("S002", forms=2)
def two_forms_side_by_side(f):
    width = f.grid.last[1] + 2
    grid = copy.deepcopy(f.grid)
    grid.cells |= f.grid.moved(lambda r: r, lambda c: c + width).cells
    grid.merges += f.grid.moved(lambda r: r, lambda c: c + width).merges
    return grid


@change("S001", forms=2)
def two_sheets(f):
    other = copy.deepcopy(f.grid)
    other.name = "项目二自评表"
    return [f.grid, other]


@change()
def other_sheets_around(f):
    notes, long = Grid(), Grid()
    notes.name, long.name = "填表说明", "数据"
    notes.cells = {(r, 1): (t, "General") for r, t in enumerate(("填报说明", "一、三级指标按批复填写。", "二、得分保留两位小数。"), 1)}
    long.cells = {(r, c): (r * c, "0") for r in range(1, 60) for c in range(1, 9)}
    return [notes, f.grid, long]


@change("S008")
def a_row_hidden(f):
    grid = copy.deepcopy(f.grid)
    grid.hidden_rows.add(f.first)
    return grid


@change("S008")
def a_column_hidden(f):
    grid = copy.deepcopy(f.grid)
    grid.hidden_columns.add(f.column("target") or f.column("name"))
    return grid


@change()
def empty_rows_hidden(f):
    grid = copy.deepcopy(f.grid)
    grid.hidden_rows |= set(range(grid.last[0] + 2, grid.last[0] + 20))
    return grid


@change("V005", "V006")
def numbers_typed_as_text(f):
    grid = copy.deepcopy(f.grid)
    for place, (value, fmt) in f.grid.cells.items():
        if type(value) in (int, float) and "%" not in fmt and f.first <= place[0] <= f.end:
            grid.cells[place] = (format(value, ".15g"), "@")
    return grid


@change("V009", "S011")
def scores_as_formulas(f):
    """The unit's scores as formulas without a value; what they come to is the same."""
    c = f.column("score")
    if not c:
        return None
    grid = copy.deepcopy(f.grid)
    for r in range(f.first, f.end + 1):
        value, fmt = f.grid.cells.get((r, c), (None, None))
        if type(value) in (int, float):
            grid.cells[r, c] = (f"=ROUND({value}*2/2,6)", fmt)
    return grid


@change("V009")
def actuals_as_formulas(f):
    c = f.column("actual")
    if not c:
        return None
    grid = copy.deepcopy(f.grid)
    far = grid.last[1] + 30
    for r in range(f.first, f.end + 1):
        value, fmt = f.grid.cells.get((r, c), (None, None))
        if type(value) in (int, float):
            grid.cells[r, far] = (value, "General")
            grid.cells[r, c] = (f"=IF(1>2,0,SUM({get_column_letter(far)}{r}:{get_column_letter(far)}{r}))", fmt)
    return grid


@change()
def texts_with_odd_spaces(f):
    grid = copy.deepcopy(f.grid)
    for place, (value, fmt) in f.grid.cells.items():
        if isinstance(value, str) and place[0] < f.head:
            grid.cells[place] = (f"\u00a0{value}\u3000 ", fmt)
    return grid


@change("F010")
def stray_formats(f):
    grid = copy.deepcopy(f.grid)
    for r in range(1, 40):
        for c in range(grid.last[1] + 3, grid.last[1] + 8):
            grid.cells[grid.last[0] + 1, 1] = grid.cells.get((grid.last[0] + 1, 1), (" ", "0"))
    return grid


@change("S002")
def goals_below_the_table(f):
    """The block of the goals moves behind everything else."""
    goal = f.grid.find("年度总体目标", "总体目标", "年度绩效目标")
    if not goal:
        return None
    merge = next((m for m in f.grid.merges if (m[0], m[1]) == goal), (*goal, *goal))
    top, end, count = merge[0], merge[2], merge[2] - merge[0] + 1
    if not (top < f.head and end < f.head) or any(m[0] < top <= m[2] or m[0] <= end < m[2] for m in f.grid.merges):
        return None
    last = f.grid.last[0]
    grid = f.grid.moved(
        lambda r: last + r - end if top <= r <= end else r - count if r > end else r, lambda c: c)
    return grid


@change("S002")
def header_of_two_rows(f):
    grid = f.grid.insert_rows(f.head + 1)
    for c in range(1, grid.last[1] + 1):
        inside = any(m[0] <= f.head <= m[2] and m[1] <= c <= m[3] for m in grid.merges)
        if (f.head, c) in grid.cells and not inside:
            grid.merges.append((f.head, c, f.head + 1, c))
    return grid


@change("S002")
def fund_columns_swapped(f):
    """执行数 before the budget."""
    if not f.funds:
        return None
    head, end, c = f.funds
    if any(m[0] <= end and m[2] >= head and m[1] != m[3] and m[1] <= c <= m[3] + 1 for m in f.grid.merges):
        return None
    swap = {c: c - 1, c - 1: c}
    grid = copy.deepcopy(f.grid)
    grid.cells = {(r, swap.get(k, k) if head <= r <= end else k): v for (r, k), v in f.grid.cells.items()}
    return grid


@change("S002")
def title_deleted(f):
    top = min(r for r, _ in f.grid.cells)
    if f.grid.find("项目名称") and f.grid.find("项目名称")[0] == top:
        return None
    grid = copy.deepcopy(f.grid)
    grid.cells = {p: v for p, v in grid.cells.items() if p[0] != top}
    grid.merges = [m for m in grid.merges if m[0] != top]
    return grid.moved(lambda r: r - 1, lambda c: c)


@change("S002")
def pictures_as_evidence(f):
    """What WPS writes for a picture in a cell."""
    grid = copy.deepcopy(f.grid)
    c = grid.last[1] + 1
    grid.cells[f.head, c] = ("佐证材料", "General")
    for r in range(f.first, f.end + 1):
        grid.cells[r, c] = (f'=_xlfn.DISPIMG("ID_{r:032X}",1)', "General")
    return grid


@change("S002")
def last_column_merged_wider(f):
    grid = copy.deepcopy(f.grid)
    c = max(k for r, k in grid.cells if r == f.head)
    if any(m[0] <= f.total and m[2] >= f.head and m[1] <= c <= m[3] and m[1] != m[3] for m in grid.merges):
        return None
    for r in range(f.head, f.end + 1):
        grid.merges.append((r, c, r, c + 1))
    return grid


@change("S002")
def rows_of_a_tier_swapped(f):
    """The last two indicators change places where they stand in one second tier."""
    a, b, tier = f.end - 1, f.end, f.column("tier2") or f.column("tier1")
    if a < f.first or any(a in range(m[0], m[2]) and m[1] > (tier or 0) for m in f.grid.merges):
        return None
    if tier and (b, tier) in f.grid.cells:
        return None
    swap = {a: b, b: a}
    grid = copy.deepcopy(f.grid)
    grid.cells = {(swap.get(r, r) if c > (tier or 0) else r, c): v for (r, c), v in f.grid.cells.items()}
    return grid


@change("S001", "S008", forms=2)
def a_hidden_copy_of_the_sheet(f):
    other = copy.deepcopy(f.grid)
    other.name, other.state = "自评表备份", "hidden"
    return [f.grid, other]


@change("S002", forms=2)
def two_forms_with_other_columns(f):
    """Below each other, the second with two columns swapped."""
    other = swapped(f, "target", "actual")
    if other is None:
        return None
    depth = f.grid.last[0] + 2
    moved = other.moved(lambda r: r + depth, lambda c: c)
    grid = copy.deepcopy(f.grid)
    grid.cells |= moved.cells
    grid.merges += moved.merges
    return grid


def figures(result):
    """What must not change, in an order of its own."""
    rows = [{k: r[k] for k in ("tier1", "tier2", "name", "unit", "direction", "target", "actual", "completionRate",
                               "claimedRate", "points", "score", "claimedScore", "status")} for r in result["indicators"]]
    keys = ("funds", "execution", "blocks", "total", "claimedTotal", "grade", "status")
    project = {k: re.sub(r"\s", "", v or "") for k, v in result["project"].items()} if result["project"] else None
    rows.sort(key=lambda row: (row["name"], str(row["target"]), str(row["actual"])))
    return {"rows": rows, "project": project, **{k: result[k] for k in keys}}


def codes(result):
    return Counter(f["code"] for f in result["findings"] if f["code"] not in ("F009", "C005"))


def check(scorebook, scheme, *inputs):
    out = subprocess.run([scorebook, "check", "--scheme", scheme, *map(str, inputs), "--json", "--quiet", "--fail-on", "never"],
                         capture_output=True, check=True).stdout
    found = {}
    for result in json.loads(out)["returns"]:
        found.setdefault(result["file"], []).append(result)
    return found


def save(sheets, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for grid in sheets if isinstance(sheets, list) else [sheets]:
        sheet = book.create_sheet(grid.name)
        sheet.sheet_state = grid.state
        grid.write(sheet)
    book.save(path)


def compare(name, base, got, change):
    """What differs from the unchanged form, in words."""
    title, more, less, forms, _ = change
    if len(got) != forms:
        return [f"{name} {title}: {len(got)} forms, {forms} due"]
    problems = []
    for result in got:
        was, now = figures(base), figures(result)
        for key in was:
            if was[key] != now[key]:
                problems.append(f"{name} {title}: {key} {first_difference(was[key], now[key])}")
        added, gone = codes(result) - codes(base), codes(base) - codes(result)
        if set(added) - more or set(gone) - less:
            problems.append(f"{name} {title}: findings +{dict(added)} -{dict(gone)}")
    return problems


def first_difference(was, now):
    if isinstance(was, list) and isinstance(now, list):
        if len(was) != len(now):
            return f"{len(was)} rows, now {len(now)}"
        was, now = next((a, b) for a, b in zip(was, now) if a != b)
    if isinstance(was, dict) and isinstance(now, dict):
        return str({k: (v, now.get(k)) for k, v in was.items() if now.get(k) != v})
    return f"{was!r} → {now!r}"


def header_words(scheme):
    """The words of the indicator block's columns, in the scheme's order: as much YAML as that takes."""
    path = Path(scheme) if scheme.endswith(".yaml") else ROOT / "templates" / scheme / "scheme.yaml"
    words, key, inside, other = {}, None, None, False
    for line in path.read_text(encoding="utf-8").splitlines():
        depth, text = len(line) - len(line.lstrip()), line.split(" #")[0].strip()
        if inside is None:
            inside = depth if text == "indicators:" else None
        elif text and depth <= inside:
            break
        elif depth == inside + 2 and text:
            other = text in ("columns:", "otherColumns:")
        elif other and text.startswith("- ") and key:
            words[key].append(text[2:].strip("\"' "))
        elif other and ":" in text:
            key, listed = text.split(":", 1)
            words[key] = [w.strip("\"' ") for w in listed.strip(" []").split(",") if w.strip()]
    return words


def run(scorebook, scheme, path, folder):
    name = path.stem
    base = check(scorebook, scheme, path)[path.name]
    if base[0]["status"] != "scored":
        return [], 0
    sheet = next(r["sheet"] for r in base[0]["indicators"] if r["cell"])
    grid = Grid(openpyxl.load_workbook(path)[sheet], openpyxl.load_workbook(path, data_only=True)[sheet])
    form = Form(grid, header_words(scheme), base[0])
    if form.head is None:
        return [f"{name}: its header is not found"], 0
    made = {}
    for change in CHANGES:
        changed = change[4](form)
        if changed is not None:
            made[f"{change[0]}.xlsx"] = change
            save(changed, folder / f"{change[0]}.xlsx")
    got = check(scorebook, scheme, folder)
    base = got["stored_again.xlsx"][0]
    return [p for file, change in made.items() for p in compare(name, base, got[file], change)], len(made)


def samples():
    for folder in sorted((ROOT / "samples").glob("**/cmd.txt")):
        words = re.search(r"--scheme\s+(\S+)", folder.read_text(encoding="utf-8"))
        for path in sorted((folder.parent / "input").glob("**/*.xlsx")):
            if words and path.name != "programme.xlsx" and "_批注" not in path.name:
                yield words[1], path


def main(arguments):
    scorebook, *forms = arguments
    forms = [tuple(f.split("=", 1)) if "=" in f else ("mof-2020", f) for f in forms] or list(samples())
    problems, count = [], 0
    for scheme, path in forms:
        with tempfile.TemporaryDirectory() as folder:
            found, made = run(scorebook, scheme, Path(path), Path(folder))
            problems += found
            count += made
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{count} changed workbooks of {len(forms)} forms, {len(problems)} differences")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
