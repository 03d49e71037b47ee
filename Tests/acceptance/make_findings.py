"""Writes samples/findings: for every code returns that give it and nothing else, the same bytes on every run.

Usage: make_findings.py SCOREBOOK [FOLDER] [NAME...]

SCOREBOOK makes the blanks of the samples that need one.  All people, bodies and figures are invented.
What has to be found is written from here, never from what the command says.
"""
from __future__ import annotations

import shutil
import sys
from pathlib import Path

import findings_blank  # noqa: F401  each registers its samples
import findings_file  # noqa: F401
import findings_form  # noqa: F401
import findings_other  # noqa: F401
import findings_rows  # noqa: F401
import findings_schemes  # noqa: F401
from findings_base import SAMPLES, Sample, sample
from make_samples import ROOT


@sample("clean")
def clean(s: Sample):
    """The return that every other is made from: nothing is found in it."""
    s.save()


def main():
    scorebook = str(Path(sys.argv[1]).resolve())
    root = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "samples" / "findings"
    for name, make in SAMPLES:
        if sys.argv[3:] and name not in sys.argv[3:]:
            continue
        shutil.rmtree(root / name, ignore_errors=True)
        made = Sample(name, root, scorebook)
        make(made)
        made.finish()


if __name__ == "__main__":
    main()
