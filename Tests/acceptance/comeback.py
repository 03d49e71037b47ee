"""Checks that annotating annotated copies changes nothing.

Usage: comeback.py FIRST/returned SECOND/returned

FIRST was scored from the returns, SECOND from FIRST/returned.  Every copy must
be there again with the same parts; what differs is named.  Exit status 1 then.
Left out is what results.json beside FIRST says F007 of, and projects that it
says F009 of: they are about names and times of files, and copies have others.
"""
from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path


def differences(a: Path, b: Path):
    if a.read_bytes() == b.read_bytes():
        return []
    with zipfile.ZipFile(a) as x, zipfile.ZipFile(b) as y:
        out = [f"{n}: lost" for n in x.namelist() if n not in y.namelist()]
        out += [f"{n}: new" for n in y.namelist() if n not in x.namelist()]
        out += [f"{n}: differs{where(x.read(n), y.read(n))}" for n in x.namelist()
                if n in y.namelist() and x.read(n) != y.read(n)]
        return out or ["same parts, in another order or packed in another way"]


def where(a: bytes, b: bytes):
    at = next((n for n, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    show = [part[max(0, at - 20):at + 40].decode("utf-8", "replace") for part in (a, b)]
    return f" at byte {at}: {show[0]!r}, then {show[1]!r}"


def about_files(results: Path):
    """The copies of returns whose findings are about the file itself."""
    if not results.exists():
        return set()
    def codes(r):
        return {f["code"] for f in r["findings"]}

    returns = json.loads(results.read_text(encoding="utf-8"))["returns"]
    several = {r["project"]["id"] for r in returns if r["project"] and "F009" in codes(r)}
    return {Path(r["file"]).with_suffix("").name + "_批注" for r in returns
            if "F007" in codes(r) or r["project"] and r["project"]["id"] in several}


def main():
    if len(sys.argv) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    first, second = Path(sys.argv[1]), Path(sys.argv[2])
    passed = failed = 0
    aside = about_files(first.parent / "results.json")
    for copy in sorted(p for p in first.rglob("*") if p.is_file() and p.stem not in aside):
        again = second / copy.relative_to(first)
        problems = differences(copy, again) if again.exists() else ["not annotated again"]
        for text in problems:
            print(f"{copy.relative_to(first)}: {text}")
        passed, failed = passed + (not problems), failed + bool(problems)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
