"""What is measured on: returns of the official layout, workbooks of a million cells.

Returns are made by the generator of the acceptance tests, which plants its faults one kind after
the other; they are kept in a folder until the generator changes.
"""
from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "Tests/acceptance"
SCHEME = ROOT / "templates/mof-2020/scheme.yaml"
COLUMNS = 20


class Inputs:
    def __init__(self, folder: Path):
        digest = hashlib.sha256()
        for file in sorted([*GENERATOR.glob("*.py"), Path(__file__)]):
            digest.update(file.read_bytes())
        self.folder = folder / digest.hexdigest()[:12]
        for old in folder.glob("*"):
            if old != self.folder:
                shutil.rmtree(old)
        self.folder.mkdir(parents=True, exist_ok=True)

    def round(self, count: int, faulty: bool = True) -> Path:
        """A folder with `count` returns in returns/, their programme, and the returns once more,
        without folders, in flat/."""
        folder = self.folder / f"round-{count}{'' if faulty else '-clean'}"
        if folder.exists():
            return folder
        passing = folder.with_suffix(".passing")
        shutil.rmtree(passing, ignore_errors=True)
        bad = count // 2 if faulty else 0
        print(f"making {count} returns …", file=sys.stderr)
        subprocess.run(
            [sys.executable, "generate.py", "--out", passing, "--clean", str(count - bad),
             "--faulty", str(bad), "--seed", "3", "--dialect", "plain"],
            cwd=GENERATOR, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        (passing / "flat").mkdir()
        for number, file in enumerate(self.returns(passing)):
            (passing / "flat" / f"{number:05}_{file.name}").hardlink_to(file)
        passing.rename(folder)
        return folder

    @staticmethod
    def returns(folder: Path):
        return [file for file in sorted((folder / "returns").rglob("*")) if file.is_file()]

    def sheet(self, cells: int) -> Path:
        """A workbook with one sheet of so many cells: columns of numbers, every fourth of words."""
        file = self.folder / f"sheet-{cells}.xlsx"
        if not file.exists():
            words = [f"第{n}项支出" for n in range(5000)]
            rows = "".join(row(number, range(1, COLUMNS + 1), len(words))
                           for number in range(1, cells // COLUMNS + 1))
            write_book(file, rows, words)
        return file

    def large_return(self, cells: int, apart: bool) -> Path:
        """A return with so many cells more: below its form, or on a sheet of their own."""
        file = self.folder / f"large-{cells}-{'apart' if apart else 'below'}" / "large.xlsx"
        if file.exists():
            return file.parent
        source = next(path for path in self.returns(self.round(20, faulty=False))
                      if path.suffix == ".xlsx")
        file.parent.mkdir()
        with zipfile.ZipFile(source) as old:
            parts = {info.filename: old.read(info).decode() for info in old.infolist()}
        words = parts["xl/sharedStrings.xml"].count("<si>")
        if apart:
            add_sheet(parts, cells, words)
        else:
            form = "xl/worksheets/sheet1.xml"
            last = max(map(int, re.findall(r'<row r="(\d+)"', parts[form]))) + 5
            rows = "".join(row(last + n, range(1, COLUMNS + 1), words)
                           for n in range(cells // COLUMNS))
            parts[form] = parts[form].replace("</sheetData>", rows + "</sheetData>")
        save(file, parts)
        return file.parent


def row(number, columns, words):
    cells = []
    for column in columns:
        place = f"{chr(64 + column)}{number}"
        if column % 4 == 0:
            cells.append(f'<c r="{place}" t="s"><v>{(number * 7 + column) % words}</v></c>')
        else:
            cells.append(f'<c r="{place}"><v>{number * column % 100003 / 100}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def sheet_xml(rows):
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def write_book(file, rows, words):
    items = "".join(f"<si><t>{word}</t></si>" for word in words)
    save(file, {
        "[Content_Types].xml":
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{KIND}.sharedStrings+xml"/></Types>',
        "_rels/.rels":
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="明细" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}">{items}</sst>',
        "xl/worksheets/sheet1.xml": sheet_xml(rows),
    })


def add_sheet(parts, cells, words):
    rows = "".join(row(number, range(1, COLUMNS + 1), words)
                   for number in range(1, cells // COLUMNS + 1))
    parts["xl/worksheets/sheet9.xml"] = sheet_xml(rows)
    put_before(parts, "[Content_Types].xml", "</Types>",
               f'<Override PartName="/xl/worksheets/sheet9.xml" ContentType="{KIND}.worksheet+xml"/>')
    put_before(parts, "xl/_rels/workbook.xml.rels", "</Relationships>",
               f'<Relationship Id="rId99" Type="{OFFICE}/worksheet" Target="worksheets/sheet9.xml"/>')
    prefix = re.search(rf'xmlns:(\w+)="{OFFICE}"', parts["xl/workbook.xml"])
    put_before(parts, "xl/workbook.xml", "</sheets>",
               f'<sheet name="明细账" sheetId="99" {prefix[1]}:id="rId99"/>')


def put_before(parts, name, mark, words):
    assert mark in parts[name], f"{name} has no {mark}"
    parts[name] = parts[name].replace(mark, words + mark, 1)


def save(file, parts):
    passing = file.with_suffix(".passing")
    with zipfile.ZipFile(passing, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    passing.rename(file)
