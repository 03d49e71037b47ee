"""Faults of the form, and differences from what was issued."""
from __future__ import annotations

from fractions import Fraction as F

import oracle
import truth
from book import Num, ref
from form import Row
from planting import Case, fault, three_sources


@fault("S001")
def renamed_sheet(c: Case):
    c.looks.sheet = "Sheet1 (2)"
    c.draw()
    c.expect("S001")
    c.save("the sheet has another name")


@fault("S002")
def swapped_columns(c: Case):
    s = c.draw()
    for key in [("head", 0)] + list(range(len(c.p.rows))):
        row = s.marks["head"][0] if isinstance(key, tuple) else s.marks["actual", key][0]
        a, b = (row, s.marks["points", 0][1]), (row, s.marks["score", 0][1])
        s.cells[a], s.cells[b] = s.cells[b], s.cells[a]
    for n in range(len(c.p.rows)):
        s.marks["points", n], s.marks["score", n] = s.marks["score", n], s.marks["points", n]
    a, b = s.marks["totalPoints"], s.marks["total"]
    s.cells[a], s.cells[b] = s.cells[b], s.cells[a]
    c.expect("S002")
    c.save("得分 stands before 分值")


@fault("S003", needs=True)
def extra_row(c: Case):
    old = c.p.rows[0]
    c.p.rows.insert(1, Row(old.tier1, old.tier2, "自行增加的任务数（件）", "atLeast", F(10), "件", F(5), F(12), counted=False))
    c.draw()
    c.expect("S003")
    c.expected[-1]["cell"] = [c.sheet.at(k, 1) for k in ("name", "target", "actual", "points")]
    c.save("an indicator that was not issued")


@fault("S004", needs=True)
def missing_row(c: Case):
    s = c.draw()
    at = s.marks["name", 1][0]
    s.delete_row(at)
    last = len(c.p.rows) - 1
    points = sum((q.points for n, q in enumerate(c.p.rows) if n != 1), F(10))
    s.set(*s.marks["totalPoints"], Num(oracle.plain(points)))
    cells = [s.value(*s.marks["score", n]) for n in range(last + 1) if n != 1]
    claimed = sum((F(v.text) for v in cells if isinstance(v, Num)), F(s.value(*s.marks["fund", 0, "score"]).text))
    s.set(*s.marks["total"], Num(oracle.plain(claimed)))
    c.expect("S004")
    c.more["rows"] = {1: {"completionRate": None, "score": "0.00", "status": "unresolved"}}
    c.save("an issued indicator was deleted")


@fault("S006")
def unmerged_tiers(c: Case):
    c.p.rows[1].tier2 = c.p.rows[0].tier2
    s = c.draw()
    s.merges = [m for m in s.merges if not (m[1] == m[3] and s.cells[m[0], m[1]][0] is not None and m[1] in (2, 3)
                                            and m[0] > s.marks["head"][0])]
    c.expect("S006")
    c.save("merged tiers broken up")


@fault("S008")
def hidden_row(c: Case):
    s = c.draw()
    s.hidden_rows.add(s.marks["actual", 0][0])
    c.expect("S008")
    c.save("a row inside the form is hidden")


@fault("S008")
def hidden_column(c: Case):
    s = c.draw()
    s.hidden_cols.add(s.marks["target", 0][1])
    c.expect("S008")
    c.save("a column inside the form is hidden")


@fault("S009")
def merged_rows(c: Case):
    row = c.p.rows[1]
    c.take("count")
    row.actual, row.actual_shown, row.claimed, row.claimed_rate = None, None, Num("0"), None
    row.judged = None
    row.reason = c.ctx.inventor.reason(c.p, 1)
    s = c.draw()
    at, col = s.marks["actual", 0]
    s.merge(at, col, at + 1, col)
    c.expect("S009")
    c.expected[-1]["cell"] = [s.at("actual", 0), s.at("actual", 1)]
    c.save("the results of two indicators merged")


