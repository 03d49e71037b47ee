"""Claims that do not hold, results to be explained, and several faults at once."""
from __future__ import annotations

from fractions import Fraction as F

import oracle
from book import Num
from form import FIGURE, claimed_total, money
from planting import Case, fault, short, three_sources


@fault("R001")
def rate_wrong(c: Case):
    c.looks.rate_column = True
    c.take("count", claimed_rate=Num("1.2"))
    c.draw()
    c.expect("R001", "rate", 0)
    c.save("108.50% claimed as 120%")


@fault("R002")
def score_too_high(c: Case):
    row = short(c)
    row.claimed = Num(oracle.plain(row.points))
    c.draw()
    c.expect("R002", "score", 0)
    c.expect("R005", "actual", 0)
    # Where every other row is met and claims its points, all of them do.
    c.allow("R010")
    c.save("full marks claimed for 80.5%")


@fault("R002")
def score_too_low(c: Case):
    row = c.take("count")
    row.claimed = Num(oracle.plain(row.points - F(1, 4)))
    c.draw()
    c.expect("R002", "score", 0, severity="note")
    c.save("less claimed than earned")


@fault("R003")
def total_wrong(c: Case):
    s = c.draw()
    s.set(*s.marks["total"], Num(oracle.plain(claimed_total(s, c.p) - 2)))
    c.expect("R003", "total")
    c.save("the claimed total is not the sum")


@fault("R004")
def score_above_points(c: Case):
    row = c.take("count")
    row.claimed = Num(oracle.plain(row.points + 1))
    c.draw()
    c.expect("R004", "score", 0)
    c.save("more claimed than the row has")


@fault("R004")
def score_negative(c: Case):
    row = short(c)
    row.claimed = Num("-1")
    c.draw()
    c.expect("R004", "score", 0)
    c.expect("R005", "actual", 0)
    c.save("a score below 0")


@fault("R005")
def shortfall_explained(c: Case):
    short(c)
    c.draw()
    c.expect("R005", "actual", 0)
    c.save("161 of 200, with the reason")


@fault("R006")
def over_explained(c: Case):
    c.take("count", actual=F(261), reason=c.ctx.inventor.reason(c.p, 0))
    c.draw()
    c.expect("R006", "actual", 0)
    c.save("130.50%, with the reason")


@fault("R006")
def over_limit_exactly(c: Case):
    c.take("count", actual=F(260))
    c.draw()
    c.save("130.00% is not beyond the limit")


@fault("R007")
def shortfall_unexplained(c: Case):
    short(c).reason = None
    c.draw()
    c.expect("R007")
    c.expected[-1]["cell"] = [c.sheet.at("reason", 0), c.sheet.at("actual", 0)]
    c.save("161 of 200 without a reason")


@fault("R007")
def over_unexplained(c: Case):
    c.take("count", actual=F(261))
    c.draw()
    c.expect("R007")
    c.expected[-1]["cell"] = [c.sheet.at("reason", 0), c.sheet.at("actual", 0)]
    c.save("130.50% without a reason")


@fault("R008")
def nothing_budgeted(c: Case):
    c.p.issue_funds = False
    for f in c.p.funds:
        f.initial = f.budget = f.executed = F(0)
    s = c.draw()
    s.set(*s.marks["fund", 0, "score"], Num("0"))
    c.retotal()
    c.expect("R008")
    c.save("budget 0: the execution rate cannot be had")


@fault("R009")
def level_beyond_band(c: Case):
    row = c.take("level", actual="部分达成", actual_shown="部分达成", reason=c.ctx.inventor.reason(c.p, 0))
    row.claimed = Num(oracle.plain(row.points))
    c.draw()
    c.expect("R009", "score", 0)
    c.allow("R002", "score", 0)
    c.expect("R005", "actual", 0)
    c.save("partly achieved, full marks claimed")


@fault("R010")
def all_full(c: Case):
    c.ctx.inventor.meet(c.p, spend_all=True)
    for row in c.p.rows:
        row.judged = None
        row.claimed = "honest"
    c.draw()
    c.expect("R010")
    c.save("every row claims full marks")


@fault("R012")
def score_blank(c: Case):
    c.take("count", claimed=None)
    c.draw()
    c.expect("R012", "score", 0)
    c.save("the unit left a score blank")


@fault("mix")
def text_and_shortfall(c: Case):
    c.take("percent", actual=F(9120, 100), actual_shown="91.20%", actual_style=FIGURE,
           reason=c.ctx.inventor.reason(c.p, 0))
    c.draw()
    c.expect("V006", "actual", 0)
    c.expect("R005", "actual", 0)
    c.allow("V005", "actual", 0)
    c.save("a note on reading stays beside the shortfall")


@fault("mix")
def unit_and_no_reason(c: Case):
    c.take("count", actual=F(161), actual_shown="161件")
    c.draw()
    c.expect("V004", "actual", 0)
    c.allow("V005", "actual", 0)
    c.expect("R007", "reason", 0)
    c.expected[-1]["cell"] = [c.sheet.at("reason", 0), c.sheet.at("actual", 0)]
    c.save("a typed unit and a shortfall without a reason")


@fault("mix")
def yuan_everywhere(c: Case):
    three_sources(c)
    s = c.draw()
    for n in range(4):
        value = F(s.value(*s.marks["fund", n, "executed"]).text)
        s.set(*s.marks["fund", n, "executed"], money(value * 10000))
        c.expect("V008", "fund", n, "executed")
    c.save("everything executed in 元: V008, and no B finding that follows from it")


@fault("mix", needs=True)
def target_and_points(c: Case):
    row = c.take("count", own_target=F(180))
    row.own_points = row.points - 1
    c.draw()
    c.expect("T001", "target", 0)
    c.expect("T002", "points", 0)
    c.save("target and points changed on one row")


@fault("mix")
def blank_in_spent_over(c: Case):
    three_sources(c)
    c.p.funds[2].executed = F(57)
    c.take("count", actual_shown=None)
    c.unresolved()
    c.draw()
    c.expect("V001", "actual", 0)
    c.expect("B002", "fund", 3, "executed")
    c.save("a blank result and an overspent source")


@fault("R012")
def no_score_at_all(c: Case):
    for row in c.p.rows:
        row.claimed = row.judged = None
    c.draw()
    c.expect("R012")
    c.save("no row has a score of the unit's own: one finding")
