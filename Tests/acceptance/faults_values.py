"""Values that can be read with a remark, and values that cannot be read."""
from __future__ import annotations

import oracle
from book import Err, Formula, Num
from form import FIGURE, PERCENT, money
from planting import Case, fault


def typed(code, kind, shown, note, slug, style=FIGURE, also=("V003", "V004", "V005", "V006"), severity=None):
    """A value that can be read, and what is remarked on its reading."""
    def plant(c: Case):
        c.take(kind, actual_shown=shown, actual_style=style)
        c.draw()
        c.expect(code, "actual", 0, severity=severity)
        for other in also:
            if other != code:
                c.allow(other, "actual", 0)
        c.save(note)
    plant.__name__ = slug
    fault(code)(plant)


def spoiled(code, kind, shown, note, slug, style=FIGURE, severity=None):
    """A value that cannot be read: no points, and nothing claimed for it."""
    def plant(c: Case):
        c.take(kind, actual_shown=shown, actual_style=style)
        c.unresolved()
        c.draw()
        c.expect(code, "actual", 0, severity=severity)
        c.save(note)
    plant.__name__ = slug
    fault(code.split("|")[0])(plant)


DATE = FIGURE.but(fmt="yyyy-mm-dd")
spoiled("V001", "count", None, "the result is blank", "blank")
spoiled("V002", "count", "正在统计中", "words where a number is due", "words")
spoiled("V002", "count", Num("10000000000000000000"), "a figure out of range", "huge")
spoiled("V002", "count", "200~217", "a range where a number is due", "range")
spoiled("V002", "count", "217余件", "a vague number", "vague")
spoiled("V014", "count", "请填写实际完成值", "a prompt where a number is due", "prompt_for_number")
typed("V003", "count", "２１７", "full-width digits", "full_width")
typed("V004", "count", "217件", "the unit typed into the cell", "with_unit")
typed("V004", "wan", "5.59万", "万 under 万人 is the unit", "wan_in_wan")
typed("V004", "count", "0.0217万", "万 under 件 multiplies", "wan_times")
typed("V005", "thousand", "1,234.5", "thousands separators in a text", "separators")
typed("V005", "count", "217", "a number stored as text", "as_text")
typed("V006", "percent", "95.09%", "a percentage typed as text", "percent_text")
typed("V007", "percent", Num("95.09"), "9509% in a percent cell", "percent_scale", PERCENT)
typed("V009", "count", Formula("200+17"), "a formula without a stored value", "uncalculated", severity="note")
typed("V015", "count", "≥217", "the result given as a bound", "bound")
spoiled("V009", "count", Formula("INDEX(A1:A9,3)"), "a formula beyond evaluation, without a value", "beyond")
spoiled("V010", "count", Err("#DIV/0!"), "an error value", "error_value")
spoiled("V010", "count", Formula("1/0", Err("#DIV/0!")), "a formula with an error value", "error_formula")
spoiled("V011", "count", Num("45614"), "a date where a number is due", "date", DATE)
spoiled("V012", "yesNo", "基本完成", "neither yes nor no", "neither")
spoiled("V012|V001", "yesNo", None, "yes or no not chosen", "not_chosen")
spoiled("V013", "count", "是", "yes where a number is due", "yes_for_number")
spoiled("V016", "level", "基本健全", "a word that is no level", "no_level")


@fault("V001")
def blank_but_claimed(c: Case):
    row = c.take("count")
    row.actual, row.claimed, row.claimed_rate = None, Num(oracle.plain(row.points)), None
    c.draw()
    c.expect("V001", "actual", 0)
    for code in ("R002", "R011"):
        c.allow(code, "score", 0)
    c.allow("R007", "reason", 0)
    c.save("full marks claimed for a blank result")


@fault("V008")
def money_in_yuan(c: Case):
    s = c.draw()
    s.set(*s.marks["fund", 0, "executed"], money(c.p.total("executed") * 10000))
    c.expect("V008", "fund", 0, "executed")
    c.save("the total executed written in 元")


@fault("V008")
def source_in_yuan(c: Case):
    s = c.draw()
    s.set(*s.marks["fund", 1, "executed"], money(c.p.funds[0].executed * 10000))
    c.expect("V008", "fund", 1, "executed")
    c.save("one source written in 元")


@fault("V014")
def prompt_left(c: Case):
    c.take("count", reason="（请在此填写偏差原因及改进措施）")
    c.draw()
    c.expect("V014", "reason", 0)
    c.save("the prompt was left in")


@fault("V014")
def plain_prompt_left(c: Case):
    c.take("count", reason="请说明未完成原因及下一步改进措施")
    c.draw()
    c.expect("V014", "reason", 0)
    c.save("the prompt was left in, without brackets")
