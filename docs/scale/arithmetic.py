#!/usr/bin/env python3
"""How long a number of returns takes, from measured figures.

Usage: arithmetic.py --rate R --reading S [--returns N]

R: returns a second on one core, the whole job. S: the share of it that is reading. Both are in the
report of `make bench` and in docs/performance.md.
"""
import argparse


def duration(seconds):
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--reading", type=float, required=True)
    parser.add_argument("--two-cores", type=float, default=1.9, help="two cores against one")
    parser.add_argument("--returns", type=int, default=3_000_000)
    args = parser.parse_args()
    whole = args.returns / args.rate
    print(f"| {args.returns:,} returns | by the clock | core-hours |\n|---|---|---|")
    print(f"| one process, one core | {duration(whole)} | {whole / 3600:.1f} |")
    print(f"| one process, two cores | {duration(whole / args.two_cores)} | "
          f"{whole * 2 / args.two_cores / 3600:.1f} |")
    for parts in (4, 8, 16, 64):
        each = whole * (args.reading + 1 / parts)
        print(f"| {parts} parts of one round, a core each | {duration(each)} | "
              f"{each * parts / 3600:.1f} |")
    print(f"| 31 provinces, a round and a core each, of equal size | {duration(whole / 31)} | "
          f"{whole / 3600:.1f} |")


if __name__ == "__main__":
    main()
