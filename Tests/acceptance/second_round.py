"""A second round: annotated copies corrected through openpyxl and returned beside the old returns.

Usage: second_round.py SCOREBOOK ROUND OUT

ROUND is a folder that generate.py wrote.  Its returns are scored; of the copies
some findings are corrected, some left, one fault is added.  Old and new are
scored together, in both orders, from folders and from a bundle with names in
GBK and backslashes, in which every department's file has the same name.  What
审核结果 says was resolved, stands and is new must be so; the unit's cells must
be those that were sent.  Exit status 1 on a difference.
"""
from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl

LINE = re.compile(r"与上次报送的“(.*)”相比：已改 (\d+) 项，仍有 (\d+) 项，新增 (\d+) 项。")
RESULT = "审核结果"
ADDED = "情况说明：见附件一"


class GBKInfo(zipfile.ZipInfo):
    """An entry named as Chinese Windows names it: GBK without a flag."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


class Round:
    def __init__(self, scorebook, source: Path, out: Path):
        self.scorebook, self.source, self.out = scorebook, source, out
        self.problems, self.checked = [], 0

    def expect(self, holds, text):
        self.checked += 1
        if not holds:
            self.problems.append(text)

    def score(self, name, *inputs):
        """Results by file, of inputs in their order."""
        out, programme = self.out / name, self.source / "programme.xlsx"
        issued = ["--programme", programme] if programme.exists() else []
        subprocess.run([self.scorebook, "score", "--scheme", "mof-2020", *issued, *inputs, "--out", out,
                        "--fail-on", "never", "--quiet"], check=True)
        results = json.loads((out / "results.json").read_text(encoding="utf-8"))
        return {(r["file"], r["form"]): r for r in results["returns"]}


def actionable(result):
    return {f["id"]: f for f in result["findings"] if f["severity"] != "note" and f["code"] != "F009"}


def corrections(result):
    """Cell values that settle findings: figures and texts as they should be, reasons given."""
    made = {}
    for f in actionable(result).values():
        figure = re.fullmatch(r"-?\d+(\.\d+)?", f["expected"] or "")
        if f["code"] in ("R002", "R003", "T002", "T004", "V008", "B001") and figure:
            made[f["id"]] = f["sheet"], f["cell"], float(f["expected"])
        elif f["code"] == "T001":
            made[f["id"]] = f["sheet"], f["cell"], f["expected"]
        elif f["code"] in ("R007", "V014"):
            made[f["id"]] = f["sheet"], f["cell"], "受汛期影响推迟，已调整进度安排，明年补齐。"
    return {finding: fix for finding, fix in made.items() if fix[1]}


def spoil(result):
    """A figure that was good, written so that it is none; None where there is no such figure."""
    at_fault = {f["cell"] for f in actionable(result).values()}
    return next(((i["sheet"], i["cell"], "详见附件") for i in result["indicators"]
                 if i["status"] == "met" and i["direction"] == "atLeast" and i["cell"] not in at_fault), None)


def correct(copy: Path, target: Path, result, number):
    """Saves a corrected copy; gives the changed cells, the ids that are settled, and whether a fault is new."""
    book = openpyxl.load_workbook(copy)
    settled, changed = set(), {}
    fixes = sorted(corrections(result).items())
    # Every third return leaves its last finding as it is, every fourth has a new fault.
    for finding, (*place, value) in fixes[:-1] if number % 3 == 0 else fixes:
        changed[tuple(place)] = value
        settled.add(finding)
    fault = spoil(result) if number % 4 == 0 else None
    if fault:
        changed[fault[:2]] = fault[2]
    for (sheet, cell), value in changed.items():
        book[sheet][cell] = value
    note = write_into_a_note(book) if number % 2 else None
    if number % 5 == 1 and len(book.worksheets) == 2:
        # openpyxl leaves the names that point there as they were.
        book.worksheets[1].title = "改后自评表"
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return changed, settled, bool(fault), note


def write_into_a_note(book):
    """Adds words to a note of the annotation; gives its cell, or None where there is none."""
    for sheet in book:
        for cell in (c for row in sheet.iter_rows() for c in row if c.comment and "【" in c.comment.text):
            cell.comment.text += "\n" + ADDED
            return cell.coordinate
    return None


def cells(path):
    """The cells of a workbook as (sheet, address) -> value, without the first sheet that was added."""
    book = openpyxl.load_workbook(path)
    return {(s.title, c.coordinate): c.value for s in book if not s.title.startswith(RESULT)
            for row in s.iter_rows() for c in row if c.value is not None}


def stated(path):
    """What 审核结果 says of the comparison: file, resolved, standing, new, and the marks on tasks."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    texts = [c.value for row in sheet.iter_rows() for c in row if isinstance(c.value, str)]
    found = next((m for m in map(LINE.match, texts) if m), None)
    marks = Counter(t[:4] for t in texts if t.startswith(("【仍有】", "【新增】")))
    done = sum(t == "√ 已改" for t in texts)
    return found and (found[1], *map(int, found.groups()[1:])), (done, marks["【仍有】"], marks["【新增】"])


