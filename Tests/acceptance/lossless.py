"""Checks annotated copies against the returns they were made from.

Usage: lossless.py DIR_IN DIR_RETURNED

For each <stem>_批注.<ext> under DIR_RETURNED: its return under DIR_IN is found;
every entry that the annotation need not change has the same compressed bytes;
each <c> element of the unit stands byte for byte, in order, in the same part;
formulas are neither added nor removed; every XML part is well formed; openpyxl and,
where it is installed, calamine see in the copy every cell that they saw in the return,
openpyxl every merge, note, drop-down and name too.  Exit status 1 on any fault.
"""
from __future__ import annotations

import re
import struct
import sys
import tempfile
import unicodedata
import warnings
import zipfile
from pathlib import Path

import openpyxl
from lxml import etree

MARK = "_批注"
CELL = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?c)(?=[\s/>])(?:[^>]*?/>|.*?</\1\s*>)", re.S)
FORMULA = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?f)(?=[\s/>])(?:[^>]*?/>|.*?</\1\s*>)", re.S)
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$", re.I)
# What an annotation may have to write anew; all else stays as it came.
CHANGEABLE = re.compile(
    r"(workbook|styles|sheet\d+)\.xml|_rels/workbook\.xml\.rels|"   # minimal packages have no xl/
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml|xl/workbook\.xml|"
    r"xl/_rels/workbook\.xml\.rels|xl/styles\.xml|xl/worksheets/[^/]+\.xml|xl/worksheets/_rels/[^/]+\.rels|"
    r"xl/(comments[^/]*|comments/[^/]+|threadedComments/[^/]+)\.xml|xl/drawings/[^/]*\.vml", re.I)

# Other sheets may lose their selection, for the first tab has it, and nothing else.
OTHER_SHEET = re.compile(r"xl/(chart|macro)sheets/[^/]+\.xml", re.I)
SELECTED = re.compile(rb"""\s+tabSelected\s*=\s*["'](1|true)["']""")


def raw_entries(path):
    """Entry name -> (compressed bytes, method, crc), as stored."""
    out, data = {}, path.read_bytes()
    with zipfile.ZipFile(path) as z:
        for info in z.infolist():
            at = info.header_offset
            names, extra = struct.unpack_from("<HH", data, at + 26)
            start = at + 30 + names + extra
            if info.filename not in out:
                out[info.filename] = (data[start:start + info.compress_size], info.compress_type, info.CRC)
    return out


