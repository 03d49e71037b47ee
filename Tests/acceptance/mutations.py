"""What people do to the structure of a filled form: one function each, for mutate.py.

Each takes a form and gives its changed grid, a list of grids for several sheets, or None where the
form has not what is to be changed.
"""
from __future__ import annotations

import copy

from openpyxl.utils import get_column_letter

from grid import Form, Grid, bare

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
    return f.grid.insert_columns(at) if at else None


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


@change("S001", less="S001", forms=2)
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


@change("S001", "S008", less="S001", forms=2)
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
