"""Fills blanks in honestly, as a unit would, and checks what the command makes of them.

Usage: fill_blanks.py SCOREBOOK SCHEME [--soffice]

Hands a programme out, fills every blank by the names of its fields, through openpyxl (which
stores no values of formulas) or through LibreOffice (which stores its own), scores what comes
back, and compares every score with one worked out here from the programme alone. Nothing may be
found on an honest return but notes, and shortfalls with their reasons. Exit status 1 otherwise.
"""
from __future__ import annotations

import argparse
import datetime
import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import openpyxl

import libreoffice

# What an honest return may still show: notes, and what a unit says itself.
HARMLESS = {"R005", "R006"}
SOURCES = {
    "mof-2020": ["当年财政拨款", "上年结转资金", "其他资金"],
    "programme-rates": ["中央财政补助", "省级财政补助", "地市财政补助", "其他资金"],
}
FIELDS = {
    "mof-2020": ["current", "carryover", "other"],
    "programme-rates": ["central", "provincial", "municipal", "other"],
}
TIERS = [
    ("产出指标", "数量指标", "≥", "", 50), ("产出指标", "质量指标", "≥", "%", 0),
    ("效益指标", "社会效益指标", "是否", "", 30), ("满意度指标", "服务对象满意度指标", "≥", "%", 10),
]


def half_up(value, places):
    scaled = value * 10**places
    return Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 10**places)


class Indicator:
    """An indicator as issued, the actual that is typed, and what that earns."""

    def __init__(self, number, tier1, tier2, sign, points, random_):
        self.id, self.tier1, self.tier2, self.sign = f"I{number:02}", tier1, tier2, sign
        self.points = points
        self.percent = sign in "≥≤=区间" and random_.random() < 0.4
        self.name = f"第{number}项工作" + ("（%）" if self.percent else "")
        self.unit = "" if self.percent else random_.choice(["", "件", "万元"])
        scale = 1 if random_.random() < 0.5 else 100
        top = 100 * scale if self.percent else 9000 * scale
        self.target = Fraction(random_.randint(0 if random_.random() < 0.1 else 1, top), scale)
        self.high = self.target + Fraction(random_.randint(1, 50))
        drift = Fraction(random_.randint(-40, 25), 100)
        self.actual = max(Fraction(0), half_up(self.target * (1 + drift), 2))
        self.level = random_.choice(["达成", "部分达成", "未达成"])
        self.answer = random_.choice(["是", "是", "否"])
        self.day = datetime.date(2024, 11, 30) + datetime.timedelta(days=random_.randint(-60, 20))

    def issued(self):
        target = {"是否": "是", "定性": "达成", "期限": "2024-11-30", "区间": f"{text(self.target)}-{text(self.high)}"}
        return target.get(self.sign, float(self.target))

    def typed(self):
        if self.sign == "是否":
            return self.answer
        if self.sign == "定性":
            return self.level
        if self.sign == "期限":
            return self.day
        return float(self.actual / 100) if self.percent else float(self.actual)

    def share(self):
        a, t = self.actual, self.target
        if self.sign == "是否":
            return Fraction(self.answer == "是")
        if self.sign == "定性":
            return {"达成": Fraction(9, 10), "部分达成": Fraction(7, 10), "未达成": Fraction(1, 2)}[self.level]
        if self.sign == "期限":
            return Fraction(self.day <= datetime.date(2024, 11, 30))
        if self.sign == "≥":
            return Fraction(1) if a >= t else a / t
        if self.sign == "≤":
            return Fraction(1) if a <= t else t / a
        if self.sign == "=":
            return Fraction(a == t) if not t else min(a / t, t / a) if a else Fraction(0)
        if a < t:
            return a / t
        return Fraction(1) if a <= self.high else self.high / a

    def score(self):
        return half_up(self.share() * self.points, 2)

    def rate(self, scored=True):
        if self.sign == "定性" and not scored:
            return Fraction({"达成": 100, "部分达成": 80, "未达成": 60}[self.level])
        if self.sign in "≥=" and self.target:
            return half_up(self.actual / self.target * 100, 2)
        if self.sign == "≤" and self.target:
            return half_up(self.target / self.actual * 100, 2) if self.actual > 0 else Fraction(100)
        return half_up(self.share() * 100, 2)

    def needs_reason(self):
        return self.share() < 1 or (self.sign == "≥" and self.target and self.actual * 10 > self.target * 13)


def text(value):
    return f"{float(value):.10f}".rstrip("0").rstrip(".")


