"""Recomputes a judged rubric and its tasks from the returned workbook, and compares: rubric.py RETURN.xlsx RESULTS.json

Reads the cells through openpyxl and knows nothing of the tool: sums of blocks, the total, what was lost where,
completion rates in exact fractions, and which rows have no number to rate.
"""
from __future__ import annotations

import json
import re
import sys
from fractions import Fraction as F

import openpyxl
from oracle import half_up

RESTS_ON = {"资金到位率": ("预算数", "到位数"), "预算执行率": ("到位数", "支出数"), "成本节约率": ("计划成本", "实际成本")}


class Form:
    """The sheet with merged cells filled down, and its header rows by a word in them."""

    def __init__(self, path):
        self.sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
        self.first = {}
        for merge in self.sheet.merged_cells.ranges:
            for row in range(merge.min_row, merge.max_row + 1):
                self.first[row, merge.min_col] = (merge.min_row, merge.min_col)

    def value(self, row, column):
        value = self.sheet.cell(*self.first.get((row, column), (row, column))).value
        return value.strip() if isinstance(value, str) else value

    def header(self, word):
        """(row, column of each header) of the first row that has this word."""
        for row in range(1, self.sheet.max_row + 1):
            words = {self.value(row, c): c for c in range(1, self.sheet.max_column + 1) if self.value(row, c)}
            if word in words:
                return row, words
        raise SystemExit(f"no header {word}")

    def rows(self, word):
        """The rows under a header, by its words, until one has nothing under that word."""
        row, columns = self.header(word)
        while True:
            row += 1
            cells = {name: self.value(row, c) for name, c in columns.items()}
            if row > self.sheet.max_row or not cells[word] or cells[word] == cells.get("一级指标"):
                return
            yield row, cells


def number(value, unit):
    """A cell as an exact number; None where it holds none. A percentage is stored as its hundredth."""
    if isinstance(value, (int, float)):
        return F(repr(value)) * (100 if unit == "%" else 1)
    return None


def rubric(form):
    money = next(cells for _, cells in form.rows("预算数"))
    blocks, items = {}, []
    for _, cells in form.rows("三级指标"):
        name, points = re.fullmatch(r"(\S+)\s*（(\d+)分）", cells["一级指标"]).groups()
        block = blocks.setdefault(name, {"points": F(points), "score": F(0)})
        score = number(cells["得分"], "")
        block["score"] += score
        missing = [c for c in RESTS_ON.get(cells["三级指标"], ()) if money.get(c) is None]
        items.append((cells["三级指标"], score, bool(missing and score > 0)))
    return blocks, items


def tasks(form):
    for _, cells in form.rows("年度任务"):
        target, actual = (number(cells[c], cells["单位"]) for c in ("任务数", "完成数"))
        if cells["任务数"] is None:
            yield cells["年度任务"], "excluded", None
        elif actual is None:
            yield cells["年度任务"], "unresolved", None
        else:
            rate = half_up(actual / target * 100)
            yield cells["年度任务"], "met" if actual >= target else "shortfall", rate


def main():
    form = Form(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as f:
        result = json.load(f)["returns"][0]
    codes = [(f["code"], f["indicator"]) for f in result["findings"]]
    ids = {i["id"]: i for i in result["indicators"]}
    blocks, items = rubric(form)
    due = list(tasks(form))
    checks = [
        ("blocks", [(b["name"], F(b["points"]), F(b["score"])) for b in result["blocks"]],
         [(name, b["points"], b["score"]) for name, b in blocks.items()]),
        ("total", F(result["total"]), sum(score for _, score, _ in items)),
        ("items", [(i["name"], F(i["score"])) for i in ids.values() if i["score"] is not None],
         [(name, score) for name, score, _ in items]),
        ("scored without money", [ids[i]["name"] for code, i in codes if code == "R011"],
         [name for name, _, unfounded in items if unfounded]),
        ("blocks that lost points", sum(code == "R005" and i is None for code, i in codes),
         sum(b["score"] < b["points"] for b in blocks.values())),
        ("tasks", [(i["name"], i["status"], i["completionRate"]) for i in ids.values() if i["score"] is None], due),
        ("done without a number", [ids[i]["name"] for code, i in codes if code == "V013"],
         [name for name, status, _ in due if status == "unresolved"]),
        ("without a target", [ids[i]["name"] for code, i in codes if code == "V001"],
         [name for name, status, _ in due if status == "excluded"]),
    ]
    failed = 0
    for what, found, expected in checks:
        if found != expected:
            failed += 1
            print(f"{what}: {found}, expected {expected}")
    print(f"{len(checks) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
