"""Returns whose texts try to get out of their place, through the command, and what is written looked at.

Usage: inject.py SCOREBOOK [--seed S]

Every free text of a return (project, unit, goals, indicators, reasons, values, sheet names, notes and
their authors), every name (files, folders, entries of bundles) and the programme carry texts that
spreadsheets, terminals, file systems or parsers might take for more than text.  score, check, summary,
explain, programme and handout run over them; their outputs are read with other readers.  Exit status 1
on any fault.
"""
from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from book import Num, write_zip
from form import Looks, draw, programme
from inject_checks import Checks
from invent import Inventor
from oracle import plain

MARK = "INJ"
# What is written into cells; `_x001B_` is how a workbook spells a character that XML cannot hold.
TEXTS = (
    "=cmd|' /C calc'!INJ", "+INJ+1", "-INJ-1", "@SUM(INJ)", "\t=INJ", "\n=INJ", "＝INJ", "　=INJ", "'=INJ",
    '=HYPERLINK("http://INJ","x")', '",=INJ,"', "_x000D_=INJ", "_x0009_=INJ", "../../INJ", "/etc/INJ", "..\\INJ", "C:\\INJ",
    "\\\\server\\INJ", "file:///INJ", "_x001B_[31mINJ_x001B_[0m", "_x009B_31mINJ", "_x0007_INJ_x0008_", "_x0000_INJ",
    "_xD800_INJ", "_xDC00_INJ", "_xFFFE_INJ", "_xFFFF_INJ", "_x005F_x001B_INJ", "\u202eINJ\u202c", "\u2066INJ\u2069", "\u200fINJ",
    "\u2028INJ\u2029", "]]>INJ<![CDATA[", "&lt;INJ&gt;", "<INJ/>", "</t></si>INJ", "<!--INJ-->", "&INJ;", '"INJ\'', "|INJ|`x`|",
    "[INJ](javascript:x)", "{{INJ}}", "${INJ}", "%sINJ%n", "CON INJ", "INJ. ", " INJ", "INJ\r\nScore: 100", "INJ" * 900,
    "[INJ]:*?/\\", "'INJ'", "\ufeffINJ", "e\u0301INJ" + "\u0301" * 60, "INJ\U0001f600\U000e0041", "\U0010ffffINJ",
)
# File names: bytes, for file systems know no encoding.
NAMES = tuple(n.encode("utf-8", "surrogateescape") for n in (
    "=cmd INJ.xlsx", "+INJ.xlsx", "-rf INJ.xlsx", "@INJ.xlsx", "\x1b[31mINJ.xlsx", "INJ\n=1.xlsx", "INJ\t.xlsx", "\u202exslx.INJ.xlsx",
    "..\\..\\INJ.xlsx", "C:INJ.xlsx", "INJ|x`y`.xlsx", "<INJ>&amp;.xlsx", "]]>INJ.xlsx", "INJ\udcff\udcfe.xlsx", "INJ .xlsx ", "INJ.xlsx.",
    "CON.xlsx", "nul.INJ.xlsx", "COM1", "INJ#'!A1.xlsx", "INJ%2e%2e%2f.xlsx", "'INJ'.xlsx", "INJ\u2028.xlsx", "$(INJ).xlsx", "INJ" + "长" * 80 + ".xlsx"))
FOLDERS = ("CON", "INJ. ", "aux.INJ", "...INJ", "INJ ", "\x1b]0;INJ\x07", "INJ..", "LPT1.x")
ENTRIES = ("../INJ.xlsx", "/INJ.xlsx", "a/../../INJ.xlsx", "..\\INJ.xlsx", "C:\\INJ.xlsx", "\x1b[2JINJ.xlsx", "=INJ.xlsx", "CON/INJ.xlsx",
           "INJ. /b.xlsx", "\u202eINJ.xlsx", "INJ|.xlsx", "a\nINJ.xlsx", "ok/INJ.xlsx", "./INJ2.xlsx")


def xml_text(text):
    """Without what no XML can hold, which is written as `_x…_` here."""
    return "".join(c for c in text if c in "\t\n\r" or c >= " " and c not in "\ufffe\uffff")


class Case:
    def __init__(self, seed):
        self.inventor, self.dice, self.n = Inventor(seed), random.Random(seed), 0

    def project(self, text):
        """A project whose every word is the text, told apart by a number."""
        self.n += 1
        p = self.inventor.project()
        self.inventor.fall_short(p)
        t = xml_text(text)[:2700]
        p.name, p.unit, p.department, p.goal = (t + str(self.n), t, t, t)
        for n, row in enumerate(p.rows):
            row.reason = t + str(n)
            if n == 0:
                row.name = t
            elif n == 1:
                row.target_shown = t
            elif n == 2:
                row.actual_shown = t
            elif n == 3:
                row.claimed = t
            elif n == 4:
                row.tier2 = t
        return p

    def book(self, p, text):
        t = xml_text(text)
        book = draw(p, Looks(dialect="plain", sheet=(t[:28] + str(self.n)), cover=True, remark_column=True), done=t)
        for sheet in book.sheets:
            if "total" in sheet.marks:
                r, c = sheet.marks["head"]
                sheet.put(r, 14, t)
                sheet.put(r + 1, 14, t)
        book.raw["docProps/core.xml"] = lambda data: data.replace("填表人".encode(), escape(t).encode())
        return book


