#!/usr/bin/env python3
"""Holds what the command costs against thresholds: thresholds.py SCOREBOOK [--record]

Counts, for a few fixed inputs, the calls of the allocator (by a preloaded library) and the
instructions (by valgrind's callgrind). Nothing is timed: the same program and inputs give nearly
the same counts on every machine. Allocations depend on the code alone; instructions also on the C
library and on which of its routines suits the processor, so that they have more room.

--record writes the counts of this program to thresholds.json.
"""
from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FILE = HERE / "thresholds.json"
# How much more than recorded is still no regression.
ROOM = {"allocations": 1.05, "instructions": 1.10}
SCHEME = ROOT / "templates/mof-2020/scheme.yaml"
ROUND = ROOT / "samples/03-bureau-round"
# Swift seeds its hashes anew in every process; counts are repeatable without.
ENVIRONMENT = {"PATH": os.environ["PATH"], "SWIFT_DETERMINISTIC_HASHING": "1", "LC_ALL": "C.UTF-8"}


def large(folder: Path):
    """A return with 40,000 cells more below its form."""
    source = next((ROOT / "samples/01-employment-programme/input").glob("*.xlsx"))
    file = folder / "large" / "large.xlsx"
    file.parent.mkdir()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if b"</sheetData>" in part and "自评" in source.name:
                rows = "".join(
                    f'<row r="{row}">' + "".join(
                        f'<c r="{chr(65 + column)}{row}"><v>{row * column}</v></c>'
                        for column in range(20)) + "</row>" for row in range(500, 2500))
                part = part.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
            new.writestr(zipfile.ZipInfo(info.filename), part, zipfile.ZIP_DEFLATED)
    return file


def awaited(folder: Path):
    """The sample's programme with 1,200 projects more, which nobody has answered for."""
    file = folder / "awaited.xlsx"
    with zipfile.ZipFile(ROUND / "input/programme.xlsx") as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "xl/worksheets/sheet2.xml":
                rows = "".join(
                    f'<row r="{row}">' + "".join(
                        f'<c r="{column}{row}" t="inlineStr"><is><t>{text}{row}</t></is></c>'
                        for column, text in zip("ABCD", ("X", "项目", "主管部门", "实施单位")))
                    + "</row>" for row in range(500, 1700))
                part = part.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
            new.writestr(zipfile.ZipInfo(info.filename), part)
    return file


def works(folder: Path):
    """The command lines by name. What one leaves is read by the next."""
    programme = ["--programme", ROUND / "input/programme.xlsx"]
    quiet = ["--jobs", "1", "--quiet"]
    score = ["score", "--scheme", SCHEME, *programme, *quiet, "--fail-on", "never"]
    out = folder / "out"
    return {
        "start": ["--version"],
        "score": [*score, ROUND / "input/first", ROUND / "input/second", "--out", out],
        "summary": ["summary", out / "results.json", "--out", folder / "summary.xlsx", "--quiet",
                    "--fail-on", "never"],
        "handout": ["handout", "--scheme", SCHEME, *programme, "--out", folder / "blanks", *quiet],
        "recognise": ["check", ROOT / "samples/forms/tianjin-2024/input", *quiet, "--fail-on",
                      "never"],
        "awaited": ["score", "--scheme", SCHEME, "--programme", awaited(folder), ROUND / "input/first",
                    "--out", folder / "awaited-out", *quiet, "--fail-on", "never"],
        "large": ["score", "--scheme", SCHEME, large(folder), "--out", folder / "large-out", *quiet,
                  "--fail-on", "never"],
    }


def run(command, environment=None):
    done = subprocess.run([str(word) for word in command], env={**ENVIRONMENT, **(environment or {})},
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
                          cwd=ROOT)
    if done.returncode != 0:
        sys.exit(f"thresholds: {' '.join(map(str, command[:3]))} … ended with {done.returncode}:\n"
                 + done.stderr[-1500:])
    return done.stderr


def library(folder: Path):
    """The library that counts allocations; `None` where there is no C compiler."""
    compiler = next(filter(shutil.which, ("clang", "cc", "gcc")), None)
    if compiler is None:
        return None
    path = folder / "allocations.so"
    run([compiler, "-shared", "-fPIC", "-O1", "-o", path, HERE / "allocations.c"])
    return path


def allocations(program: Path, words, preloaded: Path, folder: Path):
    told = folder / "told"
    run([program, *words], {"LD_PRELOAD": str(preloaded), "SCOREBOOK_ALLOCATIONS": str(told)})
    return int(told.read_text())


def instructions(program: Path, words, folder: Path):
    told = run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder / 'profile'}",
                program, *words])
    return int(re.search(r"Collected\s*:\s*(\d+)", told)[1])


def can_count(program: Path, folder: Path):
    """Whether valgrind can run the program here; says why where it cannot."""
    if not shutil.which("valgrind"):
        print("thresholds: instructions SKIPPED: no valgrind here", file=sys.stderr)
        return False
    probe = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder / 'probe'}", str(program),
         "--version"], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if probe.returncode == 0:
        return True
    print(f"thresholds: instructions SKIPPED: valgrind cannot run it: {probe.stderr[-300:]}",
          file=sys.stderr)
    return False


def measure(program: Path):
    """The counts by work, and which kinds could be counted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Schemes lie beside the repository's folder, not beside this copy; debugging information
        # of the program's size is more than valgrind reads.
        copy = folder / "scorebook"
        run(["strip", "-g", "-o", copy, program])
        os.environ.pop("LD_PRELOAD", None)
        preloaded, counts = library(folder), {}
        if preloaded is None:
            print("thresholds: allocations SKIPPED: no C compiler here", file=sys.stderr)
        counting = can_count(copy, folder)
        for work, words in works(folder).items():
            counts[work] = {}
            binary = program if work == "recognise" else copy
            if preloaded is not None:
                counts[work]["allocations"] = allocations(binary, words, preloaded, folder)
            if counting and work != "recognise":
                counts[work]["instructions"] = instructions(copy, words, folder)
    return counts


def compare(counts, recorded):
    """Prints a line for each count; whether all are within their thresholds."""
    good = True
    for work, kinds in counts.items():
        for kind, count in kinds.items():
            known = recorded.get(work, {}).get(kind)
            if known is None:
                print(f"thresholds: {work}: {kind} {count:,}: nothing is recorded")
                good = False
                continue
            change = (count - known) / known * 100
            over = count > known * ROOM[kind]
            good = good and not over
            print(f"thresholds: {work}: {kind} {count:,}, recorded {known:,} ({change:+.1f} %)"
                  + (f": over the {ROOM[kind] - 1:.0%} that are allowed" if over else ""))
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("scorebook", type=Path)
    parser.add_argument("--record", action="store_true")
    args = parser.parse_args()
    counts = measure(args.scorebook.resolve())
    if args.record:
        FILE.write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")
        print(f"recorded in {FILE.relative_to(ROOT)}")
        return
    if not compare(counts, json.loads(FILE.read_text(encoding="utf-8"))):
        sys.exit("thresholds: the command costs more than it did. Where that is meant: "
                 "make thresholds, and say why in the commit.")


if __name__ == "__main__":
    main()
