"""Samples of findings about money, between returns, and those that need a blank or another scheme."""
from __future__ import annotations

from fractions import Fraction as F

from book import Num
from faults_money import money
from findings_base import POINTS_BUILT, Sample, meals, moved, sample
from oracle import execution, plain


def restate(s: Sample, column, value):
    """Another figure in the total row, with the unit's rate and score by it."""
    sheet = s.sheet
    sheet.set(*sheet.marks["fund", 0, column], money(F(value)))
    amounts = {key: F(sheet.value(*sheet.marks["fund", 0, key]).text) for key in ("budget", "executed")}
    own = execution(amounts["budget"], amounts["executed"], F(10))
    sheet.set(*sheet.marks["fund", 0, "rate"], Num(plain(F(own["rate"]) / 100)))
    sheet.set(*sheet.marks["fund", 0, "score"], Num(plain(F(own["score"]))))
    s.retotal()


@sample("B001")
def total_is_not_the_sum(s: Sample):
    s.draw()
    restate(s, "executed", "311.3")
    s.save()
    s.expect("fund", 0, "executed")


@sample("B001-note")
def total_off_by_rounding(s: Sample):
    s.draw()
    restate(s, "executed", "320.37")
    s.save()
    s.expect("fund", 0, "executed")


@sample("B002")
def source_overspent(s: Sample):
    moved(s.p.funds[1], executed="21.4")
    s.save()
    s.expect("fund", 2, "executed")


@sample("B003")
def more_than_received(s: Sample):
    s.looks.received = True
    moved(s.p.funds[0], received="285")
    s.save()
    s.expect("fund", 1, "executed")


@sample("B004")
def less_received_than_budgeted(s: Sample):
    s.looks.received = True
    moved(s.p.funds[0], received="295")
    s.save()
    s.expect("fund", 1, "received")


@sample("B005")
def rate_claimed_wrong(s: Sample):
    s.draw()
    s.sheet.set(*s.sheet.marks["fund", 0, "rate"], Num("0.99"))
    s.save()
    s.expect("fund", 0, "rate")


@sample("B006")
def negative_amount(s: Sample):
    moved(s.p.funds[2], executed="-1.6")
    s.draw()
    s.sheet.set(*s.sheet.marks["fund", 3, "rate"], None)
    s.save()
    s.expect("fund", 3, "executed")


@sample("B007")
def owed_counted_as_spent(s: Sample):
    s.looks.received = True
    moved(s.p.funds[0], pending="12")
    s.save()
    s.expect("fund", 1, "pending")


@sample("B008")
def little_spent_without_a_reason(s: Sample):
    s.scheme = s.national(
        "mof-2020-limit", "\n  overLimit: 130", "\n  overLimit: 130\n  executionReasonBelow: 90")
    moved(s.p.funds[0], executed="251.2")
    s.save()
    s.expect("fund", 0, "executed")


@sample("B009")
def source_left_blank(s: Sample):
    s.draw()
    s.sheet.set(*s.sheet.marks["fund", 3, "executed"], None)
    s.sheet.set(*s.sheet.marks["fund", 3, "rate"], None)
    s.save()
    s.expect("fund", 3, "executed")


@sample("V008")
def typed_in_yuan(s: Sample):
    s.draw()
    s.sheet.set(*s.sheet.marks["fund", 1, "executed"], Num("2912000"))
    s.save()
    s.expect("fund", 1, "executed")


def family(s: Sample, difference):
    """A project and its two sub-projects."""
    parts = [meals(2, name="社区助餐服务项目（东片）", parent="CW-2024-01"),
             meals(3, name="社区助餐服务项目（西片）", parent="CW-2024-01")]
    for n, fund in enumerate(s.p.funds):
        for column in ("initial", "budget", "executed"):
            setattr(fund, column, sum((getattr(p.funds[n], column) for p in parts), F(0)))
    s.p.funds[0].executed -= F(difference)
    s.issued = [s.p, *parts]
    for p in s.issued:
        s.p, s.sheet = p, None
        s.save(f"{p.id}_自评表.xlsx")
    s.expect_file()


@sample("C001")
def parts_do_not_add_up(s: Sample):
    family(s, "3")


@sample("C001-note")
def parts_off_by_rounding(s: Sample):
    family(s, "0.01")


@sample("C002")
def nothing_returned(s: Sample):
    s.issued = [s.p, meals(2, name="社区助餐服务二期项目")]
    s.save()
    s.expect_file()


@sample("C005")
def copied(s: Sample):
    """Two projects of two units whose reasons are the same, word for word."""
    other = meals(2, name="困境儿童关爱服务项目", unit="澄湾市未成年人保护中心", goal="关爱困境儿童500人，走访不少于12次。")
    other.rows[POINTS_BUILT].name = "建设关爱站点（个）"
    for n, p in enumerate((s.p, other)):
        s.p, s.sheet = p, None
        s.row(POINTS_BUILT).reason = "因统筹安排，全年服务范围扩大到城郊三个街道，站点数量相应增加，已报主管部门备案。"
        s.save(f"{p.id}_自评表.xlsx")
        if n == 0:
            s.expect("reason", POINTS_BUILT)
