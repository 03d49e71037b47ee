"""What a checker must find in a return: scores, and findings by code and cell."""
from __future__ import annotations

from fractions import Fraction as F

import oracle

SEVERITY = {code: level for level, codes in {
    "error": "F001 F002 F003 F004 F005 F006 F008 F011 F012 S004 S009 V001 V002 V010 V011 V012 V013 V016 T001 T002 "
             "T003 T004 B001 B003 B006 R004 R007 R008 C001",
    "warning": "F007 F009 S003 S005 S008 V007 V008 V009 V014 T005 B002 B005 B007 B008 B009 R001 R002 R003 R005 R006 "
               "R009 R011 C002 C003 C004",
    "note": "F010 S001 S002 S006 S007 S010 S011 V003 V004 V005 V006 V015 B004 T006 R010 R012 C005 C006 C007",
}.items() for code in codes.split()}


def finding(code, cell=None, severity=None):
    """`code` may name alternatives, `A|B`; `cell` is an address, a list of acceptable ones, or None for any."""
    return {"code": code, "cell": cell, "severity": severity or SEVERITY[code.split("|")[0]]}


def scored(file, p, sheet, expected=(), allowed=(), counts=True, note="", known=True, **changes):
    """The entry of a return that is scored; `changes` override what the rows alone give."""
    indicators, total, blocks = [], F(0), {}
    for n, row in enumerate(p.rows):
        line = row.result() if row.counted else {"completionRate": None, "score": None, "status": "excluded"}
        line |= changes.get("rows", {}).get(n, {})
        if row.counted:
            total += F(line["score"])
            points, score = blocks.get(row.tier1, (F(0), F(0)))
            blocks[row.tier1] = (points + row.points, score + F(line["score"]))
        key = ("actual", n)
        indicators.append({"name": row.name, "direction": row.direction, "cell": sheet.at(*key)
                           if key in sheet.marks else None, **line})
    execution = changes.get("execution") or oracle.execution(p.total("budget"), p.total("executed"), F(10))
    total += F(execution["score"])
    out = {
        "file": file, "form": 1, "note": note, "status": "scored", "counts": counts, "project": p.id if known else None,
        "execution": execution, "indicators": indicators,
        "blocks": {k: {"points": oracle.plain(a), "score": oracle.half_up(b)} for k, (a, b) in blocks.items()},
        "total": oracle.half_up(total), "grade": oracle.grade(total),
        "verdict": "sendBack" if any(f["severity"] == "error" for f in expected) else "accept",
        "findings": list(expected), "allowed": list(allowed)}
    return out


def rejected(file, code, note=""):
    return {"file": file, "form": 1, "note": note, "status": "rejected", "findings": [finding(code)], "allowed": []}


def honest_findings(p, sheet):
    """What is true of an honest return: its shortfalls and what goes beyond the limit."""
    out = []
    for n, row in enumerate(p.rows):
        status = row.result()["status"] if row.counted else "excluded"
        if status in ("shortfall", "over"):
            if row.reason:
                out.append(finding("R005" if status == "shortfall" else "R006", sheet.at("actual", n)))
            else:
                out.append(finding("R007", [sheet.at("reason", n), sheet.at("actual", n)]))
    return out


def allowed(p, looks):
    """Notes that the contract leaves to judgement for this return."""
    out = []
    if looks.stray:
        out.append(finding("F010"))
    if looks.origin != (1, 1) or looks.gap_row or looks.remark_column or looks.rate_column:
        out.append(finding("S002"))
    if all(q.result()["score"] == oracle.half_up(q.points) for q in p.rows):
        out.append(finding("R010"))
    benefit = [q.target for q in p.rows if q.tier1 == "效益指标"]
    if len(benefit) > 1 and all(t == benefit[0] for t in benefit):
        out.append(finding("C006"))
    if all(q.actual == q.target for q in p.rows):
        out.append(finding("C007"))
    return out
