"""How a fault is planted: one return under construction, and the register of faults."""
from __future__ import annotations

from fractions import Fraction as F

import oracle
import truth
from book import Num, Sheet, write_zip
from form import PERCENT, Project, Row, claimed_total, draw


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
        return self.book.parts()

    def reject_parts(self, parts, note):
        file = self.file()
        (self.ctx.returns / file).parent.mkdir(parents=True, exist_ok=True)
        write_zip(self.ctx.returns / file, parts)
        self.ctx.entries.append(truth.rejected(file, self.code, note))


def three_sources(c: Case):
    for n, f in enumerate(c.p.funds):
        f.initial = f.budget = f.executed = F((300, 80, 50)[n])
    c.p.funds[0].executed = F(28612, 100)


def short(c: Case, **more):
    return c.take("count", actual=F(161), reason=c.ctx.inventor.reason(c.p, 0), **more)
