"""Checks the rig itself: the truth passes as results, and every kind of slip is noticed.

Usage: selftest.py     (writes into a temporary folder; exit status 1 where a slip goes unnoticed)
"""
from __future__ import annotations

import copy
import csv
import json
import subprocess
import sys
import tempfile
from fractions import Fraction as F
from pathlib import Path

import openpyxl

import oracle

HERE = Path(__file__).resolve().parent


def as_results(truth):
    """What a faultless tool would have written."""
    out = []
    for entry in truth["returns"]:
        r = copy.deepcopy(entry)
        r["findings"] = [{**f, "code": f["code"].split("|")[0],
                          "cell": f["cell"][0] if isinstance(f["cell"], list) else f["cell"]}
                         for f in entry["findings"]]
        if entry["status"] == "scored":
            r["project"] = {"id": entry["project"]}
            r["blocks"] = [{"name": k, **v} for k, v in entry["blocks"].items()]
        out.append(r)
    by_file = {r["file"]: r for r in out}
    for first, second in truth["twins"]:
        by_file[first]["counts"], by_file[second]["counts"] = True, False
        by_file[second]["findings"].append({"code": "F009", "severity": "note", "cell": None})
    return {"missing": truth["missing"], "findings": copy.deepcopy(truth["roundFindings"]), "returns": out}


def slips(results):
    """(name, results with one slip) for every kind of slip."""
    first = next(n for n, r in enumerate(results["returns"]) if r["status"] == "scored" and r["findings"])

    def slip(change):
        bad = copy.deepcopy(results)
        change(bad, bad["returns"][first])
        return bad

    yield "score", slip(lambda b, r: r["indicators"][0].update(score="0.01"))
    yield "rate", slip(lambda b, r: r["indicators"][0].update(completionRate="0.01"))
    yield "status", slip(lambda b, r: r["indicators"][0].update(status="excluded"))
    yield "indicator lost", slip(lambda b, r: r["indicators"].pop())
    yield "execution", slip(lambda b, r: r["execution"].update(score="0.01"))
    yield "total", slip(lambda b, r: r.update(total="0.01"))
    yield "grade", slip(lambda b, r: r.update(grade="无"))
    yield "verdict", slip(lambda b, r: r.update(verdict="?"))
    yield "finding lost", slip(lambda b, r: r["findings"].pop())
    yield "finding added", slip(lambda b, r: r["findings"].append({"code": "V002", "severity": "error", "cell": "A1"}))
    yield "finding elsewhere", slip(lambda b, r: [f.update(cell="ZZ1") for f in r["findings"]])
    yield "finding milder", slip(lambda b, r: [f.update(severity="none") for f in r["findings"]])
    yield "return lost", slip(lambda b, r: b["returns"].remove(r))
    yield "return added", slip(lambda b, r: b["returns"].append({**r, "file": "other.xlsx"}))
    yield "rejected", slip(lambda b, r: r.update(status="rejected"))
    yield "missing", slip(lambda b, r: b["missing"].pop())


def rules():
    """The oracle against figures that were worked out by hand or published."""
    out = []
    for direction, target, actual, points, rate, score, status in (
            ("atLeast", "6410", "5123", 8, "79.92", "6.39", "shortfall"),
            ("atLeast", "150", "125", 8, "83.33", "6.67", "shortfall"),
            ("atLeast", "80", "90.54", 5, "113.18", "5.00", "met"),
            ("atLeast", "200", "260", 5, "130.00", "5.00", "met"),
            ("atLeast", "200", "261", 5, "130.50", "5.00", "over"),
            ("atLeast", "0", "0", 5, "100.00", "5.00", "met"),
            ("atLeast", "5", "-1", 5, "0.00", "0.00", "shortfall"),
            ("atMost", "1335", "1405", 3, "95.02", "2.85", "shortfall"),
            ("atMost", "0", "1", 5, "0.00", "0.00", "shortfall"),
            ("atMost", "5", "0", 5, "100.00", "5.00", "met"),
            ("equal", "12", "15", 6, "125.00", "4.80", "shortfall")):
        got = oracle.judge(direction, F(target), F(points), F(actual))
        if got != {"completionRate": rate, "score": score, "status": status}:
            out.append(f"oracle: {direction} {target} {actual}: {got}")
    between = oracle.judge("between", (F(20), F(30)), F(5), F(18))
    if between != {"completionRate": "90.00", "score": "4.50", "status": "shortfall"}:
        out.append(f"oracle: between: {between}")
    with open(HERE / "seed_indicators.csv", encoding="utf-8", newline="") as f:
        for name, target, actual, rate in list(csv.reader(f))[1:]:
            if not target:
                continue
            target, actual, claim = F(target.rstrip("%")), F(actual.rstrip("%")), rate.rstrip("%")
            exact = F(100) if target == 0 else 100 * actual / target
            if oracle.half_up(exact, len(claim.partition(".")[2])) != claim:
                out.append(f"oracle: {name}: {rate} was published")
    return out


def lossless(room):
    """A plain copy passes; one that went through another library does not."""
    copies, rewritten = room / "copies", room / "rewritten"
    copies.mkdir()
    rewritten.mkdir()
    for path in sorted((room / "returns" / "faults").glob("[RTB]0*.xlsx")):
        name = f"{path.stem}_批注.xlsx"
        (copies / name).write_bytes(path.read_bytes())
        openpyxl.load_workbook(path).save(rewritten / name)

    def passes(folder):
        run = subprocess.run([sys.executable, HERE / "lossless.py", room / "returns" / "faults", folder],
                             capture_output=True, text=True)
        return run.returncode == 0 and " 0 passed" not in run.stdout

    return ([] if passes(copies) else ["lossless.py finds fault with plain copies"]) + \
        (["lossless.py passes rewritten workbooks"] if passes(rewritten) else [])


def main():
    with tempfile.TemporaryDirectory() as tmp:
        room = Path(tmp)
        subprocess.run([sys.executable, HERE / "generate.py", "--out", room, "--clean", "12"], check=True)
        truth = json.loads((room / "truth.json").read_text(encoding="utf-8"))
        results = as_results(truth)

        def passes(results):
            (room / "results.json").write_text(json.dumps(results), encoding="utf-8")
            run = subprocess.run([sys.executable, HERE / "check.py", "--results", room / "results.json", "--truth",
                                  room / "truth.json", "--findings"], capture_output=True, text=True)
            return run.returncode == 0

        bad = [] if passes(results) else ["the truth itself does not pass"]
        bad += [f"unnoticed: {name}" for name, wrong in slips(results) if passes(wrong)]
        bad += rules() + lossless(room)
    print("\n".join(bad) or "the rig notices every slip")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
