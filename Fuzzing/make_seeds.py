#!/usr/bin/env python3
"""Writes the seeds of the corpus anew from samples and templates: make_seeds.py

Workbooks become the text of their parts, `#!part NAME` before each, as the targets take them.
"""

import pathlib
import re
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SAMPLES = ROOT / "samples"
TEMPLATES = ROOT / "templates"
DULL = re.compile(r"theme|media/|docProps/app|printerSettings|calcChain|vbaProject|\.bin$")


def parts(path: pathlib.Path, most: int = 40_000) -> bytes:
    text = b""
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if DULL.search(info.filename) or info.is_dir() or info.file_size > most:
                continue
            text += b"#!part " + info.filename.encode() + b"\n" + archive.read(info) + b"\n"
    return text


def put(target: str, name: str, data: bytes) -> None:
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
SMALL = {
    "kinds": SHEET + (
        b'<cols><col min="1" max="3" width="9" hidden="1"/></cols><sheetData>'
        b'<row r="1" ht="20" hidden="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>'
        b'<c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#DIV/0!</v></c>'
        b'<c r="D1" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="E1" t="d"><v>2024-01-31</v></c></row>'
        b'<row r="3"><c r="A3" s="1"><v>1E-7</v></c><c r="B3"><f t="shared" ref="B3:B9" si="0">'
        b'SUM(A1:A3)</f></c><c r="C3"><f t="shared" si="0"/></c></row></sheetData>'
        b'<mergeCells><mergeCell ref="A1:B2"/></mergeCells><dataValidations><dataValidation '
        b'type="list" sqref="E5:E9"><formula1>"a,b"</formula1></dataValidation></dataValidations>'
        b'</worksheet>'
    ),
    "furniture": SHEET + (
        b'<sheetPr/><dimension ref="A1:B2"/><sheetViews><sheetView tabSelected="1" '
        b'workbookViewId="0"/></sheetViews><sheetData><row r="2" spans="1:2"><c r="A2"><v>1</v></c>'
        b'</row></sheetData><sheetProtection sheet="1"/><conditionalFormatting sqref="A2">'
        b'<cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>'
        b'<hyperlinks><hyperlink ref="A2" location="A1"/></hyperlinks><pageSetup scale="50"/>'
        b'<rowBreaks count="1"><brk id="1"/></rowBreaks><extLst/></worksheet>'
    ),
    "odd-order": SHEET + (
        b'<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="1048576"><c r="XFD1048576">'
        b'<v>3</v></c></row></sheetData></worksheet>'
    ),
}
XML = {
    "entities": b'<?xml version="1.0"?><a b="&lt;&#x20;&amp;">&gt;<![CDATA[x]]><!-- c --><?p i?></a>',
    "namespaces": b'<x:a xmlns:x="u" xmlns="v"><b x:c="1" xmlns=""/></x:a>',
    "doctype": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "utf16": '<?xml version="1.0" encoding="UTF-16"?><a>预算</a>'.encode("utf-16"),
    "lines": b"\xef\xbb\xbf<a\r\n b='1'\t>\r\n</a >",
}
VALUES = """≥50个|≥|个
95%|等于|%
9月底前|定性|
每月1次|=|次
10-20|在…之间|万元
三千五百|≤|元
1.2E-5||‰
完成率≥98.5％|大于|百分比
￥1,234,567.80|≤|万元
2024年9月30日前||年
是|是|是/否
百分之九十五||%
１２３||人次
约3万余人||人
——|/|
170141183460469231731687303715884105727||
优良中低差|定性|级
1/3||份
第三季度||天
不超过 5 个工作日|≤|工作日"""


def books() -> None:
    forms = {"01": SAMPLES / "01-employment-programme/input/自评表.xlsx"}
    for code in ["R001", "V009", "S009", "T001", "B005"]:
        found = sorted((SAMPLES / "findings" / code / "input").rglob("自评表*.xlsx"))
        if found:
            forms[code] = found[0]
    for name, path in forms.items():
        for target in ["workbook", "patch", "form"]:
            put(target, f"return-{name}", parts(path))
    put("form", "blank-mof-2020", parts(TEMPLATES / "mof-2020/blank.xlsx"))
    put("form", "blank-programme-rates", parts(TEMPLATES / "programme-rates/blank.xlsx"))
    annotated = sorted((SAMPLES / "findings/R001/expected").rglob("*批注.xlsx"))
    annotated += sorted((SAMPLES / "01-employment-programme/expected").rglob("*批注.xlsx"))
    for number, path in enumerate(annotated):
        for target in ["workbook", "patch", "form"]:
            put(target, f"annotated-{number}", parts(path))
    for name, data in SMALL.items():
        for target in ["workbook", "patch"]:
            put(target, name, data)
    put("workbook", "zip", (SAMPLES / "findings/R001/input/自评表.xlsx").read_bytes())
    programmes = sorted(SAMPLES.rglob("programme*.xlsx"), key=lambda p: p.stat().st_size)
    for number, path in enumerate(programmes[:2] + programmes[-2:]):
        put("programme", f"programme-{number}", parts(path))


def main() -> None:
    books()
    for name, data in XML.items():
        put("scanner", name, data)
    for name, data in SMALL.items():
        put("scanner", name, data)
    for number, line in enumerate(VALUES.split("\n")):
        put("value", f"value-{number:02}", line.replace("|", "\n").encode())
    for path in sorted(TEMPLATES.glob("*/scheme.yaml")):
        put("scheme", path.parent.name, path.read_bytes())


if __name__ == "__main__":
    main()
