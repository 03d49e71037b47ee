"""Writes the inputs of samples/03: a round as it runs, from blanks to corrected copies.

Usage: make_round.py SCOREBOOK [SAMPLES_DIR]

Hands the programme out with SCOREBOOK, fills blanks in, scores the first nine returns, corrects
two annotated copies, and writes all of it as input/programme.xlsx, input/first and input/second.
Needs LibreOffice for the values of the formulas, as a spreadsheet program stores them. All people,
bodies and figures are invented.
"""
from __future__ import annotations

import datetime
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from fractions import Fraction as F
from pathlib import Path
from xml.sax.saxutils import escape

import libreoffice
import openpyxl
from form import Project, programme
from make_samples import (BENEFIT, CONTENT, COST, ECOLOGY, ECONOMIC, LASTING, OUTPUT, QUALITY, QUANTITY, ROOT,
                          SATISFIED, SOCIAL, TIME, culture, elderly, employment, first_returns, funds, kindergartens,
                          pensions, q, water)

EPOCH = datetime.date(1899, 12, 30)


# ---- the six projects that the blanks are for -------------------------------------------------

def roads() -> Project:
    return Project(
        "QL-2024-07", "农村公路日常养护项目", "云渚县公路养护中心", "云渚县交通运输局",
        "养护农村公路不少于412千米，优良路率不低于90%，群众投诉24小时内处置。",
        [q(OUTPUT, QUANTITY, "日常养护里程（千米）", "atLeast", "412", "千米", 15, "418.6"),
         q(OUTPUT, QUANTITY, "安全隐患路段整治（处）", "atLeast", "9", "处", 10, "9"),
         q(OUTPUT, QUALITY, "优良路率（%）", "atLeast", "90", "%", 10, "91.35"),
         q(OUTPUT, TIME, "水毁路段抢通时间（小时）", "atMost", "24", "小时", 5, "20"),
         q(OUTPUT, COST, "每千米养护成本（万元）", "between", (F("0.8"), F("1.2")), "万元", 10, "1.05"),
         q(BENEFIT, SOCIAL, "受益行政村（个）", "atLeast", "86", "个", 15, "88"),
         q(BENEFIT, LASTING, "养护长效机制（定性）", "level", "达成", "", 15, "达成", judged=F("14.5")),
         q(CONTENT, SATISFIED, "沿线群众满意度（%）", "atLeast", "90", "%", 10, "93.2")],
        funds(("430", "446", "441.27"), ("18.4", "18.4", "18.4"), ("20", "20", "19.96")))


def disabled() -> Project:
    return Project(
        "QL-2024-08", "残疾人就业增收项目", "青岚市残疾人就业服务所", "青岚市残疾人联合会",
        "帮扶残疾人就业不少于260人，开展培训不少于320人次。",
        [q(OUTPUT, QUANTITY, "新增就业残疾人数（人）", "atLeast", "260", "人", 15, "231"),
         q(OUTPUT, QUANTITY, "职业技能培训人次（人次）", "atLeast", "320", "人次", 15, "468"),
         q(OUTPUT, QUALITY, "培训合格率（%）", "atLeast", "85", "%", 10, "92.4"),
         q(OUTPUT, COST, "人均培训成本（元）", "atMost", "1500", "元", 10, "1480"),
         q(BENEFIT, ECONOMIC, "就业残疾人月均工资（元）", "atLeast", "2200", "元", 15, "2365"),
         q(BENEFIT, SOCIAL, "稳定就业六个月以上比例（%）", "atLeast", "80", "%", 15, "81.6"),
         q(CONTENT, SATISFIED, "服务对象满意度（%）", "atLeast", "95", "%", 10, "97")],
        funds(("150", "150", "143.5"), ("0", "0", "0"), ("12", "12", "11.2")))


