"""One known fault a return: what a unit does wrong, and what must be said about it."""
from __future__ import annotations

import zlib
from fractions import Fraction as F

import cfb
import oracle
import truth
from book import Book, Err, Formula, Num, Sheet, Style, write_zip
from form import FIGURE, PERCENT, Looks, Project, Row, claimed_total, draw, money

FAULTS = []
GENERIC = {                        # kind -> name, direction, target, unit, a value that meets it
    "count": ("专项任务完成数（件）", "atLeast", F(200), "件", F(217)),
    "thousand": ("专项整治长度（米）", "atLeast", F(1200), "米", F(2469, 2)),
    "percent": ("专项任务合格率（%）", "atLeast", F(95), "%", F(9509, 100)),
    "wan": ("专项惠及人数（万人）", "atLeast", F(51, 10), "万人", F(559, 100)),
    "yesNo": ("专项系统通过验收（是/否）", "yesNo", "是", "是/否", "是"),
    "level": ("专项制度健全程度（定性）", "level", "达成", "", "达成"),
}


def fault(code, needs=None):
    """Register a fault; `needs`: True with a programme only, False without one only."""
    def keep(f):
        FAULTS.append((code, f.__name__, needs, f))
        return f
    return keep


class Case:
    """One return under construction: all targets met, all claims right, until a fault is planted."""

    def __init__(self, ctx, code, slug):
        self.ctx, self.code, self.slug = ctx, code, slug
        self.p: Project = ctx.inventor.project()
        ctx.inventor.meet(self.p)
        self.looks = ctx.plain_looks()
        self.expected, self.allowed = [], []
        self.more = {}                 # overrides for truth.scored
        self.known = True
        self.counts = True
        self.sheet = None

    def take(self, kind, **changes):
        """The first row becomes one of the given kind."""
        name, direction, target, unit, actual = GENERIC[kind]
        old = self.p.rows[0]
        row = Row(old.tier1, old.tier2, name, direction, target, unit, old.points, actual)
        if unit == "%":
            row.actual_shown, row.actual_style = Num(oracle.plain(actual / 100)), PERCENT
        for key, value in changes.items():
            setattr(row, key, value)
        self.p.rows[0] = row
        return row

    def unresolved(self):
        """Row 0 cannot be scored; its unit claims nothing for it."""
        row = self.p.rows[0]
        row.actual, row.claimed, row.claimed_rate = None, Num("0"), None
        row.reason = row.reason or self.ctx.inventor.reason(self.p, 0)
        return row

    def draw(self) -> Sheet:
        self.book = draw(self.p, self.looks)
        self.sheet = next(s for s in self.book.sheets if "total" in s.marks)
        return self.sheet

    def retotal(self):
        self.sheet.set(*self.sheet.marks["total"], Num(oracle.plain(claimed_total(self.sheet, self.p))))

    def expect(self, code, *key, severity=None):
        cell = self.sheet.at(*key) if key else None
        self.expected.append(truth.finding(code, cell, severity))

    def allow(self, code, *key):
        self.allowed.append(truth.finding(code, self.sheet.at(*key) if key else None))

    def file(self, suffix="xlsx"):
        return f"faults/{self.code}-{self.slug}-{self.p.id}.{suffix}"

    def save(self, note, file=None):
        """Write the workbook and enter it in the truth."""
        if self.sheet is None:
            self.draw()
        file = file or self.file()
        path = self.ctx.returns / file
        path.parent.mkdir(parents=True, exist_ok=True)
        self.book.save(path, self.looks.dialect)
        if self.known and self.p not in self.ctx.projects:
            self.ctx.projects.append(self.p)
        self.ctx.entries.append(truth.scored(file, self.p, self.sheet, self.expected,
                                             self.allowed + truth.allowed(self.p, self.looks), note=note,
                                             known=self.known and self.ctx.programme, counts=self.counts, **self.more))
        return path

    def reject(self, data, note, suffix="xlsx"):
        file = self.file(suffix)
        path = self.ctx.returns / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.ctx.entries.append(truth.rejected(file, self.code, note))

    def whole(self) -> dict:
        self.draw()
        return self.book.parts(self.looks.dialect)

    def reject_parts(self, parts, note):
        file = self.file()
        (self.ctx.returns / file).parent.mkdir(parents=True, exist_ok=True)
        write_zip(self.ctx.returns / file, parts)
        self.ctx.entries.append(truth.rejected(file, self.code, note))


# ---- the file itself -------------------------------------------------------------------------

