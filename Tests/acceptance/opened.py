"""Opens a fixed sample of annotated copies in LibreOffice, and looks at what it made of them.

Usage: opened.py DIR_RETURNED [--count N]

Every k-th copy below the folder, so that there are N, is stored again by LibreOffice; in what it
stores every visible sheet of the copy is there under its name, the annotation's sheet first, and every
text of the annotation.  Exit status 1 on any fault.
"""
from __future__ import annotations

import argparse
import sys
import tempfile
import warnings
from pathlib import Path

import openpyxl

from libreoffice import stored_again


def texts(path):
    book = openpyxl.load_workbook(path, data_only=True)
    first = book.worksheets[0]
    return book.sheetnames, {str(c.value) for row in first.iter_rows() for c in row if c.value is not None}


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("folder", type=Path)
    ap.add_argument("--count", type=int, default=20)
    args = ap.parse_args()
    warnings.simplefilter("ignore")
    copies = []
    for path in sorted(args.folder.rglob("*_批注.xlsx")):
        try:
            copies.append((path, *texts(path)))
        except Exception:
            continue                   # what openpyxl cannot open is not in the sample
    copies = copies[::max(1, len(copies) // args.count)][:args.count]
    faults = 0
    with tempfile.TemporaryDirectory() as room:
        work, out = Path(room) / "in", Path(room) / "out"
        work.mkdir()
        for n, (path, _, _) in enumerate(copies):
            (work / f"{n}.xlsx").symlink_to(path.resolve())
        stored_again(sorted(work.iterdir()), out)
        for n, (path, sheets, said) in enumerate(copies):
            try:
                names, found = texts(out / f"{n}.xlsx")
                problem = [s for s in sheets if s not in names] or sorted(said - found)[:3] or (names[0] != sheets[0] and names)
            except Exception as error:
                problem = f"{type(error).__name__}: {error}"
            if problem:
                faults += 1
                print(f"{path.relative_to(args.folder)}: {problem}")
    print(f"{len(copies) - faults} opened, {faults} faults")
    return 1 if faults or not copies else 0


if __name__ == "__main__":
    sys.exit(main())