def noted(parts, text):
    """The parts with notes: the text is author and content."""
    author = escape(xml_text(text))
    parts["xl/comments1.xml"] = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>' + author +
        '</author></authors><commentList><comment ref="B3" authorId="0"><text><t>' + author +
        "</t></text></comment></commentList></comments>").encode()
    names = [n for n in parts if n.startswith("xl/worksheets/sheet")]
    sheet = names[-1]
    parts[f"xl/worksheets/_rels/{sheet.rsplit('/', 1)[-1]}.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        'Target="../comments1.xml"/></Relationships>').encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                     b'spreadsheetml.comments+xml"/></Types>')
    return parts


def write(folder, name, parts):
    path = os.path.join(os.fsencode(folder), name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write_zip(path.decode("utf-8", "surrogateescape"), parts)


def lay(work, seed):
    """The round: one return a text, a file a name, a bundle; half of the projects are in the programme."""
    case, returns, projects = Case(seed), work / "returns", []
    for n, text in enumerate(TEXTS):
        p = case.project(text)
        parts = case.book(p, text).parts()
        write(returns, f"texts/{n:02}.xlsx".encode(), noted(parts, text) if n % 2 else parts)
        if n % 3:
            projects.append(p)
    for n, name in enumerate(NAMES + tuple(f"{f}/{n}.xlsx".encode() for n, f in enumerate(FOLDERS))):
        p = case.project(TEXTS[n % len(TEXTS)])
        projects.append(p)
        write(returns, name, case.book(p, "INJ").parts())
    bundle = {}
    for n, entry in enumerate(ENTRIES):
        inner = work / "inner.xlsx"
        write_zip(inner, case.book(case.project(f"INJ bundle {n}"), "INJ").parts())
        bundle[entry] = inner.read_bytes()
        inner.unlink()
    write_zip(returns / "INJ 打包.zip", bundle)
    for p in projects:
        p.rows[1].target_shown = p.rows[1].target_shown
    programme(projects).save(work / "programme.xlsx")
    return projects


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("scorebook", type=Path)
    ap.add_argument("--seed", type=int, default=3)
    ap.add_argument("--keep", type=Path, help="a folder to work in and leave")
    args = ap.parse_args()
    with tempfile.TemporaryDirectory() as room:
        work = (args.keep or Path(room)).resolve()
        work.mkdir(exist_ok=True)
        lay(work, args.seed)
        checks = Checks(work, MARK)
        run_all(args.scorebook.resolve(), work, checks)
    return checks.report()


def run_all(scorebook, work, checks):
    scheme = ["--scheme", "mof-2020"]
    issued = [*scheme, "--programme", str(work / "programme.xlsx")]
    returns, out, alone = str(work / "returns"), work / "out", work / "alone"

    def run(*arguments, writes=(), json=False, status=(0, 1)):
        before = checks.outside(writes)
        ended = subprocess.run([str(scorebook), *map(str, arguments)], capture_output=True, timeout=120, cwd=work)
        checks.ended(arguments[0], ended, status, json)
        checks.expect(f"{arguments[0]}: nothing is written elsewhere", checks.outside(writes) == before)
        return ended

    run("score", *issued, returns, "--out", out, writes=[out])
    run("score", *scheme, returns, "--out", alone, "--json", "--lang", "en", writes=[alone], json=True)
    for lang in ("zh", "en"):
        run("check", *issued, returns, "--lang", lang)
        run("check", *scheme, returns, "--lang", lang)
    run("check", returns, "--json", json=True)
    merged = work / "merged/INJ.xlsx"
    run("summary", out / "results.json", alone / "results.json", "--out", merged, writes=[merged.parent], status=(0, 1, 2))
    run("summary", out / "results.json", "--out", merged, writes=[merged.parent])
    run("programme", *scheme, returns, "--out", work / "drafted.xlsx", writes=[work / "drafted.xlsx"], status=(0, 1, 2))
    run("handout", *issued, "--out", work / "blanks", writes=[work / "blanks"], status=(0, 2))
    for text in TEXTS[::3]:
        if "\0" not in text and not text.startswith("-"):
            run("explain", text, status=(0, 2))
            run("score", "--scheme", text, returns, "--out", out / "none", status=(2,))
            run("check", *scheme, text, status=(2,))
    for folder in (out, alone, work / "blanks"):
        if folder.exists():
            checks.names(folder)
    for folder in (out, alone):
        checks.csv(folder / "findings.csv")
        checks.json((folder / "results.json").read_bytes())
        checks.new_workbook(folder / "summary.xlsx", folder)
    checks.copies(work / "returns", out)
    checks.new_workbook(merged, None)
    for path in (*sorted((work / "blanks").glob("*.xlsx")), work / "drafted.xlsx"):
        if path.exists():
            checks.new_workbook(path, None)


if __name__ == "__main__":
    sys.exit(main())