class Project:
    def __init__(self, number, scheme, random_):
        self.id, self.name, self.unit = f"P{number:02}", f"第{number}个项目", f"第{number}单位"
        self.funds = [Fraction(random_.randint(1, 90000), 100) for _ in SOURCES[scheme]]
        self.spent = [half_up(b * random_.randint(60, 100) / 100, 2) for b in self.funds]
        self.indicators = []
        signs = "≥ ≥ ≤ = 区间 是否 定性 期限".split()
        blocks = [("产出指标", "数量指标", 50, 10), ("效益指标", "社会效益指标", 30, 5), ("满意度指标", "服务对象满意度指标", 10, 2)]
        for tier1, tier2, points, count in blocks:
            for index in range(count):
                self.indicators.append(
                    Indicator(len(self.indicators) + 1, tier1, tier2, signs[len(self.indicators) % len(signs)],
                              points // count, random_))


def programme(projects, scheme, path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "基本信息"
    for row in [("键", "值"), ("年度", "2024"), ("工作名称", "自评"), ("回收截止日期", "2025年3月20日")]:
        sheet.append(row)
    sheet = book.create_sheet("项目")
    sheet.append(["项目编码", "项目名称", "主管部门", "实施单位", "年度总体目标"])
    for p in projects:
        sheet.append([p.id, p.name, "某局", p.unit, "完成任务"])
    sheet = book.create_sheet("资金")
    sheet.append(["项目编码", "资金来源", "年初预算数", "全年预算数"])
    for p in projects:
        for source, budget in zip(SOURCES[scheme], p.funds):
            sheet.append([p.id, source, float(budget), float(budget)])
    sheet = book.create_sheet("指标")
    sheet.append(["项目编码", "指标编码", "一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "分值"])
    for p in projects:
        for i in p.indicators:
            sheet.append([p.id, i.id, i.tier1, i.tier2, i.name, i.sign, i.issued(), i.unit, i.points])
    book.save(path)


def values(project, scheme):
    """What the unit types, by the names of the fields."""
    typed = {"sb_goal_result": "全部任务按期完成，数量见下表。", "sb_signature_1": "某人", "sb_signature_3": datetime.date(2025, 1, 10)}
    for source, budget, spent in zip(FIELDS[scheme], project.funds, project.spent):
        typed[f"sb_fund_{source}_executed"] = float(spent)
        typed[f"sb_fund_{source}_received"] = float(budget)
        typed[f"sb_fund_{source}_pending"] = 0
    for i in project.indicators:
        typed[f"sb_{i.id}_actual"] = i.typed()
        if i.sign in ("定性", "期限"):
            typed[f"sb_{i.id}_score"] = float(i.score())
        if i.sign == "期限":
            typed[f"sb_{i.id}_completionRate"] = float(i.rate() / 100)
        if i.needs_reason():
            typed[f"sb_{i.id}_reason"] = "受汛期影响推迟，2025年6月底前补齐"
    return typed


def fill(path, typed):
    """Types values into the unlocked cells of those names; a locked one is left alone."""
    book = openpyxl.load_workbook(path)
    problems = []
    for name, value in typed.items():
        if name not in book.defined_names:
            continue
        title, address = next(book.defined_names[name].destinations)
        cell = book[title][address.replace("$", "")]
        if cell.protection.locked:
            problems.append(f"{path.name}: {name} is locked")
            continue
        cell.value = value
    for name in book.defined_names:
        title, address = next(book.defined_names[name].destinations)
        cell = book[title][address.replace("$", "")]
        if not cell.protection.locked and cell.value is None and name not in typed and name != "sb_signature_2":
            if not name.endswith("_reason"):
                problems.append(f"{path.name}: nobody fills {name} in")
    book.save(path)
    return problems


def check_line(project, line, scheme):
    problems = [
        f"{project.id}: {f['code']} {f['cell']} {f['message']}" for f in line["findings"]
        if f["severity"] != "note" and f["code"] not in HARMLESS]
    rate = half_up(sum(project.spent) / sum(project.funds) * 100, 2)
    if Fraction(line["execution"]["rate"]) != rate:
        problems.append(f"{project.id}: rate {line['execution']['rate']}, should be {float(rate)}")
    total = half_up(min(Fraction(1), sum(project.spent) / sum(project.funds)) * 10, 2)
    by_id = {i["id"]: i for i in line["indicators"]}
    for want in project.indicators:
        got = by_id.get(want.id)
        if got is None:
            problems.append(f"{project.id}: {want.id} is missing")
            continue
        total += want.score()
        if scheme == "mof-2020":
            for key in ("score", "claimedScore"):
                if got[key] is None or Fraction(got[key]) != want.score():
                    problems.append(f"{project.id} {want.id} {want.sign}: {key} {got[key]}, should be {float(want.score())}")
        elif got["claimedRate"] is None or Fraction(got["claimedRate"]) != want.rate(scored=False):
            problems.append(f"{project.id} {want.id} {want.sign}: claimedRate {got['claimedRate']}, should be {float(want.rate())}")
    if scheme == "mof-2020":
        for key in ("total", "claimedTotal"):
            if line[key] is None or Fraction(line[key]) != total:
                problems.append(f"{project.id}: {key} {line[key]}, should be {float(total)}")
    return problems


def self_check(path, *words):
    """What the form itself says once LibreOffice has calculated it."""
    book = openpyxl.load_workbook(path, data_only=True)
    shown = [c.value for c in book.worksheets[0][1] if isinstance(c.value, str) and c.value.startswith("自检")]
    return [] if shown and all(w in shown[0] for w in words) else [f"{path.name}: {shown}, should hold {words}"]


def unfinished(blank, typed, scheme, work):
    """The self-check of a blank with nothing in it, with one cell missing, and with too much spent."""
    source = FIELDS[scheme][0]
    cases = {
        "nothing": ({}, ["自检：未填", "点此到第一处"]),
        "one": ({k: v for k, v in typed.items() if k != "sb_I01_actual"}, ["自检：未填1处"]),
        "overspent": ({**typed, f"sb_fund_{source}_executed": 99999999.5}, ["要核对", "大于"]),
        "yuan": ({**typed, f"sb_fund_{source}_executed": typed[f"sb_fund_{source}_executed"] * 10000},
                 ["要核对", "疑按元填写"]),
    }
    drawn, calculated = work / "unfinished", work / "unfinished-calculated"
    drawn.mkdir()
    for name, (values_, _) in cases.items():
        path = drawn / f"{name}.xlsx"
        path.write_bytes(blank)
        fill(path, values_)
    libreoffice.stored_again(sorted(drawn.glob("*.xlsx")), calculated)
    return [p for name, (_, words) in cases.items() for p in self_check(calculated / f"{name}.xlsx", *words)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scorebook")
    parser.add_argument("scheme", choices=sorted(SOURCES))
    parser.add_argument("--soffice", action="store_true")
    parser.add_argument("--projects", type=int, default=12)
    options = parser.parse_args()
    random_ = random.Random(20)
    projects = [Project(n + 1, options.scheme, random_) for n in range(options.projects)]
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        programme(projects, options.scheme, work / "programme.xlsx")
        blanks = work / "blanks"
        common = [options.scorebook]
        subprocess.run(
            [*common, "handout", "--scheme", options.scheme, "--programme", str(work / "programme.xlsx"), "--out",
             str(blanks), "--quiet"], check=True)
        files = sorted(blanks.glob("*.xlsx"))
        if len(files) != len(projects):
            problems.append(f"{len(files)} blanks for {len(projects)} projects")
        by_id = {p.id: p for p in projects}
        first = files[0].read_bytes()
        for path in files:
            problems += fill(path, values(by_id[path.name.split("_")[0]], options.scheme))
        if options.soffice:
            calculated = work / "calculated"
            libreoffice.stored_again(sorted(blanks.glob("*.xlsx")), calculated)
            blanks = calculated
            for path in sorted(blanks.glob("*.xlsx")):
                problems += self_check(path, "自检：已填完")
            typed = values(by_id[files[0].name.split("_")[0]], options.scheme)
            problems += unfinished(first, typed, options.scheme, work)
        for extra in (["--programme", str(work / "programme.xlsx")], []):
            run = subprocess.run(
                [*common, "score", "--scheme", options.scheme, *extra, str(blanks), "--out", str(work / "out"),
                 "--json", "--fail-on", "never", "--quiet"], check=True, capture_output=True)
            lines = json.loads(run.stdout)["returns"]
            if len(lines) != len(projects):
                problems.append(f"{len(lines)} returns for {len(projects)} projects")
            for line in lines:
                problems += check_line(by_id[line["project"]["id"]], line, options.scheme)
    for problem in problems:
        print(problem)
    how = "LibreOffice" if options.soffice else "openpyxl"
    print(f"{options.scheme}, filled in through {how}: {len(projects)} blanks, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
