"""Where the instructions of the whole job go: shares.py SCOREBOOK [--returns N]

Runs the job over clean returns under callgrind and prints, as Markdown, what stages take with all
that they call. A function that was taken into its caller by the compiler has no line of its own;
its stage then shows as “–”.
"""
from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import measure
from inputs import ROOT, SCHEME, Inputs

# A stage, and what the name of its function contains; the largest that does counts.
STAGES = (
    ("scheme and programme read", "RoundOptions.runner"),
    ("one return, all the way", "RoundRunner.process"),
    ("· opened: inflated, scanned", "WorkbookFile.init"),
    ("· form found and read", "FormKinds.reports"),
    ("· evaluated: figures, scores, findings", "Evaluator.evaluate"),
    ("· annotation drafted", "Annotator.patch"),
    ("· patched: parts edited, deflated, put together", "WorkbookFile.adding"),
    ("· · of that, libdeflate", "libdeflate_deflate_compress"),
    ("· line of results.json", "Results.line"),
    ("· packed for the roll-up", "PackedReturn.bytes"),
    ("· digest of the file", "SHA256.update"),
    ("summary.xlsx", "RoundRunner.write"),
    ("· packed returns read back", "RecordedReturn.__allocating_init(packed:"),
)


def profile(program: Path, round_: Path, folder: Path):
    """Instructions with all that is called, by function."""
    data = folder / "profile"
    subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={data}", program, "score",
         "--scheme", SCHEME, "--programme", round_ / "programme.xlsx", round_ / "returns", "--out",
         folder / "out", "--jobs", "1", "--quiet", "--fail-on", "never"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    table = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", data],
                           check=True, capture_output=True, text=True).stdout
    table = subprocess.run(["swift", "demangle", "--simplified"], input=table, check=True,
                           capture_output=True, text=True).stdout
    return [(int(count.replace(",", "")), name) for count, name in
            re.findall(r"^\s*([\d,]+) \([ \d.]+%\)\s+(.*)$", table, re.M)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("scorebook", type=Path)
    parser.add_argument("--returns", type=int, default=60)
    args = parser.parse_args()
    round_ = Inputs(ROOT / ".build/bench-inputs").round(args.returns, faulty=False)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = profile(measure.stripped(args.scorebook.resolve(), folder), round_, folder)
    if not found:
        sys.exit("shares: callgrind_annotate printed nothing")
    total = found[0][0]
    print(f"| stage | share | a return |\n|---|---|---|\n| all | 100 % | "
          f"{total / args.returns / 1e6:.1f} M |")
    for stage, words in STAGES:
        counts = [count for count, function in found if words in function and count < total]
        shown = (f"{max(counts) / total:.1%} | {max(counts) / args.returns / 1e6:.1f} M"
                 if counts else "– | –")
        print(f"| {stage} | {shown} |")


if __name__ == "__main__":
    main()
