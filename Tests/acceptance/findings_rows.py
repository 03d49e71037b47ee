"""Samples of findings about how values are read, and about rates, scores and reasons."""
from __future__ import annotations

from fractions import Fraction as F

from book import Err, Formula, Num
from findings_base import (CONTENTED, LEVEL, NEW, PASSED, PEOPLE, POINTS_BUILT, REASON, YES_NO, Sample, sample)
from form import FIGURE, PERCENT
from oracle import plain


def typed(name, n, shown, style=None):
    """A value that can be read, and what is remarked on it."""
    def make(s: Sample):
        s.type(n, shown, style)
        s.save()
        s.expect("actual", n)
    sample(name)(make)


def spoiled(name, n, shown, style=None):
    """A value that cannot be read."""
    def make(s: Sample):
        s.spoil(n, shown, style)
        s.save()
        s.expect("actual", n)
    sample(name)(make)


spoiled("V001", NEW, None)
spoiled("V002", NEW, "540余人")
typed("V003", NEW, "５４０")
typed("V004", NEW, "540人")
typed("V005", NEW, "540")
typed("V006", CONTENTED, "94.6%", FIGURE)
typed("V007", CONTENTED, Num("94.6"), PERCENT)
spoiled("V009", NEW, Formula("INDEX(A1:A9,3)"))
typed("V009-note", NEW, Formula("320+220"))
spoiled("V010", NEW, Err("#REF!"))
spoiled("V011", NEW, Num("45614"), FIGURE.but(fmt="yyyy-mm-dd"))
spoiled("V012", YES_NO, "正在验收")
spoiled("V013", NEW, "是")
typed("V015", NEW, "≥540")
spoiled("V016", LEVEL, "基本健全")


@sample("V014")
def prompt_left(s: Sample):
    s.row(POINTS_BUILT).reason = "请说明未完成原因及下一步改进措施"
    s.save()
    s.expect("reason", POINTS_BUILT)


@sample("R001")
def rate_wrong(s: Sample):
    s.looks.rate_column = True
    s.row(NEW).claimed_rate = Num("1.12")
    s.save()
    s.expect("rate", NEW)


@sample("R002")
def score_too_high(s: Sample):
    # The level says 部分达成 nowhere: the row is met, and the rate of execution is claimed too high.
    s.draw()
    s.sheet.set(*s.sheet.marks["fund", 0, "score"], Num("10"))
    s.retotal()
    s.save()
    s.expect("fund", 0, "score")


@sample("R002-note")
def score_too_low(s: Sample):
    s.row(NEW).claimed = Num("14")
    s.save()
    s.expect("score", NEW)


@sample("R003")
def total_wrong(s: Sample):
    s.draw()
    total = F(s.sheet.value(*s.sheet.marks["total"]).text)
    s.sheet.set(*s.sheet.marks["total"], Num(plain(total + 1)))
    s.save()
    s.expect("total")


@sample("R004")
def score_above_points(s: Sample):
    s.row(NEW).claimed = Num("16")
    s.save()
    s.expect("score", NEW)


@sample("R005")
def short_with_a_reason(s: Sample):
    s.fall_short()
    s.save()
    s.expect("actual", POINTS_BUILT)


@sample("R006")
def over_with_a_reason(s: Sample):
    s.fall_short(NEW, "702", "望溪街道整体纳入服务范围，新增老年人集中登记。")
    s.save()
    s.expect("actual", NEW)


@sample("R007")
def short_without_a_reason(s: Sample):
    s.fall_short(reason=None)
    s.save()
    s.expect("reason", POINTS_BUILT)


@sample("R008")
def nothing_budgeted(s: Sample):
    for fund in s.p.funds:
        fund.initial = fund.budget = fund.executed = F(0)
    s.draw()
    s.sheet.set(*s.sheet.marks["fund", 0, "score"], Num("0"))
    s.retotal()
    s.save()
    s.expect("fund", 0, "budget")


@sample("R009")
def score_outside_its_band(s: Sample):
    s.row(LEVEL).claimed = Num("11")
    s.save()
    s.expect("score", LEVEL)


@sample("R010")
def full_marks_everywhere(s: Sample):
    s.row(LEVEL).judged = None
    for fund in s.p.funds:
        fund.executed = fund.budget
    s.save()
    s.expect_at("H12")


@sample("R012")
def score_left_blank(s: Sample):
    s.row(NEW).claimed = None
    s.save()
    s.expect("score", NEW)


@sample("C004")
def text_says_otherwise(s: Sample):
    s.draw()
    s.sheet.set(*s.sheet.marks["done"], "全年助餐服务人次3.41万人次，新增服务老年人620人，服务对象满意度94.6%。")
    s.save()
    s.expect("done")


@sample("C006")
def benefit_targets_identical(s: Sample):
    names = {NEW: "困难老年人助餐覆盖率（%）", LEVEL: "助餐点持续运营率（%）"}
    for n, actual in ((NEW, "92.5"), (LEVEL, "96")):
        row = s.row(n)
        row.name, row.direction, row.target, row.unit, row.judged = names[n], "atLeast", F(90), "%", None
        row.actual, row.actual_style = F(actual), PERCENT
        row.actual_shown = Num(plain(F(actual) / 100))
    s.save()
    s.expect_at("E12")


@sample("C007")
def actuals_are_the_targets(s: Sample):
    for n, row in enumerate(s.p.rows):
        if not isinstance(row.target, str):
            row.actual = row.target
            if row.unit == "%":
                row.actual_shown = Num(plain(row.target / 100))
    s.save()
    s.expect_at("F12")