@fault("T001", needs=True)
def target_lowered(c: Case):
    c.take("count", own_target=F(180))
    c.draw()
    c.expect("T001", "target", 0)
    c.save("a lower target, though the issued one is met")


@fault("T001", needs=True)
def target_fitted(c: Case):
    c.take("count", own_target=F(180), actual=F(186), reason="年中任务调整，已报主管部门。")
    c.draw()
    c.expect("T001", "target", 0)
    c.allow("R005", "actual", 0)
    c.save("a target lowered to the result; the score follows the issued one")


@fault("T002", needs=True)
def points_moved(c: Case):
    row = c.take("count")
    row.own_points = row.points + 2
    c.draw()
    c.expect("T002", "points", 0)
    c.save("two points more than issued; T003 does not stand beside it")


@fault("T003", needs=False)
def points_short(c: Case):
    c.take("count", points=c.p.rows[0].points + 2)
    c.draw()
    c.expect("T003")
    c.allow("T003")
    c.save("points add up to 102")


@fault("T004", needs=True)
def budget_changed(c: Case):
    f = c.p.funds[0]
    f.own_budget = f.budget + 20
    c.draw()
    c.expect("T004", "fund", 1, "budget")
    c.allow("T004", "fund", 0, "budget")
    c.save("the budget of one source is not the issued one")


@fault("T005")
def cost_at_least(c: Case):
    c.take("count", name="单位建设成本（元/平方米）", unit="元/平方米", tier2="成本指标", target=F(300), actual=F(320))
    c.draw()
    c.expect("T005")
    c.expected[-1]["cell"] = [c.sheet.at("target", 0), c.sheet.at("name", 0)]
    c.save("≥ on a cost")


@fault("S002")
def table_shifted(c: Case):
    c.looks.origin = (2, 3)
    c.draw()
    c.expect("S002")
    c.save("the table begins in column C")


@fault("S005")
def header_reworded(c: Case):
    s = c.draw()
    at = s.marks["head"][0], s.marks["points", 0][1]
    s.set(*at, "本项分值安排")
    c.expected.append(truth.finding("S005", ref(*at)))
    c.save("the header of the points was reworded")


@fault("S005")
def source_renamed(c: Case):
    three_sources(c)
    c.p.issue_funds = False
    s = c.draw()
    s.set(*s.marks["fund", 2, "name"], "县级统筹安排资金")
    c.expect("S005", "fund", 2, "name")
    c.save("a source under a name that the form has not")


@fault("S008")
def sheet_hidden(c: Case):
    c.looks.cover = True
    c.draw().hidden = True
    c.expect("S008")
    c.save("the sheet of the form is hidden")


@fault("S009")
def funds_merged(c: Case):
    three_sources(c)
    c.p.funds[1].executed = F(0)
    s = c.draw()
    (at, col), (below, _) = s.marks["fund", 1, "executed"], s.marks["fund", 2, "executed"]
    s.set(below, col, None)
    s.set(*s.marks["fund", 2, "rate"], None)
    s.merge(at, col, below, col)
    c.expect("S009")
    c.expected[-1]["cell"] = [s.at("fund", 1, "executed"), s.at("fund", 2, "executed")]
    c.allow("B009", "fund", 2, "executed")
    c.save("the amounts of two sources merged")


@fault("T003", needs=False)
def points_between_blocks(c: Case):
    rows = {}
    for row in c.p.rows:
        rows.setdefault(row.tier1, row)
    one, other = list(rows.values())[:2]
    one.points, other.points = one.points + 1, other.points - F(1, 2)
    other.points -= F(1, 2)
    for row in (one, other):
        row.judged = None
        if row.direction == "level":
            row.claimed = Num(oracle.plain(row.points))
    c.draw()
    for _ in range(2):
        c.expect("T003")
    c.save("a point moved from one block to another")
