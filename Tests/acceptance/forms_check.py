"""Works the scores of samples/forms out again, with fractions, and holds results.json against them.

Usage: forms_check.py [SAMPLES_DIR]
It rests on what forms_1.py says the rows mean, and on nothing that the tool read.
"""
from __future__ import annotations

import json
import sys
from fractions import Fraction
from pathlib import Path

import forms_1

HALF = Fraction(1, 2)


def rounded(value: Fraction, places: int = 2) -> Fraction:
    """Half up; nothing here is negative."""
    scale = 10**places
    return Fraction((value * scale + HALF).__floor__(), scale)


def share(row) -> Fraction:
    """The share of its points that a row earns."""
    kind = row["kind"]
    if kind in ("full", "none"):
        return Fraction(kind == "full")
    due, got = Fraction(row["due"]), Fraction(row["got"])
    if kind == "most":
        return Fraction(1) if got <= due else due / got
    if kind == "equal" and got > due:
        return due / got
    return min(Fraction(1), got / due)


def level(row) -> Fraction:
    """A score inside the band stands; otherwise the band's upper bound counts."""
    low, high = (Fraction(bound) for bound in row["level"])
    claimed = Fraction(str(row["score"]))
    return claimed if low <= claimed <= high else high


def equal_parts(points: Fraction, count: int) -> list[Fraction]:
    part = rounded(points / count)
    return [part] * (count - 1) + [points - part * (count - 1)]


def points_of(block) -> list[Fraction]:
    """The rows' points: printed, else shared out by first tier and then by row."""
    rows = block["rows"]
    if "shares" not in block:
        return [Fraction(str(row["points"])) for row in rows]
    tiers = list(dict.fromkeys(row["tier1"] for row in rows))
    points = []
    for tier, part in zip(tiers, equal_parts(Fraction(block["shares"]), len(tiers))):
        points += equal_parts(part, sum(row["tier1"] == tier for row in rows))
    return points


def expected(form):
    """The score of execution, of each row, and the total."""
    execution = form["execution"]
    rate = Fraction(execution["got"]) / Fraction(execution["due"])
    first = rounded(min(Fraction(1), rate) * execution["points"])
    rows = []
    for block in form["blocks"]:
        for row, points in zip(block["rows"], points_of(block)):
            score = level(row) if row["kind"] == "level" else rounded(share(row) * points)
            rows.append((row["name"], points, score))
    return first, rows, first + sum(score for _, _, score in rows)


PUBLISHED = {"柳林中学.xlsx": "99.8", "水务局.xlsx": "110", "水土保持科研所.xlsx": "100"}


def check(samples: Path) -> list[str]:
    wrong = []
    for scheme, file, _, sheets in forms_1.BOOKS:
        results = json.loads((samples / "forms" / scheme / "expected/results.json").read_text())
        forms = [form for _, forms in sheets for form in forms]
        returns = [entry for entry in results["returns"] if entry["file"] == file]
        if len(forms) != len(returns):
            wrong.append(f"{scheme}: {len(returns)} returns for {len(forms)} forms")
        for form, entry in zip(forms, returns):
            execution, rows, total = expected(form)
            found = [(row["name"], Fraction(row["points"]), Fraction(row["score"]))
                     for row in entry["indicators"]]
            for due, got in zip([("execution", execution), *rows, ("total", total)],
                                [("execution", Fraction(entry["execution"]["score"])), *found,
                                 ("total", Fraction(entry["total"]))], strict=True):
                if due != got:
                    wrong.append(f"{scheme} {entry['project']['name']}: {due} expected, {got} found")
            money = Fraction(entry["funds"][0]["executed"]) / 10 ** form.get("shift", 0)
            if money != Fraction(form["execution"]["got"]):
                wrong.append(f"{scheme}: executed {money}")
        for entry in results["returns"]:
            due = PUBLISHED.get(entry["file"])
            if due and Fraction(entry["total"]) != Fraction(due):
                wrong.append(f"{scheme} {entry['file']}: {entry['total']} for {due}")
    return wrong


if __name__ == "__main__":
    samples = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2] / "samples")
    faults = check(samples)
    print("\n".join(faults) or "the scores of samples/forms are as computed")
    sys.exit(1 if faults else 0)
