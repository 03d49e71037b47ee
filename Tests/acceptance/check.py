"""Compares results.json with truth.json: one difference a line, then a count.

Usage: check.py --results results.json --truth truth.json [--findings]

Without --findings: which returns were scored, rates, scores, blocks, totals,
grades, who is missing.  With it: verdicts too, and for every return exactly the
expected findings by code, cell and severity.  Exit status 1 on any difference.
"""
from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from decimal import Decimal, InvalidOperation
from pathlib import Path


def same(got, want):
    """Equal as decimals where both are numbers, else as they stand."""
    try:
        return Decimal(got) == Decimal(want)
    except (InvalidOperation, TypeError, ValueError):
        return got == want


def field(path, got, want):
    return [] if same(got, want) else [f"{path}: {got!r}, should be {want!r}"]


def key(entry):
    return unicodedata.normalize("NFC", entry["file"]), entry.get("form", 1)


def check_scores(got, want):
    out = field("status", got.get("status"), want["status"])
    if want["status"] == "rejected":
        for name in ("total", "grade"):
            out += field(name, got.get(name), None)
        return out
    if out:
        codes = ", ".join(f["code"] for f in got.get("findings", []))
        return [f"{out[0]} ({codes})"]
    if want["counts"] is not None:
        out += field("counts", got.get("counts"), want["counts"])
    if want["project"] is not None:
        out += field("project", (got.get("project") or {}).get("id"), want["project"])
    for name in ("rate", "score"):
        out += field(f"execution.{name}", (got.get("execution") or {}).get(name), want["execution"][name])
    out += check_indicators(got.get("indicators") or [], want["indicators"])
    blocks = {b["name"]: b for b in got.get("blocks") or []}
    for name, block in want["blocks"].items():
        for part, value in block.items():
            out += field(f"block {name} {part}", blocks.get(name, {}).get(part), value)
    for name in ("total", "grade"):
        out += field(name, got.get(name), want[name])
    return out


def check_indicators(got, want):
    out = []
    names = [squeeze(i["name"]) for i in got]
    for n in sorted(set(names) - {squeeze(i["name"]) for i in want}):
        out.append(f"indicator {n}: not in the form")
    for item in want:
        label = f"indicator {item['name']}"
        found = [g for g, n in zip(got, names) if n == squeeze(item["name"])]
        if len(found) != 1:
            out.append(f"{label}: {len(found)} times")
            continue
        for name in ("status", "completionRate", "score", "direction"):
            if item["status"] == "excluded" and name != "status":
                continue
            out += field(f"{label} {name}", found[0].get(name), item[name])
        if item["cell"] and item["status"] not in ("unresolved", "excluded"):
            out += field(f"{label} cell", found[0].get("cell"), item["cell"])
    return out


def squeeze(name):
    return "".join(unicodedata.normalize("NFKC", name).split())


def fits(got, want):
    if got["code"] not in want["code"].split("|") or got.get("severity") != want["severity"]:
        return False
    cells = want["cell"] if isinstance(want["cell"], list) else [want["cell"]]
    return want["cell"] is None or got.get("cell") in cells


def check_findings(got, want):
    """Every expected finding once; beside them only what is allowed."""
    rest, out = list(got.get("findings") or []), []
    for item in sorted(want["findings"], key=lambda f: (f["cell"] is None, isinstance(f["cell"], list))):
        hit = next((f for f in rest if fits(f, item)), None)
        if hit is None:
            out.append(f"finding {show(item)}: missing")
        else:
            rest.remove(hit)
    for item in rest:
        if not any(fits(item, a) for a in want["allowed"]):
            out.append(f"finding {show(item)}: not expected ({item.get('message', '')})")
    if want["status"] == "scored":
        out += field("verdict", got.get("verdict"), want["verdict"])
    return out


def show(f):
    cell = f.get("cell")
    cell = "/".join(str(c) for c in cell) if isinstance(cell, list) else cell or "-"
    return f"{f['code']} {f.get('severity')} {cell}"


def check_round(results, truth, findings, by_key):
    out = []
    if truth["programme"]:
        got, want = set(results.get("missing") or []), set(truth["missing"])
        out += [f"missing: {m} is reported and did return" for m in sorted(got - want)]
        out += [f"missing: {m} is not reported" for m in sorted(want - got)]
    if findings:
        said = results.get("findings") or []
        for code in ("C001", "C002"):
            wanted = [f["project"] for f in truth["roundFindings"] if f["code"] == code]
            messages = [f.get("message") or f["project"] for f in said if f["code"] == code]
            out += field(f"round findings {code}", len(messages), len(wanted))
            out += [f"round: no {code} names {p}" for p in wanted if not any(p in m for m in messages)]
    for pair in truth["twins"]:
        entries = [by_key.get((name, 1), {}) for name in pair]
        if sorted(bool(e.get("counts")) for e in entries) != [False, True]:
            out.append(f"twins {pair}: exactly one should count")
        elif findings:
            other = next(e for e in entries if not e.get("counts"))
            notes = [f for f in other["findings"] if f["code"] == "F009"]
            if [f["severity"] for f in notes] != ["note"]:
                out.append(f"twins {pair}: F009 as a note on the one that does not count")
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--results", type=Path, required=True)
    ap.add_argument("--truth", type=Path, required=True)
    ap.add_argument("--findings", action="store_true")
    args = ap.parse_args()
    results = json.loads(args.results.read_text(encoding="utf-8"))
    truth = json.loads(args.truth.read_text(encoding="utf-8"))
    by_key = {key(r): r for r in results["returns"]}
    passed = failed = 0
    for want in truth["returns"]:
        got = by_key.pop(key(want), None)
        if got is None:
            problems = ["not in the results"]
        else:
            problems = check_scores(got, want)
            if args.findings and "status" not in "".join(problems)[:6]:
                problems += check_findings(got, want)
        for text in problems:
            print(f"{want['file']}: {text}  [{want['note']}]")
        passed, failed = passed + (not problems), failed + bool(problems)
    everything = {key(r): r for r in results["returns"]}
    problems = [f"{name} form {form}: not a return that was generated" for name, form in by_key]
    problems += check_round(results, truth, args.findings, everything)
    for text in problems:
        print(f"round: {text}")
    passed, failed = passed + (not problems), failed + bool(problems)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