def usable(result):
    return (result["status"] == "scored" and result["counts"] and result["form"] == 1 and result["annotated"]
            and result["file"].endswith(".xlsx") and ".zip/" not in result["file"] and result["project"]["name"])


def compare(run: Round, label, old, new, copy: Path, settled, is_spoilt):
    before, after = actionable(old), actionable(new)
    resolved, fresh = before.keys() - after, after.keys() - before
    # R007 stood in the place of the shortfall or excess that shows once its reason is given.
    unexplained = {f["label"] for f in before.values() if f["code"] == "R007"}
    shown = {f for f in fresh if after[f]["code"] in ("R005", "R006") and after[f]["label"] in unexplained}
    standing, fresh = before.keys() & after | shown, fresh - shown
    line, marks = stated(copy)
    wanted = (old["file"], len(resolved), len(standing), len(fresh))
    run.expect(line == wanted, f"{label}: {RESULT} says {line}, and {wanted} is so")
    run.expect(marks == wanted[1:], f"{label}: {RESULT} marks {marks}, and {wanted[1:]} is so")
    run.expect(settled <= resolved, f"{label}: corrected, yet not resolved: {sorted(settled - resolved)}")
    run.expect(bool(fresh) or not is_spoilt, f"{label}: a fault was added, yet nothing is new")


def kept(run: Round, label, sent: Path, copy: Path, areas, note):
    """The unit's cells in the last copy are those in the return, but for the corrections; so are its words in notes,
    and the annotation stands there once."""
    have, book = cells(copy), openpyxl.load_workbook(copy)
    # A workbook may hold several forms, each on a sheet of its own.
    headed = Counter(sheet for (sheet, _), v in have.items() if v == "审　核")
    run.expect(set(headed.values()) == {1}, f"{label}: not annotated once")
    run.expect(sum(s["A1"].value == RESULT for s in book) == 1, f"{label}: not one sheet {RESULT}")
    if note:
        texts = [c.comment.text for s in book for row in s.iter_rows() for c in row if c.comment]
        run.expect(sum(ADDED in t for t in texts) == 1, f"{label}: the unit's words in the note on {note} are gone")
    for place, value in {**cells(sent), **areas}.items():
        if "改后自评表" in book.sheetnames:
            place = ("改后自评表", place[1])
        run.expect(have.get(place) == value, f"{label}: {place} was {value!r} and is {have.get(place)!r}")


def pack(bundle: Path, files):
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as z:
        for name, path in files:
            info = GBKInfo(name, (2025, 3, 20, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, path.read_bytes())


def story(run: Round):
    returns, second = run.source / "returns", run.out / "second"
    first = run.score("first", returns)
    chosen = [r for n, r in enumerate(filter(usable, first.values())) if corrections(r) or n % 8 == 0]
    done = {}
    for number, old in enumerate(chosen):
        target = second / "第二次" / f"{number}局" / "自评表_批注.xlsx"
        done[str(target.relative_to(second))] = \
            old, *correct(run.out / "first" / old["annotated"], target, old, number)
    both = run.score("both", returns, second)
    for file, (old, changed, settled, is_spoilt, note) in done.items():
        new = both[file, 1]
        copy = run.out / "both" / new["annotated"]
        run.expect(new["counts"] and not both[old["file"], 1]["counts"], f"{file}: the newer return does not count")
        compare(run, file, old, new, copy, settled, is_spoilt)
        kept(run, file, returns / old["file"], copy, changed, note)
    reverse = run.score("reverse", second, returns)
    for key, result in both.items():
        other = reverse[key]
        run.expect(other == result or key[0] in done and other["counts"] == result["counts"]
                   and other["findings"] == result["findings"], f"{key}: the order of inputs matters")
        if result["annotated"] and key[0] in done:
            same = (run.out / "both" / result["annotated"]).read_bytes() == \
                (run.out / "reverse" / other["annotated"]).read_bytes()
            run.expect(same, f"{key}: the copy depends on the order of inputs")
    bundle = run.out / "报送.zip"
    pack(bundle, [(file.replace("/", "\\"), second / file) for file in done])
    bundled = run.score("bundled", returns, bundle)
    for file in done:
        result = bundled[f"报送.zip/{file}", 1]
        run.expect({**result, "file": "", "annotated": ""} == {**both[file, 1], "file": "", "annotated": ""},
                   f"{file}: otherwise when it comes in a bundle")
    again = run.score("again", run.out / "both" / "returned" / "第二次")
    alone = run.score("alone", second / "第二次")
    for (file, form), result in again.items():
        same = (run.out / "again" / result["annotated"]).read_bytes() == \
            (run.out / "alone" / alone[file, form]["annotated"]).read_bytes()
        run.expect(same, f"{file}: annotating the annotated copy gives another workbook")
    return len(done), sum(bool(entry[2]) for entry in done.values())


def main():
    if len(sys.argv) != 4:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    run = Round(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    count, corrected = story(run)
    for text in run.problems:
        print(text)
    print(f"{count} returned again, {corrected} of them corrected: "
          f"{run.checked - len(run.problems)} passed, {len(run.problems)} failed")
    return 1 if run.problems or not corrected else 0


if __name__ == "__main__":
    sys.exit(main())