def clinics() -> Project:
    return Project(
        "QL-2024-09", "社区卫生服务能力提升项目", "青岚市望溪区社区卫生管理中心", "青岚市卫生健康局",
        "提升社区卫生服务中心6家，家庭医生签约率不低于75%。",
        [q(OUTPUT, QUANTITY, "提升社区卫生服务中心（家）", "atLeast", "6", "家", 20, "6"),
         q(OUTPUT, QUALITY, "慢性病规范管理率（%）", "atLeast", "70", "%", 15, "74.5"),
         q(OUTPUT, QUALITY, "信息系统通过验收（是/否）", "yesNo", "是", "是/否", 15, "是"),
         q(BENEFIT, SOCIAL, "家庭医生签约率（%）", "atLeast", "75", "%", 20, "78.2"),
         q(BENEFIT, LASTING, "全科医生数（人）", "atLeast", "48", "人", 10, "52"),
         q(CONTENT, SATISFIED, "居民满意度（%）", "atLeast", "90", "%", 10, "92.6")],
        funds(("380", "372", "365.81"), ("0", "0", "0"), ("0", "0", "0")))


def farmland() -> Project:
    return Project(
        "QL-2024-10", "高标准农田管护项目", "云渚县农田建设服务站", "云渚县农业农村局",
        "管护高标准农田不少于3.2万亩，灌溉设施完好率不低于95%。",
        [q(OUTPUT, QUANTITY, "管护面积（万亩）", "atLeast", "3.2", "万亩", 20, "3.25"),
         q(OUTPUT, QUALITY, "灌溉设施完好率（%）", "atLeast", "95", "%", 15, "91.2",
           reason="8月暴雨冲毁渠道1.4千米，已列入2025年修复计划，4月底前完工。"),
         q(OUTPUT, COST, "亩均管护成本（元）", "atMost", "22", "元", 15, "21.4"),
         q(BENEFIT, ECONOMIC, "亩均增产（公斤）", "atLeast", "40", "公斤", 15, "43"),
         q(BENEFIT, ECOLOGY, "亩均节水（立方米）", "atLeast", "60", "立方米", 15, "62"),
         q(CONTENT, SATISFIED, "农户满意度（%）", "atLeast", "90", "%", 10, "94.1")],
        funds(("70", "71.5", "70.4"), ("0", "0", "0"), ("5", "5", "5")))


def library() -> Project:
    return Project(
        "QL-2024-11", "公共图书馆延时服务项目", "青岚市图书馆", "青岚市文化广电和旅游局",
        "全年延时开放不少于210天，新增读者不少于1.2万人。",
        [q(OUTPUT, QUANTITY, "延时开放天数（天）", "atLeast", "210", "天", 30, None),
         q(OUTPUT, COST, "日均延时成本（元）", "atMost", "900", "元", 20, None),
         q(BENEFIT, SOCIAL, "新增读者（万人）", "atLeast", "1.2", "万人", 30, None),
         q(CONTENT, SATISFIED, "读者满意度（%）", "atLeast", "92", "%", 10, None)],
        funds(("36", "36", "0"), ("0", "0", "0"), ("0", "0", "0")))


def sports() -> Project:
    return Project(
        "QL-2024-12", "全民健身设施更新项目", "青岚市望溪区体育服务中心", "青岚市体育局",
        "更新健身路径26条，建成智慧健身点3处。",
        [q(OUTPUT, QUANTITY, "更新健身路径（条）", "atLeast", "26", "条", 25, None),
         q(OUTPUT, TIME, "完工及时率（%）", "atLeast", "100", "%", 25, None),
         q(BENEFIT, SOCIAL, "日均健身人次（人次）", "atLeast", "1800", "人次", 30, None),
         q(CONTENT, SATISFIED, "居民满意度（%）", "atLeast", "90", "%", 10, None)],
        funds(("96", "96", "0"), ("0", "0", "0"), ("8", "8", "0")))


# ---- workbooks, edited as a spreadsheet program does: cells only, the rest as it is -----------

def parts_of(path: Path) -> dict:
    with zipfile.ZipFile(path) as z:
        return {info.filename: z.read(info) for info in z.infolist()}


def store(path: Path, parts: dict, modified: str):
    core = parts["docProps/core.xml"].decode()
    stamp = f'<dcterms:modified xsi:type="dcterms:W3CDTF">{modified}</dcterms:modified>'
    core, count = re.subn(r"<dcterms:modified[^>]*>[^<]*</dcterms:modified>", stamp, core)
    assert count == 1, path
    parts = parts | {"docProps/core.xml": core.encode()}
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2025, 3, 20, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, content)


