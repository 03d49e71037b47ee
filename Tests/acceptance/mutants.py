"""Seeded mutants of workbooks: bytes of one XML part changed, zipped again.

Usage: mutants.py FOLDER OUT [--count N] [--seed S]

Every workbook of OUT names its original and the part.  Read them with `CellDumpTests` and compare
with differential.py, as the README of this folder says.
"""
from __future__ import annotations

import argparse
import random
import re
import zipfile
from pathlib import Path

from events import mutant

PARTS = re.compile(r"xl/(worksheets/[^/]+|sharedStrings|workbook|styles)\.xml|xl/_rels/workbook\.xml\.rels", re.I)


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("folder", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--count", type=int, default=400)
    ap.add_argument("--seed", type=int, default=21)
    args = ap.parse_args()
    dice = random.Random(args.seed)
    files = [p for p in sorted(args.folder.rglob("*.xlsx")) if p.stat().st_size < 64 << 10]
    args.out.mkdir(parents=True, exist_ok=True)
    made = 0
    while made < args.count:
        path = dice.choice(files)
        try:
            with zipfile.ZipFile(path) as z:
                parts = {info.filename: z.read(info) for info in z.infolist()}
        except Exception:
            files.remove(path)
            continue
        names = sorted(n for n in parts if PARTS.fullmatch(n) and parts[n])
        if not names:
            files.remove(path)
            continue
        name = dice.choice(names)
        parts[name] = mutant(parts[name], dice)
        with zipfile.ZipFile(args.out / f"{made:04}_{path.stem[-40:].replace('__', '-')}_{name.rsplit('/', 1)[-1]}.xlsx", "w", zipfile.ZIP_DEFLATED) as z:
            for entry, data in parts.items():
                z.writestr(entry, data)
        made += 1


if __name__ == "__main__":
    main()
