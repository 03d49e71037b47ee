"""Blanks of the command itself, filled in and sent back, with known scores and known faults.

Usage: blanks.py --scorebook PATH --out DIR [--clean N] [--seed S] [--through openpyxl|libreoffice]

Writes DIR/returns/ with DIR/programme.xlsx and DIR/truth.json, and DIR/alone/ with
DIR/truth_alone.json for those of the returns that can do without the programme.  Every project gets its blank from `scorebook handout`; it is
filled in by openpyxl, which stores no results of formulas, and then, where asked, opened and
saved by LibreOffice, which does.  The faults are those of faults_*.py as far as a blank can
have them, and those that only a blank can have.
"""
from __future__ import annotations

import argparse
import copy
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

import blank_faults  # noqa: F401  registers its faults beside the others
import faults
import generate
import libreoffice
import planting
import truth
from blank_sheet import BlankSheet
from form import programme

# A blank has no such column, place or sum, or the fault is made on the generator's own book.
NOT_ON_BLANKS = {
    "rate_wrong": "the form has no column 完成率", "points_short": "points are issued",
    "swapped_columns": "columns cannot be moved under a protected sheet",
    "formatted_far_below": "made on the generator's sheet", "unsafe_name": "made on the generator's book",
    "table_shifted": "columns cannot be inserted under a protected sheet",
    "sheet_hidden": "made on the generator's sheet",
    "source_left_blank": "the total is a formula, which follows its sources",
    "two_forms": "made on the generator's book", "cost_at_least": "a blank words the target itself",
}
# Faults of bytes that another program would not write again, and formulas that it works out.
NOT_THROUGH_LIBREOFFICE = {"truncated", "inflates", "nests", "doctype", "name_twice", "bundle", "copied",
                           "uncalculated", "beyond"}


class Office:
    """The command, and what it makes of one project."""

    def __init__(self, scorebook, folder: Path):
        self.scorebook, self.folder, self.count = scorebook, folder, 0

    def blank(self, p, scheme="mof-2020", year="2024") -> Path:
        """The blank of a project, from a programme of its own: a parent is not in that."""
        self.count += 1
        p = copy.copy(p)
        p.parent = None
        place = self.folder / str(self.count)
        place.mkdir(parents=True)
        programme([p], year).save(place / "programme.xlsx")
        subprocess.run([self.scorebook, "handout", "--scheme", scheme, "--programme", place / "programme.xlsx",
                        "--out", place / "out", "--quiet"], check=True, stdout=subprocess.DEVNULL)
        return next((place / "out").glob(f"{p.id}_*.xlsx"))


class Saved:
    """What a case calls its book: the blank as openpyxl holds it."""

    def __init__(self, path: Path, wb):
        self.path, self.wb = path, wb

    def save(self, path, dialect=None):
        self.wb.save(path)

    def parts(self):
        with zipfile.ZipFile(self.path) as z:
            return {n: z.read(n) for n in z.namelist()}


class BlankCase(planting.Case):
    """A case whose form is the project's own blank."""
    scheme, year = "mof-2020", "2024"

    def draw(self):
        path = self.ctx.office.blank(self.p, self.scheme, self.year)
        wb = openpyxl.load_workbook(path)
        self.book = Saved(path, wb)
        self.sheet = BlankSheet(wb, self.p)
        self.sheet.fill(self.looks)
        return self.sheet

    def retotal(self):
        """The total is a formula, and follows."""

    def save(self, note, file=None):
        if self.sheet is None:
            self.draw()
        for cell in sorted(self.sheet.overwritten):
            self.allowed.append(truth.finding("S011", cell))
        if self.sheet.moved:
            # Names and rules stay behind where a program moves rows that knows nothing of them.
            self.allowed += [truth.finding("S002"), truth.finding("S007")]
            # A new row below a tier that is not merged has none of its own.
            self.allowed.append(truth.finding("S006", severity="note"))
        path = super().save(note, file)
        self.ctx.modified[path] = self.looks.modified
        touch(path, self.looks.modified)
        return path