def part_of_sheet(parts: dict, name: str) -> str:
    book = parts["xl/workbook.xml"].decode()
    rid = re.search(rf'<sheet [^>]*name="{re.escape(name)}"[^>]*r:id="([^"]+)"', book).group(1)
    rels = parts["xl/_rels/workbook.xml.rels"].decode()
    rel = next(r for r in re.findall(r"<Relationship [^>]*>", rels) if f'Id="{rid}"' in r)
    return "xl/" + re.search(r'Target="/?(?:xl/)?([^"]+)"', rel).group(1)


def retype(parts: dict, sheet: str, values: dict) -> dict:
    """The parts with other values in some cells of a sheet; looks and all else stay."""
    part = part_of_sheet(parts, sheet)
    text = parts[part].decode()
    for address, value in values.items():
        pattern = re.compile(rf'<c r="{address}"((?: s="\d+")?)[^>/]*(?:/>|>(.*?)</c>)', re.S)
        found = pattern.search(text)
        assert found, (sheet, address)
        formula = re.search(r"<f[ >].*?</f>|<f>.*?</f>", found.group(2) or "", re.S)
        kept = formula.group(0) if formula and isinstance(value, Calculated) else ""
        text = text[:found.start()] + cell(address, found.group(1), value, kept) + text[found.end():]
    return parts | {part: text.encode()}


class Calculated:
    """What a formula came to; the formula stays."""

    def __init__(self, value):
        self.value = value


def cell(address, style, value, formula=""):
    if isinstance(value, Calculated):
        value = value.value
        if isinstance(value, str):
            return f'<c r="{address}"{style} t="str">{formula}<v>{escape(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{address}"{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    if value is None:
        return f'<c r="{address}"{style}>{formula}</c>'
    return f'<c r="{address}"{style}>{formula}<v>{plain(value)}</v></c>'


def plain(value):
    if isinstance(value, datetime.date):
        return str((value - EPOCH).days)
    return f"{float(value):.12f}".rstrip("0").rstrip(".")


# ---- blanks, filled in ------------------------------------------------------------------------

def fields(blank: Path) -> dict:
    """The sheet and address of each named cell."""
    book = openpyxl.load_workbook(blank)
    return {name: next(book.defined_names[name].destinations) for name in book.defined_names
            if name.startswith("sb_")}


def typed(p: Project, done: str) -> dict:
    """What the unit of a project types, by field."""
    values = {"sb_goal_result": done}
    for f, source in zip(p.funds, ("current", "carryover", "other")):
        values[f"sb_fund_{source}_executed"] = f.executed
    for n, row in enumerate(p.rows, 1):
        percent = row.unit == "%"
        values[f"sb_I{n:02}_actual"] = row.actual / 100 if percent else row.actual
        if row.judged is not None:
            values[f"sb_I{n:02}_score"] = row.judged
        if row.reason:
            values[f"sb_I{n:02}_reason"] = row.reason
    return values


def fill(blank: Path, values: dict, path: Path, modified: str, change=lambda parts, at: parts):
    """Types into a blank, stores what its formulas come to, and changes what a unit should not."""
    at = {name: (sheet, address.replace("$", "")) for name, (sheet, address) in fields(blank).items()}
    parts = parts_of(blank)
    by_sheet: dict = {}
    for name, value in values.items():
        sheet, address = at[name]
        by_sheet.setdefault(sheet, {})[address] = value
    for sheet, cells in by_sheet.items():
        parts = retype(parts, sheet, cells)
    parts = calculated(parts, modified)
    store(path, change(parts, at), modified)


def calculated(parts: dict, modified: str) -> dict:
    """The parts with the values LibreOffice works out for the formulas, which have none before."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        store(work / "book.xlsx", parts, modified)
        for sheet, cells in formulas_of(work / "book.xlsx").items():
            parts = retype(parts, sheet, {address: Calculated(None) for address in cells})
        store(work / "book.xlsx", parts, modified)
        libreoffice.stored_again([work / "book.xlsx"], work / "out")
        shown = openpyxl.load_workbook(work / "out" / "book.xlsx", data_only=True)
        for sheet, cells in formulas_of(work / "book.xlsx").items():
            parts = retype(parts, sheet, {address: Calculated(shown[sheet][address].value) for address in cells})
    return parts


def formulas_of(path: Path) -> dict:
    """The addresses of the formulas of each sheet that has any."""
    book = openpyxl.load_workbook(path)
    found = {sheet.title: [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
             for sheet in book.worksheets}
    return {sheet: cells for sheet, cells in found.items() if cells}


def unlocked(parts: dict, at: dict) -> dict:
    """Sheet protection taken off, and a label put in the unit's own words."""
    sheet, address = at["sb_I02_name"] if "sb_I02_name" in at else (at["sb_I02_actual"][0], None)
    part = part_of_sheet(parts, sheet)
    parts = parts | {part: re.sub(rb"<sheetProtection[^>]*/>", b"", parts[part])}
    if address is None:
        row = re.sub(r"\D", "", at["sb_I02_actual"][1])
        name = re.search(rb'<c r="([A-Z]+)' + row.encode() + rb'"', parts[part])
        address = f"D{row}" if name else None
    return retype(parts, sheet, {address: "慢病规范管理率（%）"})


