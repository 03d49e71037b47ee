"""Scorebook beside what people write otherwise, and beside the least there is to do.

Usage: bench.py --scorebook PATH --programs DIR [--quick] [--returns N] [--repeat K]
                [--rows NAME…] [--cells N] [--scale N] [--out FILE]

Everything runs in turns, each program on one core; what is compared is processor time, but for
two cores against one and for the start, which the clock tells. Prints a report in Markdown.
"""
from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

import works
from inputs import ROOT, Inputs
from report import Report, machine

HERE = Path(__file__).resolve().parent
ROWS = {"job": works.job, "instructions": works.instruction_counts, "read": works.read,
        "blanks": works.blanks, "cores": works.cores, "large": works.large, "start": works.start,
        "scale": works.scale}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--scorebook", type=Path, required=True)
    parser.add_argument("--programs", type=Path, required=True,
                        help="the folder with floor, read-cells and blank-loop")
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=None,
                        help="only these (default: all; scale only with --scale)")
    parser.add_argument("--returns", type=int, help="returns of a round (default: 2000)")
    parser.add_argument("--repeat", type=int, help="runs of each program (default: 5)")
    parser.add_argument("--cells", type=int, help="cells of large sheets (default: 1000000)")
    parser.add_argument("--scale", type=int, help="returns of the large round, such as 30000")
    parser.add_argument("--quick", action="store_true",
                        help="200 returns, 3 runs, sheets of 200,000 cells: under three minutes")
    parser.add_argument("--level", type=int, help="deflate level of the floor (default: as built)")
    parser.add_argument("--out", type=Path, help="write the report here too")
    args = parser.parse_args()
    defaults = (200, 3, 200_000) if args.quick else (2000, 5, 1_000_000)
    for name, value in zip(("returns", "repeat", "cells"), defaults):
        if getattr(args, name) is None:
            setattr(args, name, value)
    return args


def level_of_the_build():
    source = (ROOT / "Sources/Workbooks/Package/Deflater.swift").read_text(encoding="utf-8")
    found = re.search(r"level: Int32 = (\d+)", source)
    return int(found[1]) if found else 1


def nation(bench):
    """How long a nation's returns take by these figures."""
    sys.path.insert(0, str(ROOT / "docs/scale"))
    import arithmetic
    measured = (bench.rate, bench.reading, bench.two_cores)
    words = " ".join(f"--{name} {value:.3g}" for name, value in
                     zip(("rate", "reading", "two-cores"), measured))
    return (f"\n## A nation's returns\n\n{arithmetic.table(*measured)}\n\n"
            f"For docs/scale: `python3 docs/scale/arithmetic.py {words} --write`\n")


def main():
    args = arguments()
    rows = args.rows or [row for row in ROWS if row != "scale"]
    if args.scale and "scale" not in rows:
        rows.append("scale")
    args.scale = args.scale or args.returns
    args.level = level_of_the_build() if args.level is None else args.level
    report = Report(args.cells, args.scale)
    report.notes = [
        f"{args.returns:,} returns of the national form, half of them faulty; {args.repeat} runs "
        f"of each program, in turns, on one core; deflate level {args.level}.", "",
        f"Machine: {machine()}."]
    inputs = Inputs(ROOT / ".build/bench-inputs")
    with tempfile.TemporaryDirectory() as name:
        bench = works.Bench(args, inputs, report, HERE / "peers", Path(name))
        for row in rows:
            print(f"measuring {row} …", file=sys.stderr, flush=True)
            ROWS[row](bench)
            # What was measured stands even where a later row fails.
            if args.out:
                args.out.write_text(report.markdown(), encoding="utf-8")
        if None not in (bench.rate, bench.reading, bench.two_cores):
            report.closing = nation(bench)
    text = report.markdown()
    print(text)
    if args.out:
        args.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