def utf8(data):
    """XML as UTF-8 bytes, whatever it was stored as."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16").encode()
    return data


def unsafe(name):
    return name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name or ":" in name


def in_order(needles, haystack):
    """The first of `needles` that does not follow the others in `haystack`, or None."""
    it = iter(haystack)
    for item in needles:
        if not any(other == item for other in it):
            return item
    return None


def lost_its_selection(name, a, b):
    """Whether a sheet without cells differs in nothing but that it is no longer selected."""
    return (OTHER_SHEET.fullmatch(name) is not None and
            SELECTED.sub(b"", utf8(a.read(name))) == utf8(b.read(name)))


def check(before, after):
    old, new = raw_entries(before), raw_entries(after)
    out = []
    for name, (packed, method, crc) in old.items():
        if name not in new:
            if not unsafe(name) and not name.endswith("/"):
                out.append(f"{name}: lost")
            continue
        same_bytes = new[name][:2] == (packed, method)
        if not same_bytes and new[name][2] == crc:
            out.append(f"{name}: same content, compressed anew")
        elif not same_bytes and not CHANGEABLE.fullmatch(name):
            out.append(f"{name}: changed")
    with zipfile.ZipFile(before) as a, zipfile.ZipFile(after) as b:
        out = [line for line in out if not lost_its_selection(line.removesuffix(": changed"), a, b)]
        names = b.namelist()
        out += [f"{n}: twice in the copy" for n in sorted({n for n in names if names.count(n) > 1})]
        out += check_cells(a, b, old, new)
        out += check_xml(a, b)
    return out + check_opens(before, after)


def check_cells(a, b, old, new):
    out, formulas = [], [0, 0]
    for name in new:
        if SHEET.fullmatch(name):
            formulas[1] += len(FORMULA.findall(utf8(b.read(name))))
    for name in old:
        if not SHEET.fullmatch(name):
            continue
        was = utf8(first(a, name))
        formulas[0] += len(FORMULA.findall(was))
        if name not in new or old[name] == new[name]:
            continue
        now = utf8(b.read(name))
        lost = in_order([m.group() for m in CELL.finditer(was)], [m.group() for m in CELL.finditer(now)])
        if lost is not None:
            out.append(f"{name}: the unit's cell is not there as it was: {lost[:120].decode(errors='replace')}")
        if [m.group() for m in FORMULA.finditer(was)] != [m.group() for m in FORMULA.finditer(now)]:
            out.append(f"{name}: formulas differ")
    if formulas[0] != formulas[1]:
        out.append(f"{formulas[0]} formulas before, {formulas[1]} after")
    return out


def first(z, name):
    """The first entry of that name: that is the one which counts."""
    return z.read(next(info for info in z.infolist() if info.filename == name))


def check_xml(a, b):
    out = []
    for name in b.namelist():
        if name.endswith((".xml", ".rels", ".vml")):
            fault = xml_fault(first(b, name))
            if fault and not (name in a.namelist() and xml_fault(first(a, name))):
                out.append(f"{name}: not well formed: {fault}")
    return out


def xml_fault(data):
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as e:
        return str(e)


def check_opens(before, after):
    """Every other reader that opens the return opens the copy, and sees there what it saw before."""
    out = []
    for name, look in READERS.items():
        try:
            was = look(before)
        except Exception:
            continue                   # what cannot be opened at first need not be opened later
        try:
            now = look(after)
        except Exception as e:
            out.append(f"{name}: {type(e).__name__}: {e}")
            continue
        lost = [key for key, value in was.items() if not still(key, value, now)]
        out += [f"{name}: {key}: {was[key]!r}, now {now.get(key)!r}"[:300] for key in lost[:3]]
    return out


def still(key, value, now):
    """Whether the copy has what the return had; a note may have grown."""
    found = now.get(key)
    if key[0] == "note":
        return value in (found or "")
    return found == value or value != value and found != found


def by_openpyxl(path):
    """Cells (formulas as such), merges, notes, drop-downs and names."""
    book = openpyxl.load_workbook(path)
    out = {("sheet", sheet.title): True for sheet in book.worksheets}
    out |= {("name", name): value.attr_text for name, value in book.defined_names.items()
            if not name.lower().startswith(("_xlnm", "sb_"))}
    for sheet in book.worksheets:
        title = sheet.title
        for cell in list(sheet._cells.values()):
            value = getattr(cell.value, "text", cell.value)
            if value is not None:
                out["cell", title, cell.coordinate] = value
            if cell.comment:
                out["note", title, cell.coordinate] = cell.comment.text
        out |= {("merge", title, str(area)): True for area in sheet.merged_cells.ranges}
        out |= {("rule", title, str(rule.sqref), rule.type, rule.formula1): True
                for rule in sheet.data_validations.dataValidation}
    return out


def by_calamine(path):
    book, out = python_calamine.CalamineWorkbook.from_path(str(path)), {}
    for name in book.sheet_names:
        try:
            sheet = book.get_sheet_by_name(name)
        except Exception:
            continue
        top, left = sheet.start or (0, 0)
        for r, row in enumerate(sheet.to_python(skip_empty_area=True)):
            for c, value in enumerate(row):
                if value not in (None, ""):
                    out["cell", name, (top + r + 1, left + c + 1)] = value
    return out


READERS = {"openpyxl": by_openpyxl}
try:
    import python_calamine
    READERS["calamine"] = by_calamine
except ImportError:
    pass


def main():
    if len(sys.argv) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    warnings.simplefilter("ignore")
    source, returned = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as room:
        return compare(find_returns(source, Path(room)), returned)


def find_returns(source, room):
    """Name of a return -> file; bundles are unpacked into `room`."""
    out = {unicodedata.normalize("NFC", str(p.relative_to(source))): p for p in source.rglob("*") if p.is_file()}
    for name, path in list(out.items()):
        if path.suffix.lower() != ".zip":
            continue
        with zipfile.ZipFile(path) as z:
            for n, info in enumerate(z.infolist()):
                entry = info.filename
                if not info.flag_bits & 0x800:
                    entry = entry.encode("cp437").decode("gbk", errors="replace")
                copy = room / f"{len(out)}-{n}.xlsx"
                copy.write_bytes(z.read(info))
                out[f"{name}/{entry}"] = copy
    return out


def compare(originals, returned):
    passed = failed = 0
    for copy in sorted(returned.rglob(f"*{MARK}*")):
        if not copy.is_file():
            continue
        name = str(copy.relative_to(returned))
        before = originals.get(re.sub(re.escape(MARK) + r"(_\d+)?(?=\.[^.]+$)", "", name)) or originals.get(name)
        problems = ["no return of this name"] if before is None else check(before, copy)
        for text in problems:
            print(f"{name}: {text}")
        passed, failed = passed + (not problems), failed + bool(problems)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