class Context(generate.Context):
    def __init__(self, out, seed, office):
        super().__init__(out, seed, "plain", True)
        self.office, self.modified = office, {}


def clean(ctx: Context, n):
    c = BlankCase(ctx, "clean", "honest")
    if n % 2:
        ctx.inventor.fall_short(c.p)
    c.draw()
    c.expected = truth.honest_findings(c.p, c.sheet)
    c.save("all met" if n % 2 == 0 else "honest shortfalls", f"{c.p.department}/{c.p.id}_{c.p.unit}_自评表.xlsx")


def touch(path: Path, modified):
    """States when a workbook was last saved: the programs write the time of today."""
    with zipfile.ZipFile(path) as z:
        parts = [(i, z.read(i)) for i in z.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for info, data in parts:
            if info.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + modified.encode(), data)
            z.writestr(info.filename, data)


def through_libreoffice(ctx: Context):
    """Every return is opened and saved by LibreOffice, its formulas worked out."""
    for folder in sorted({p.parent for p in ctx.modified}):
        files = [p for p in ctx.modified if p.parent == folder and p.exists()]
        with tempfile.TemporaryDirectory() as out:
            libreoffice.stored_again(files, Path(out))
            for file in files:
                shutil.move(Path(out) / file.name, file)
                touch(file, ctx.modified[file])


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--scorebook", required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--clean", type=int, default=10)
    ap.add_argument("--seed", type=int, default=5)
    ap.add_argument("--through", default="openpyxl", choices=("openpyxl", "libreoffice"))
    args = ap.parse_args()
    shutil.rmtree(args.out, ignore_errors=True)
    ctx = Context(args.out, args.seed, Office(args.scorebook, args.out / "blanks"))
    ctx.returns.mkdir(parents=True)
    for n in range(args.clean):
        clean(ctx, n)
    for case in (faults, planting):
        case.Case = BlankCase
    for module in [m for name, m in sys.modules.items() if name.startswith("faults_")]:
        module.Case = BlankCase
    skipped = set(NOT_ON_BLANKS) | (NOT_THROUGH_LIBREOFFICE if args.through == "libreoffice" else set())
    for code, slug, needs, make in faults.FAULTS:
        if slug in skipped or needs is False:
            continue
        before = len(ctx.entries)
        make(BlankCase(ctx, code, slug.replace("_", "-")))
        for entry in ctx.entries[before:]:
            entry["alone"] = needs is not True or code in ("S003", "S004", "T001", "T002", "T004")
    if args.through == "libreoffice":
        through_libreoffice(ctx)
    for _ in range(2):
        p = ctx.inventor.project()
        ctx.projects.append(p)
        ctx.missing.append(p.id)
    programme(ctx.projects).save(args.out / "programme.xlsx")
    write(ctx, args)


def write(ctx, args):
    entries = sorted(ctx.entries, key=lambda e: e["file"])
    result = {"schema": "acceptance-truth/1", "scheme": "mof-2020", "programme": True, "seed": args.seed,
              "missing": ctx.missing, "roundFindings": ctx.round + [{"code": "C002", "project": m} for m in ctx.missing],
              "twins": ctx.twins, "returns": entries}
    (args.out / "truth.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    alone = [e for e in entries if e.get("alone", True)]
    result |= {"programme": False, "missing": [], "roundFindings": [], "twins": [], "returns": alone}
    (args.out / "truth_alone.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    for entry in alone:
        # An entry of a bundle stands for the bundle.
        file = entry["file"].split(".zip/")[0] + (".zip" if ".zip/" in entry["file"] else "")
        (args.out / "alone" / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ctx.returns / file, args.out / "alone" / file)
    codes = {f["code"] for e in entries for f in e["findings"]}
    print(f"{len(entries)} returns, {len(ctx.projects)} projects, {len(codes)} kinds of finding", file=sys.stderr)


if __name__ == "__main__":
    main()
