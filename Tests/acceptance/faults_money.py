"""Faults of the funds table."""
from __future__ import annotations

from fractions import Fraction as F

import oracle
from book import Num
from form import money
from planting import Case, fault, three_sources


def restate(c: Case, executed: F):
    """A stated total executed, with the claims that follow from it."""
    s = c.sheet
    own = oracle.execution(c.p.total("budget"), executed, F(10))
    s.set(*s.marks["fund", 0, "executed"], money(executed))
    s.set(*s.marks["fund", 0, "rate"], Num(oracle.plain(F(own["rate"]) / 100)))
    s.set(*s.marks["fund", 0, "score"], Num(oracle.plain(F(own["score"]))))
    c.retotal()
    c.more["execution"] = own


@fault("B001")
def sum_wrong(c: Case):
    c.p.funds[0].executed += 9
    c.p.funds[0].budget += 30
    c.p.funds[0].initial += 30
    c.draw()
    restate(c, c.p.total("executed") - 9)
    c.expect("B001", "fund", 0, "executed")
    c.save("the total executed is 9 less than its sources")


@fault("B001")
def sum_rounded(c: Case):
    for n, f in enumerate(c.p.funds):
        f.initial = f.budget = F((300, 80, 50)[n])
        f.executed = F((2874, 763, 481)[n], 10)
    c.draw()
    restate(c, c.p.total("executed") + F(7, 100))
    c.expect("B001", "fund", 0, "executed", severity="note")
    c.save("a difference that rounding explains")


@fault("B002")
def source_over(c: Case):
    three_sources(c)
    c.p.funds[1].executed = F(8350, 100)
    c.draw()
    c.expect("B002", "fund", 2, "executed")
    c.save("one source over its budget, the total not")


@fault("B002")
def source_and_total_over(c: Case):
    three_sources(c)
    c.p.funds[0].executed = F(31225, 100)
    c.draw()
    c.expect("B002", "fund", 1, "executed")
    c.save("one source over its budget, and the total through it")


def expect_either(c: Case, code, n, *columns):
    c.expect(code)
    c.expected[-1]["cell"] = [c.sheet.at("fund", n, k) for k in columns]


@fault("B003")
def more_than_received(c: Case):
    three_sources(c)
    c.looks.received = True
    c.p.funds[0].received = F(280)
    c.draw()
    expect_either(c, "B003", 1, "executed", "received")
    for n in (0, 1):
        for code, key in (("B003", "executed"), ("B003", "received"), ("B004", "received")):
            c.allow(code, "fund", n, key)
    c.save("one source spent more than it received")


@fault("B004")
def received_differs(c: Case):
    three_sources(c)
    c.looks.received = True
    c.p.funds[0].received = F(295)
    c.draw()
    c.expect("B004", "fund", 1, "received")
    c.allow("B004", "fund", 0, "received")
    c.save("received 295 of a budget of 300")


@fault("B007")
def owed_counted(c: Case):
    three_sources(c)
    c.looks.received = True
    c.p.funds[0].pending = F(20)
    c.draw()
    expect_either(c, "B007", 1, "pending", "executed")
    for key in ("pending", "executed"):
        c.allow("B007", "fund", 0, key)
    c.save("20 not yet paid, counted as executed")


@fault("B005")
def rate_claimed_wrong(c: Case):
    three_sources(c)
    s = c.draw()
    s.set(*s.marks["fund", 0, "rate"], Num("0.99"))
    c.expect("B005", "fund", 0, "rate")
    c.save("96.77% stated as 99%")


@fault("B006")
def negative_amount(c: Case):
    three_sources(c)
    c.p.funds[2].executed = F(-5)
    s = c.draw()
    s.set(*s.marks["fund", 3, "rate"], None)
    c.expect("B006", "fund", 3, "executed")
    c.allow("B008", "fund", 0, "rate")
    c.save("a negative amount")


@fault("B008")
def little_spent(c: Case):
    three_sources(c)
    c.p.funds[0].executed = F(90)
    c.draw()
    for key in ("rate", "executed", "score", "name"):
        for code in ("B008", "R005", "R007"):
            c.allow(code, "fund", 0, key)
    c.save("51% executed; B008 only where the scheme has a limit")


@fault("B001")
def total_left_blank(c: Case):
    s = c.draw()
    for key in ("initial", "budget", "executed", "rate"):
        s.set(*s.marks["fund", 0, key], None)
    c.expect("B001")
    for n in range(1, 4):
        c.allow("B009", "fund", n, "executed")
    c.save("the total is blank and its sources are not")


@fault("B009")
def source_left_blank(c: Case):
    three_sources(c)
    s = c.draw()
    s.set(*s.marks["fund", 3, "executed"], None)
    s.set(*s.marks["fund", 3, "rate"], None)
    c.expect("B009", "fund", 3, "executed")
    c.save("a source with a budget and no amount")


@fault("R011")
def claimed_without_money(c: Case):
    c.p.issue_funds = False
    for f in c.p.funds:
        f.initial = f.budget = f.executed = F(0)
    s = c.draw()
    s.set(*s.marks["fund", 0, "score"], Num("9"))
    c.retotal()
    c.expect("R011", "fund", 0, "score")
    c.expect("R008")
    c.save("budget 0, and 9 points claimed for it")
