"""What must hold of outputs made from hostile texts, seen through other readers."""
from __future__ import annotations

import csv
import io
import json
import re
import warnings
import zipfile
from pathlib import Path
from urllib.parse import unquote

import openpyxl
from lxml import etree

import lossless

warnings.simplefilter("ignore")
STARTS = "=+-@\t\r\n＝＋－＠"
STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.I)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Checks:
    def __init__(self, work, mark):
        self.work, self.mark, self.passed, self.problems = work, mark, 0, []

    def expect(self, what, holds, detail=""):
        if holds:
            self.passed += 1
        else:
            self.problems.append(what)
            print(f"{what}: {detail}".encode("unicode_escape").decode()[:400])

    def report(self):
        print(f"{self.passed} held, {len(self.problems)} did not")
        return 1 if self.problems or not self.passed else 0

    def outside(self, writes):
        """Size and time of every file beside what a run may write."""
        writes = [str(w) for w in writes]
        out = {}
        for folder in (self.work, self.work.parent):
            for path in folder.rglob("*") if folder == self.work else folder.glob("*"):
                name = str(path)
                if not any(name == w or name.startswith(w + "/") for w in writes) and path.is_file():
                    status = path.stat()
                    out[name] = (status.st_size, status.st_mtime_ns)
        return {k: v for k, v in out.items() if self.mark in k or k.startswith(str(self.work))}

    def ended(self, verb, ended, statuses, is_json):
        self.expect(f"{verb}: status", ended.returncode in statuses, f"{ended.returncode} {ended.stderr[-300:]!r}")
        for stream, data in (("stdout", ended.stdout), ("stderr", ended.stderr)):
            if is_json and stream == "stdout":
                self.json(data)
                continue
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError as error:
                self.expect(f"{verb}: {stream} is UTF-8", False, str(error))
                continue
            found = STEERS.search(text)
            self.expect(f"{verb}: {stream} steers no terminal", not found,
                        repr(text[max(0, found.start() - 60):found.end() + 30]) if found else "")

    def names(self, folder):
        """Names that every system takes, below the folder."""
        for path in folder.rglob("*"):
            try:
                name = path.name
                name.encode("utf-8")
            except UnicodeEncodeError:
                self.expect(f"name {path.name!r} is UTF-8", False)
                continue
            bad = (set(name) & set('\\/:*?"<>|') or STEERS.search(name) or name[-1] in ". " or RESERVED.match(name)
                   or len(name.encode()) > 200 or path.is_symlink())
            self.expect(f"name {name!r} suits every system", not bad)

    def csv(self, path):
        data = path.read_bytes()
        self.expect("csv: byte order mark", data.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        self.expect("csv: rows", len(rows) > 50 and all(len(r) == 13 for r in rows), str({len(r) for r in rows}))
        for row in rows:
            for field in row:
                first = field.lstrip(" \u3000\u00a0\ufeff\u200b")[:1]
                self.expect("csv: no field runs", not field or first not in STARTS and field[0] not in STARTS, repr(field[:80]))
                self.expect("csv: no control character", not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", field), repr(field[:80]))

    def json(self, data):
        def refuse(text):
            raise ValueError(text)
        try:
            value = json.loads(data.decode("utf-8"), parse_constant=refuse)
        except ValueError as error:
            self.expect("json: strict", False, str(error))
            return
        text = json.dumps(value, ensure_ascii=False)
        self.expect("json: no lone surrogate", not re.search("[\ud800-\udfff]", text))
        self.expect("json: the texts are there", self.mark in text)

    def new_workbook(self, path, folder):
        """A workbook of the command's own making: no formula, name, rule or link is the return's."""
        self.well_formed(path)
        with zipfile.ZipFile(path) as z:
            for name in z.namelist():
                data = z.read(name)
                if name.startswith("xl/worksheets/sheet") or name == "xl/workbook.xml" or "/charts/" in name:
                    self.no_formula(path, name, data)
                if name.endswith(".rels"):
                    self.links(path, name, data, folder)
        book = openpyxl.load_workbook(path)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        self.expect(f"{path.name}: no formula of a return", self.mark not in str(cell.value), str(cell.value)[:100])

    def no_formula(self, path, name, data):
        tags = ("f", "formula", "formula1", "formula2", "definedName")
        for element in etree.fromstring(data).iter():
            tag = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
            text = "".join(element.itertext()) if tag in tags else ""
            # Text between quotes within a formula, and quoted sheet names, are text.
            text = re.sub(r'"[^"]*"|\'(?:[^\']|\'\')*\'!', "", text)
            if tag in tags:
                self.expect(f"{path.name}/{name}: <{tag}> is not the return's", self.mark not in text, text[:100])

    def links(self, path, name, data, folder):
        for link in etree.fromstring(data).iter(RELATIONSHIP):
            target = link.get("Target", "")
            if link.get("TargetMode") != "External":
                self.expect(f"{path.name}: {target} is a part", self.mark not in target)
                continue
            place = unquote(target.split("#")[0])
            inside = place.startswith("returned/") and ".." not in place.split("/")
            self.expect(f"{path.name}: link {target!r} leads to a copy", inside and (folder is None or (folder / place).exists()))

    def well_formed(self, path):
        with zipfile.ZipFile(path) as z:
            for name in z.namelist():
                if name.endswith((".xml", ".rels", ".vml")):
                    try:
                        etree.fromstring(z.read(name))
                        self.passed += 1
                    except etree.XMLSyntaxError as error:
                        self.expect(f"{path.name}/{name}: well formed", False, str(error))

    def copies(self, returns, folder):
        """Every copy against its return: nothing lost, no formula added, well formed, opens."""
        entries = json.loads((folder / "results.json").read_bytes())["returns"]
        copied = [e for e in entries if e.get("annotated")]
        self.expect("copies: most returns have one", len(copied) * 2 > len(entries), f"{len(copied)} of {len(entries)}")
        for entry in copied:
            copy, before = folder / entry["annotated"], returns / entry["file"]
            self.expect(f"copy {entry['annotated']!r} is there", copy.is_file())
            if copy.is_file() and before.is_file():
                found = lossless.check(before, copy)
                self.expect(f"copy of {entry['file']!r} is lossless", not found, str(found[:3]))
            elif copy.is_file():
                self.well_formed(copy)
