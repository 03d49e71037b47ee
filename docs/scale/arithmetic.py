#!/usr/bin/env python3
"""How long a nation's returns take, from measured figures.

Usage: arithmetic.py [--rate R] [--reading S] [--two-cores T] [--write | --check]

R: returns a second on one core, the whole job. S: the share of it that is reading alone. T: two
cores against one. All three are in the report of `make bench`; without them those of README.md
count. --write puts figures and table into README.md, --check says whether they are there.
"""
import argparse
import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent / "README.md"
RETURNS = 3_000_000


def duration(seconds):
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def figures(rate, reading, two_cores):
    """The measured figures, as they stand in README.md."""
    return "\n".join([
        "| measured on one core | |", "|---|---|",
        f"| returns a second, the whole job (read, check, score, annotate, write, sum up) | {rate:.0f} |",
        f"| of that, reading alone: what each part does for every return of the round | {reading:.0%} |",
        f"| two cores against one | {two_cores:.2f} × |"])


def table(rate, reading, two_cores, returns=RETURNS):
    """How long it takes, as Markdown."""
    whole = returns / rate
    rows = [("one process, one core", whole, 1), ("one process, two cores", whole / two_cores, 2)]
    rows += [(f"{parts} parts of one round, a core each", whole * (reading + 1 / parts), parts)
             for parts in (4, 8, 16, 64)]
    rows.append(("31 provinces of equal size, a round and a core each", whole / 31, 31))
    lines = [f"| {returns:,} returns | by the clock | core-hours |", "|---|---|---|"]
    lines += [f"| {name} | {duration(clock)} | {clock * cores / 3600:.1f} |"
              for name, clock, cores in rows]
    return "\n".join(lines)


def put(text, name, words):
    """Puts words between the marks of a name."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.S)
    return pattern.sub(lambda found: f"{found[1]}{words}\n{found[2]}", text, count=1)


def main():
    text = README.read_text(encoding="utf-8")
    stated = re.search(r"sum up\) \| (\d+) \|.*?round \| (\d+)% \|.*?one \| ([\d.]+) ×", text, re.S)
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--rate", type=float, default=float(stated[1]))
    parser.add_argument("--reading", type=float, default=int(stated[2]) / 100)
    parser.add_argument("--two-cores", type=float, default=float(stated[3]))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    # Rounded as they are shown, so that the table follows from what is read.
    measured = (round(args.rate), round(args.reading, 2), round(args.two_cores, 2))
    new = put(put(text, "figures", figures(*measured)), "table", table(*measured))
    if args.write:
        README.write_text(new, encoding="utf-8")
    elif args.check:
        if new != text:
            sys.exit("docs/scale/README.md: the table does not follow from its figures: "
                     "python3 docs/scale/arithmetic.py --write")
    else:
        print(table(*measured))


if __name__ == "__main__":
    main()
