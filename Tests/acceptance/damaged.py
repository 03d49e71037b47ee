"""Real returns with bytes changed or cut off: damaged.py SCOREBOOK [--count N] [--seed S] [--truncate]

Every mutant has to end as a return with an outcome: scored, or refused by a finding. Three of four
are changed within their parts and packed anew, since a changed byte of a deflated part is seen at
its checksum. --truncate adds a file cut off at every byte. Exit status 1 for a miss.
"""
from __future__ import annotations

import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

from hostile_base import HERE, RETURN, packed

ROOT = HERE.parents[1]
SCHEME = ROOT / "templates/mof-2020/scheme.yaml"
BATCH = 500


def victims() -> list[pathlib.Path]:
    """Returns, annotated copies and a blank, none large."""
    found = sorted((ROOT / "samples/findings").glob("*/input/**/*.xlsx"))
    found += sorted((ROOT / "samples/findings").glob("*/expected/**/*.xlsx"))
    found += [ROOT / "templates/mof-2020/blank.xlsx"]
    return [p for p in found if p.stat().st_size < 30_000 and zipfile.is_zipfile(p)]


def flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        if changed:
            changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def shuffled(data: bytes, dice: random.Random) -> bytes:
    """A stretch doubled, taken out, or written over by another; numbers made large."""
    if len(data) < 40:
        return flipped(data, dice)
    at, length = dice.randrange(len(data) - 30), dice.randint(1, 30)
    stretch = data[at:at + length]
    match dice.randrange(4):
        case 0: return data[:at] + stretch * 2 + data[at + length:]
        case 1: return data[:at] + data[at + length:]
        case 2:
            to = dice.randrange(len(data) - length)
            return data[:to] + stretch + data[to + length:]
        case _:
            digits = [n for n, b in enumerate(data) if 0x30 <= b <= 0x39]
            if not digits:
                return flipped(data, dice)
            n = dice.choice(digits)
            value = dice.choice([b"0", b"-1", b"65536", b"1048577", b"4294967296", b"9" * 30, b"1e400"])
            return data[:n] + value + data[n + 1:]


def mutant(data: bytes, parts: dict, dice: random.Random) -> bytes:
    if dice.randrange(4) == 0:
        return flipped(data, dice)
    changed = dict(parts)
    name = dice.choice(sorted(changed))
    changed[name] = dice.choice([flipped, shuffled])(changed[name], dice)
    return packed(changed)


def run(command: str, folder: pathlib.Path, expected: int, codes: collections.Counter) -> list[str]:
    out = folder.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    done = subprocess.run(
        [command, "score", "--scheme", str(SCHEME), str(folder), "--out", str(out), "--jobs", "1", "--quiet",
         "--fail-on", "never"], capture_output=True, timeout=600)
    if done.returncode != 0 or done.stderr:
        return [f"status {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-500:]}"]
    returns = json.loads((out / "results.json").read_text("utf-8"))["returns"]
    misses = []
    if len({r["file"] for r in returns}) != expected:
        misses.append(f"{len(returns)} outcomes of {expected} files")
    for r in returns:
        if r["status"] != "scored" and not any(f["severity"] == "error" for f in r["findings"]):
            misses.append(f"{r['file']} is {r['status']} without a finding")
        codes["scored" if r["status"] == "scored" else r["findings"][0]["code"]] += 1
    return misses


def batches(args):
    """File names and bytes: the mutants, then the file cut off at every byte."""
    dice = random.Random(args.seed)
    originals = []
    for path in victims():
        with zipfile.ZipFile(path) as archive:
            originals.append((path.read_bytes(), {i.filename: archive.read(i) for i in archive.infolist()}))
    for n in range(args.count):
        data, parts = dice.choice(originals)
        yield f"m{n:06}.xlsx", mutant(data, parts, dice)
    if args.truncate:
        data = RETURN.read_bytes()
        for length in range(len(data)):
            yield f"t{length:06}.xlsx", data[:length]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("scorebook")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--truncate", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path, help="where a batch that missed is kept")
    args = parser.parse_args()
    command, codes, misses, total = os.path.abspath(args.scorebook), collections.Counter(), [], 0
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / "in"
        waiting = iter(batches(args))
        while batch := [item for _, item in zip(range(BATCH), waiting)]:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            for name, data in batch:
                (folder / name).write_bytes(data)
            total += len(batch)
            found = run(command, folder, len(batch), codes)
            if found and args.keep:
                shutil.copytree(folder, args.keep / batch[0][0])
            misses += [f"{batch[0][0]}…: {m}" for m in found]
            for miss in found:
                print("MISS", miss, flush=True)
    print(f"{total} mutants, {len(misses)} missed; " + " ".join(f"{c} {n}" for c, n in sorted(codes.items())))
    return 1 if misses else 0


if __name__ == "__main__":
    sys.exit(main())
