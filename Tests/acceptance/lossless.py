"""Checks annotated copies against the returns they were made from.

Usage: lossless.py DIR_IN DIR_RETURNED

For each <stem>_批注.<ext> under DIR_RETURNED: its return under DIR_IN is found;
every entry that the annotation need not change has the same compressed bytes;
each <c> element of the unit stands byte for byte, in order, in the same part;
formulas are neither added nor removed; every XML part is well formed; openpyxl
opens the copy where it opens the return.  Exit status 1 on any fault.
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
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml|xl/workbook\.xml|"
    r"xl/_rels/workbook\.xml\.rels|xl/styles\.xml|xl/worksheets/[^/]+\.xml|xl/worksheets/_rels/[^/]+\.rels|"
    r"xl/(comments[^/]*|comments/[^/]+|threadedComments/[^/]+)\.xml|xl/drawings/[^/]*\.vml", re.I)


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
        names = b.namelist()
        out += [f"{n}: twice in the copy" for n in sorted({n for n in names if names.count(n) > 1})]
        out += check_cells(a, b, old, new)
        out += check_xml(b)
    return out + check_opens(before, after)


def check_cells(a, b, old, new):
    out, formulas = [], [0, 0]
    for name in new:
        if SHEET.fullmatch(name):
            formulas[1] += len(FORMULA.findall(utf8(b.read(name))))
    for name in old:
        if not SHEET.fullmatch(name):
            continue
        was = utf8(a.read(name))
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


def check_xml(z):
    out = []
    for name in z.namelist():
        if name.endswith((".xml", ".rels", ".vml")):
            try:
                etree.fromstring(z.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))
            except etree.XMLSyntaxError as e:
                out.append(f"{name}: not well formed: {e}")
    return out


def check_opens(before, after):
    try:
        sheets = openpyxl.load_workbook(before).sheetnames
    except Exception:
        return []                      # what cannot be opened at first need not be opened later
    try:
        names = openpyxl.load_workbook(after).sheetnames
    except Exception as e:
        return [f"openpyxl: {type(e).__name__}: {e}"]
    lost = in_order(sheets, names)
    return [] if lost is None else [f"sheet {lost} lost"]


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