def corrected(copy: Path, cells: dict, path: Path, modified: str):
    """An annotated copy with some cells of the form corrected, as the unit returns it."""
    book = openpyxl.load_workbook(copy)
    sheet = next(name for name in book.sheetnames if "自评表" in name)
    store(path, calculated(retype(parts_of(copy), sheet, cells), modified), modified)


# ---- the round --------------------------------------------------------------------------------

def main():
    scorebook = sys.argv[1]
    samples = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "samples"
    folder = samples / "03-bureau-round" / "input"
    first, second = folder / "first", folder / "second"
    folder.mkdir(parents=True, exist_ok=True)
    later = [roads(), disabled(), clinics(), farmland(), library(), sports()]
    issued = [employment(), pensions(), kindergartens(), water(), elderly(), culture()] + later
    programme(issued).save(folder / "programme.xlsx")
    first_returns(first)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        common = ["--scheme", "mof-2020", "--programme", str(folder / "programme.xlsx"), "--quiet"]
        subprocess.run([scorebook, "handout", *common, "--out", str(work / "blanks")], check=True)
        blank = {path.name.split("_")[0]: path for path in (work / "blanks").glob("*.xlsx")}

        fill(blank["QL-2024-07"], typed(roads(), "养护418.6千米，整治隐患路段9处，优良路率91.35%。"),
             first / "交通局" / blank["QL-2024-07"].name, "2025-03-14T03:11:00Z")
        p = disabled()
        values = typed(p, "新增就业231人，培训468人次。")
        values["sb_fund_current_executed"] = p.funds[0].executed * 10000
        fill(blank["QL-2024-08"], values, first / "残联" / blank["QL-2024-08"].name, "2025-03-18T01:45:00Z")
        values = typed(clinics(), "提升社区卫生服务中心6家，签约率78.2%。")
        values["sb_I03_actual"] = None
        fill(blank["QL-2024-09"], values, first / "卫健局" / blank["QL-2024-09"].name, "2025-03-19T07:26:00Z", unlocked)

        subprocess.run([scorebook, "score", *common, str(first), "--out", str(work / "out"), "--fail-on", "never"],
                       check=True)
        returned = work / "out" / "returned"
        corrected(returned / "民政局" / "居家养老自评表_批注.xlsx",
                  {"F6": F("609.76"), "H6": F("0.9239"), "I6": F("9.24"), "H21": F("90.84"), "I14": "两处助餐点因场地产权未落实未能开工；2025年5月底前选定新址，9月底前建成。"},
                  second / "民政局" / "居家养老自评表_批注.xlsx", "2025-03-27T08:02:00Z")
        at = {n: a.replace("$", "") for n, (_, a) in fields(blank["QL-2024-08"]).items()}
        copy = f"{blank['QL-2024-08'].stem}_批注.xlsx"
        corrected(returned / "残联" / copy,
                  {at["sb_fund_current_executed"]: F("143.5"),
                   at["sb_I01_reason"]: "两家用人单位年中停产，辞退29人；已转介12人，2025年6月底前完成其余安置。"},
                  second / "残联" / copy, "2025-03-28T02:40:00Z")
        fill(blank["QL-2024-03"], typed(kindergartens(), "改造幼儿园8所，新增普惠性学位640个。"),
             second / "教育局" / blank["QL-2024-03"].name, "2025-03-26T06:30:00Z")
        fill(blank["QL-2024-10"], typed(farmland(), "管护3.25万亩，设施完好率91.2%。"),
             second / "农业农村局" / blank["QL-2024-10"].name, "2025-03-27T01:18:00Z")


if __name__ == "__main__":
    main()
