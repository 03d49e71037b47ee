"""Filled forms, changed the way people change them, must give the same figures.

Usage: mutate.py SCOREBOOK [FORM…]

FORM is a filled workbook, or SCHEME=workbook (mof-2020 where no scheme is given). Without any: the
samples of this repository. Of each form the cells, number formats and merges are taken, without
formulas; every change below is applied to them alone, the workbooks are checked in one run, and
every figure of every row, the funds, blocks and total have to be those of the unchanged form.
Findings may differ by the codes that a change is listed with and no others. The same workbooks on
every run. Exit status 1 on a difference.
"""
from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl

from grid import Form, Grid
from mutations import CHANGES

ROOT = Path(__file__).resolve().parents[2]


def figures(result):
    """What must not change, in an order of its own."""
    rows = [{k: r[k] for k in ("tier1", "tier2", "name", "unit", "direction", "target", "actual", "completionRate",
                               "claimedRate", "points", "score", "claimedScore", "status")} for r in result["indicators"]]
    keys = ("funds", "execution", "blocks", "total", "claimedTotal", "grade", "status")
    project = {k: re.sub(r"\s", "", v or "") for k, v in result["project"].items()} if result["project"] else None
    rows.sort(key=lambda row: (row["name"], str(row["target"]), str(row["actual"])))
    return {"rows": rows, "project": project, **{k: result[k] for k in keys}}


def codes(result):
    return Counter(f["code"] for f in result["findings"] if f["code"] not in ("F009", "C005"))


def check(scorebook, scheme, *inputs):
    out = subprocess.run([scorebook, "check", "--scheme", scheme, *map(str, inputs), "--json", "--quiet", "--fail-on", "never"],
                         capture_output=True, check=True).stdout
    found = {}
    for result in json.loads(out)["returns"]:
        found.setdefault(result["file"], []).append(result)
    return found


def opened(path, **options):
    """A workbook without its properties, which openpyxl reads more strictly than anything else."""
    copy = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for entry in old.infolist():
            if entry.filename != "docProps/core.xml":
                new.writestr(entry.filename, old.read(entry))
    return openpyxl.load_workbook(copy, **options)


def save(sheets, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for grid in sheets if isinstance(sheets, list) else [sheets]:
        sheet = book.create_sheet(grid.name)
        sheet.sheet_state = grid.state
        grid.write(sheet)
    book.save(path)


def compare(name, base, got, change):
    """What differs from the unchanged form, in words."""
    title, more, less, forms, _ = change
    if len(got) != forms:
        return [f"{name} {title}: {len(got)} forms, {forms} due"]
    problems = []
    for result in got:
        was, now = figures(base), figures(result)
        for key in was:
            if was[key] != now[key]:
                problems.append(f"{name} {title}: {key} {first_difference(was[key], now[key])}")
        added, gone = codes(result) - codes(base), codes(base) - codes(result)
        if set(added) - more or set(gone) - less:
            problems.append(f"{name} {title}: findings +{dict(added)} -{dict(gone)}")
    return problems


def first_difference(was, now):
    if isinstance(was, list) and isinstance(now, list):
        if len(was) != len(now):
            return f"{len(was)} rows, now {len(now)}"
        was, now = next((a, b) for a, b in zip(was, now) if a != b)
    if isinstance(was, dict) and isinstance(now, dict):
        return str({k: (v, now.get(k)) for k, v in was.items() if now.get(k) != v})
    return f"{was!r} → {now!r}"


def header_words(scheme):
    """The words of the indicator block's columns, in the scheme's order: as much YAML as that takes."""
    path = Path(scheme) if scheme.endswith(".yaml") else ROOT / "templates" / scheme / "scheme.yaml"
    words, key, inside, other = {}, None, None, False
    for line in path.read_text(encoding="utf-8").splitlines():
        depth, text = len(line) - len(line.lstrip()), line.split(" #")[0].strip()
        if inside is None:
            inside = depth if text == "indicators:" else None
        elif text and depth <= inside:
            break
        elif depth == inside + 2 and text:
            other = text in ("columns:", "otherColumns:")
        elif other and text.startswith("- ") and key:
            words[key].append(text[2:].strip("\"' "))
        elif other and ":" in text:
            key, listed = text.split(":", 1)
            words[key] = [w.strip("\"' ") for w in listed.strip(" []").split(",") if w.strip()]
    return words


def run(scorebook, scheme, path, folder):
    name = path.stem
    base = check(scorebook, scheme, path)[path.name]
    if base[0]["status"] != "scored":
        return [], 0
    sheet = next(r["sheet"] for r in base[0]["indicators"] if r["cell"])
    if sum(any(r["sheet"] == sheet for r in form["indicators"]) for form in base) > 1:
        print(f"{name}: left out, several forms stand on its sheet")
        return [], 0
    try:
        grid = Grid(opened(path)[sheet], opened(path, data_only=True)[sheet])
    except Exception as error:
        print(f"{name}: left out, openpyxl cannot open it ({error})")
        return [], 0
    form = Form(grid, header_words(scheme), base[0])
    if form.head is None:
        return [f"{name}: its header is not found"], 0
    made = {}
    for change in CHANGES:
        changed = change[4](form)
        if changed is not None:
            made[f"{change[0]}.xlsx"] = change
            save(changed, folder / f"{change[0]}.xlsx")
    got = check(scorebook, scheme, folder)
    base = got["stored_again.xlsx"][0]
    return [p for file, change in made.items() for p in compare(name, base, got[file], change)], len(made)


def samples():
    for folder in sorted((ROOT / "samples").glob("**/cmd.txt")):
        words = re.search(r"--scheme\s+(\S+)", folder.read_text(encoding="utf-8"))
        for path in sorted((folder.parent / "input").glob("**/*.xlsx")):
            scheme = str(folder.parent / words[1]) if words and words[1].endswith(".yaml") else words and words[1]
            if words and path.name != "programme.xlsx" and "_批注" not in path.name:
                yield scheme, path


def main(arguments):
    scorebook, *forms = arguments
    forms = [tuple(f.split("=", 1)) if "=" in f else ("mof-2020", f) for f in forms] or list(samples())
    problems, count = [], 0
    for scheme, path in forms:
        with tempfile.TemporaryDirectory() as folder:
            found, made = run(scorebook, scheme, Path(path), Path(folder))
            problems += found
            count += made
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{count} changed workbooks of {len(forms)} forms, {len(problems)} differences")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