@fault("F001")
def truncated(c: Case):
    c.draw()
    path = c.ctx.returns / c.file()
    path.parent.mkdir(parents=True, exist_ok=True)
    c.book.save(path)
    data = path.read_bytes()
    c.reject(data[:len(data) * 3 // 5], "the download stopped half way")


@fault("F001")
def noise(c: Case):
    c.reject(bytes(c.ctx.inventor.r.randrange(256) for _ in range(3000)), "no workbook at all")


@fault("F002")
def password(c: Case):
    c.reject(cfb.encrypted(), "encrypted with a password")


@fault("F003")
def legacy_renamed(c: Case):
    c.reject(cfb.legacy_workbook(), ".xls renamed to .xlsx")


@fault("F003")
def comma_separated(c: Case):
    c.reject("项目名称,实施单位\r\n某项目,某单位\r\n".encode("gbk"), "a .csv", "csv")


@fault("F004")
def empty(c: Case):
    c.reject(b"", "empty file")


@fault("F005")
def inflates(c: Case):
    parts = c.whole()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    size, crc, body = 0, 0, b""
    head, tail = parts["xl/worksheets/sheet1.xml"].split(b"<sheetData>", 1)
    head += b"<sheetData>"
    blank = b" " * (1 << 20)
    for piece in [head] + [blank] * 2048 + [tail]:
        size, crc = size + len(piece), zlib.crc32(piece, crc)
        body += packer.compress(piece)
    body += packer.flush()
    c.reject(raw_zip({**parts, "xl/worksheets/sheet1.xml": (body, crc, size)}), "2 GiB in 2 MB")


@fault("F005")
def nests(c: Case):
    parts = c.whole()
    deep = b"<a>" * 200_000 + b"</a>" * 200_000
    sheet = parts["xl/worksheets/sheet1.xml"]
    c.reject_parts({**parts, "xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", deep + b"</sheetData>")},
                   "elements nested 200,000 deep")


@fault("F006")
def doctype(c: Case):
    parts = c.whole()
    sheet = parts["xl/worksheets/sheet1.xml"]
    at = sheet.index(b"?>") + 2
    entity = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    c.reject_parts({**parts, "xl/worksheets/sheet1.xml": sheet[:at] + entity + sheet[at:]}, "an external entity")


@fault("F008")
def other_workbook(c: Case):
    s = Sheet("通讯录")
    for r, line in enumerate((("姓名", "科室", "电话"), ("甲", "办公室", "000-0000000"), ("乙", "财务科", "000-0000001")), 1):
        for k, text in enumerate(line, 1):
            s.put(r, k, text, Style())
    c.reject_parts(Book(s).parts(), "an address list sent by mistake")


@fault("F009", needs=True)
def second_version(c: Case):
    old, new = c, Case(c.ctx, c.code, "newer")
    new.p = c.p
    old.looks = Looks(modified="2025-03-10T02:00:00Z")
    new.looks = Looks(modified="2025-03-20T02:00:00Z", rate_column=True)
    new.save("the newer return of a project", f"faults/F009-a-newer-{c.p.id}.xlsx")
    old.counts = False
    old.draw()
    old.expect("F009")
    old.save("the older return of a project, later by name", f"faults/F009-b-older-{c.p.id}.xlsx")


@fault("F009", needs=True)
def copied(c: Case):
    first, second = (f"faults/F009-{n}-of-two-{c.p.id}.xlsx" for n in ("one", "two"))
    c.draw()
    c.counts = None
    c.allowed.append(truth.finding("F009", severity="note"))
    path = c.save("sent twice", first)
    (c.ctx.returns / second).write_bytes(path.read_bytes())
    c.ctx.entries.append({**c.ctx.entries[-1], "file": second})
    c.ctx.twins.append([first, second])


@fault("F012", needs=True)
def unknown_project(c: Case):
    c.known = c.counts = False
    c.draw()
    c.expect("F012")
    c.expected[-1]["cell"] = [c.sheet.at("project"), None]
    c.save("a project that was not approved")


# ---- the form --------------------------------------------------------------------------------

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


# ---- values ----------------------------------------------------------------------------------

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
spoiled("V002", "count", "完成良好", "words where a number is due", "words")
spoiled("V002", "count", Num("10000000000000000000"), "a figure out of range", "huge")
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


# ---- against what was issued -----------------------------------------------------------------

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


# ---- money -----------------------------------------------------------------------------------

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


def three_sources(c: Case):
    for n, f in enumerate(c.p.funds):
        f.initial = f.budget = f.executed = F((300, 80, 50)[n])
    c.p.funds[0].executed = F(28612, 100)


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


# ---- claims and results ----------------------------------------------------------------------

@fault("R001")
def rate_wrong(c: Case):
    c.looks.rate_column = True
    c.take("count", claimed_rate=Num("1.2"))
    c.draw()
    c.expect("R001", "rate", 0)
    c.save("108.50% claimed as 120%")


def short(c: Case, **more):
    return c.take("count", actual=F(161), reason=c.ctx.inventor.reason(c.p, 0), **more)


@fault("R002")
def score_too_high(c: Case):
    row = short(c)
    row.claimed = Num(oracle.plain(row.points))
    c.draw()
    c.expect("R002", "score", 0)
    c.expect("R005", "actual", 0)
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


# ---- several at once -------------------------------------------------------------------------

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


def raw_zip(parts):
    """A zip of ready parts; a part may be (deflated bytes, crc, size)."""
    import struct
    body, directory = b"", b""
    for name, data in parts.items():
        if isinstance(data, bytes):
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            data = (packer.compress(data) + packer.flush(), zlib.crc32(data), len(data))
        packed, crc, size = data
        fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0x4BC0, 0x5A6E, crc, len(packed), size, len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) \
            + name.encode()
        body += b"PK\3\4" + fields + name.encode() + packed
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return body + directory + end
