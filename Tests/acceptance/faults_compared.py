"""Figures and texts that contradict each other, within a return and between returns."""
from __future__ import annotations

from fractions import Fraction as F

from form import Row
from planting import Case, fault


@fault("C001", needs=True)
def parts_differ(c: Case):
    parts(c)
    c.p.funds[0].executed -= 3
    c.ctx.round.append({"code": "C001", "project": c.p.id})
    c.save("the parent executed 3 less than its sub-projects together")


@fault("C001", needs=True)
def parts_add_up(c: Case):
    parts(c)
    c.save("sub-projects that add up to their parent")


def parts(c: Case):
    """Two sub-projects, whose money together is the parent's."""
    cases = [Case(c.ctx, c.code, f"{c.slug}-{n}") for n in (1, 2)]
    for n, fund in enumerate(c.p.funds):
        for column in ("initial", "budget", "executed"):
            setattr(fund, column, sum((getattr(q.p.funds[n], column) for q in cases), F(0)))
    for case in cases:
        case.p.parent = c.p.id
        case.save("a sub-project")


@fault("C004")
def text_contradicts(c: Case):
    c.take("count")
    c.draw()
    c.sheet.set(*c.sheet.marks["done"], "各项任务按计划推进。全年专项任务完成数250件，群众反映良好。")
    c.expect("C004", "done")
    c.save("250 in the text, 217 in the table")


@fault("C004")
def text_rounds(c: Case):
    c.take("wan")
    c.draw()
    c.sheet.set(*c.sheet.marks["done"], "全年专项惠及人数5.6万人，其中：专项惠及人数2.1万人在乡镇。")
    c.save("5.6 in the text for 5.59, and a part of it")


@fault("C006")
def benefits_identical(c: Case):
    benefits = [n for n, q in enumerate(c.p.rows) if q.tier1 == "效益指标"]
    if len(benefits) == 1:
        only = c.p.rows[benefits[0]]
        only.points /= 2
        c.p.rows.insert(benefits[0] + 1, Row(only.tier1, only.tier2, "", "", F(0), "", only.points))
        benefits.append(benefits[0] + 1)
    for n in benefits:
        old = c.p.rows[n]
        c.p.rows[n] = Row(old.tier1, old.tier2, f"专项效益达标率之{n}（%）", "atLeast", F(90), "%", old.points)
        c.ctx.inventor.fill(c.p.rows[n], F(95))
    c.draw()
    c.expect("C006")
    c.save("every benefit target is 90 %")


@fault("C007")
def actuals_copied(c: Case):
    c.take("count")
    for row in c.p.rows:
        if row.direction == "between":
            row.direction, row.target = "atLeast", row.target[0]
        if not isinstance(row.target, str):
            c.ctx.inventor.fill(row, row.target)
    c.draw()
    c.expect("C007")
    c.save("every actual is its target")


@fault("C004")
def reason_contradicts(c: Case):
    row = c.take("count", actual=F(161))
    row.reason = "专项任务完成数158件，其余因汛期顺延，2025年6月底前完成。"
    c.draw()
    c.expect("C004", "reason", 0)
    c.expect("R005", "actual", 0)
    c.save("158 in the reason, 161 in the table")
