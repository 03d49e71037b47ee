"""Returned workbooks with known scores and known faults.

Usage: generate.py --out DIR [--clean N] [--faulty M] [--seed S] [--dialect D] [--no-programme]

Writes DIR/returns/, DIR/programme.xlsx and DIR/truth.json.  Every other clean
return meets all its targets; the rest are honest about shortfalls.  Faults are
planted in turn, one kind after the other; --faulty all plants each once.
Dialects: plain, wps, inline, prefixed, mixed (also rows, columns and sheets
that do not belong, tables not at A1, sheets renamed).
"""
from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import faults
import truth
from book import DIALECTS, Num
from form import Looks, draw, programme
from invent import Inventor
from oracle import plain


class Context:
    def __init__(self, out: Path, seed, dialect, with_programme):
        self.out, self.returns = out, out / "returns"
        self.inventor = Inventor(seed)
        self.dialect, self.programme = dialect, with_programme
        self.projects, self.entries, self.twins, self.missing, self.round = [], [], [], [], []

    def pick(self):
        return self.inventor.r.choice(DIALECTS) if self.dialect == "mixed" else self.dialect

    def plain_looks(self) -> Looks:
        return Looks(dialect=self.pick(), rate_column=self.inventor.r.random() < 0.3)

    def odd_looks(self) -> Looks:
        """A copy as departments send it: anything may be around the form."""
        r, looks = self.inventor.r, self.plain_looks()
        if self.dialect == "plain":
            return looks
        looks.printed = r.random() < 0.5
        looks.cover = r.random() < 0.2
        looks.notes_sheet = r.random() < 0.3
        looks.gap_row = r.random() < 0.15
        looks.remark_column = r.random() < 0.15
        looks.stray = looks.dialect == "wps" or r.random() < 0.1
        if r.random() < 0.15:
            looks.origin = (r.randint(1, 4), r.randint(1, 3))
        if r.random() < 0.15:
            looks.sheet = r.choice(("Sheet1", "表一", "附件2"))
        return looks


def clean(ctx: Context, n):
    p, looks, inventor = ctx.inventor.project(), ctx.odd_looks(), ctx.inventor
    if n % 2 == 0:
        inventor.meet(p)
    else:
        inventor.fall_short(p)
    for row in p.rows:
        vary_target(ctx, row)
    book = draw(p, looks)
    book.empty_fills = looks.dialect == "wps" and inventor.r.random() < 0.3
    sheet = next(s for s in book.sheets if "total" in s.marks)
    expected = truth.honest_findings(p, sheet)
    if looks.sheet != "项目支出绩效自评表":
        expected.append(truth.finding("S001"))
    file = f"{p.department}/{p.id}_{p.unit}_自评表.xlsx"
    path = ctx.returns / file
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path, looks.dialect)
    ctx.projects.append(p)
    ctx.entries.append(truth.scored(file, p, sheet, expected, truth.allowed(p, looks), known=ctx.programme,
                                    note="all met" if n % 2 == 0 else "honest shortfalls"))


def vary_target(ctx, row):
    """The same target written another way."""
    if row.direction != "atLeast" or ctx.inventor.r.random() > 0.2:
        return
    row.target_shown = Num(plain(row.target / 100 if row.unit == "%" else row.target))


def plant(ctx: Context, count):
    usable = [f for f in faults.FAULTS if f[2] is None or f[2] == ctx.programme]
    for n in range(len(usable) if count == "all" else int(count)):
        code, slug, _, make = usable[n % len(usable)]
        case = faults.Case(ctx, code, slug.replace("_", "-"))
        make(case)


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--clean", type=int, default=20)
    ap.add_argument("--faulty", default="all", help="a number, or all")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--dialect", default="mixed", choices=(*DIALECTS, "mixed"))
    ap.add_argument("--no-programme", action="store_true", help="nothing was issued: returns stand on their own")
    args = ap.parse_args()
    ctx = Context(args.out, args.seed, args.dialect, not args.no_programme)
    shutil.rmtree(ctx.returns, ignore_errors=True)
    ctx.returns.mkdir(parents=True)
    for n in range(args.clean):
        clean(ctx, n)
    plant(ctx, args.faulty)
    if ctx.programme:
        for _ in range(2):
            p = ctx.inventor.project()
            ctx.projects.append(p)
            ctx.missing.append(p.id)
        programme(ctx.projects).save(args.out / "programme.xlsx")
    result = {"schema": "acceptance-truth/1", "scheme": "mof-2020", "programme": ctx.programme, "seed": args.seed,
              "missing": ctx.missing, "roundFindings": ctx.round + [{"code": "C002", "project": m} for m in ctx.missing],
              "twins": ctx.twins, "returns": sorted(ctx.entries, key=lambda e: e["file"])}
    lines = ",\n  ".join(json.dumps(e, ensure_ascii=False) for e in result.pop("returns"))
    head = json.dumps(result, ensure_ascii=False)
    (args.out / "truth.json").write_text(f'{head[:-1]}, "returns": [\n  {lines}\n] }}\n', encoding="utf-8")
    print(f"{len(ctx.entries)} returns, {len(ctx.projects)} projects", file=sys.stderr)


if __name__ == "__main__":
    main()
