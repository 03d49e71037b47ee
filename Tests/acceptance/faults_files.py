"""Faults of the file itself, and how returns arrive."""
from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib

import cfb
import truth
from book import Book, Sheet, Style
from form import Looks
from planting import Case, fault


@fault("F001")
def truncated(c: Case):
    c.draw()
    path = c.ctx.returns / c.file()
    path.parent.mkdir(parents=True, exist_ok=True)
    c.book.save(path)
    data = path.read_bytes()
    c.reject(data[:len(data) * 3 // 5], "the download stopped half way")


@fault("F001")
def noise(c: Case):
    c.reject(bytes(c.ctx.inventor.r.randrange(256) for _ in range(3000)), "no workbook at all")


@fault("F002")
def password(c: Case):
    c.reject(cfb.encrypted(), "encrypted with a password")


@fault("F003")
def legacy_renamed(c: Case):
    c.reject(cfb.legacy_workbook(), ".xls renamed to .xlsx")


@fault("F003")
def comma_separated(c: Case):
    c.reject("项目名称,实施单位\r\n某项目,某单位\r\n".encode("gbk"), "a .csv", "csv")


@fault("F003")
def printed(c: Case):
    c.reject(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "a PDF under the name of a workbook")


@fault("F003")
def web_page(c: Case):
    c.reject("<html><body><table><tr><td>项目名称</td></tr></table></body></html>".encode(), "a web page named .xls",
             "xls")


@fault("F004")
def empty(c: Case):
    c.reject(b"", "empty file")


@fault("F005")
def inflates(c: Case):
    parts = c.whole()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    size, crc, body = 0, 0, b""
    head, tail = parts["xl/worksheets/sheet1.xml"].split(b"<sheetData>", 1)
    head += b"<sheetData>"
    blank = b" " * (1 << 20)
    for piece in [head] + [blank] * 2048 + [tail]:
        size, crc = size + len(piece), zlib.crc32(piece, crc)
        body += packer.compress(piece)
    body += packer.flush()
    c.reject(raw_zip({**parts, "xl/worksheets/sheet1.xml": (body, crc, size)}), "2 GiB in 2 MB")


@fault("F005")
def nests(c: Case):
    parts = c.whole()
    deep = b"<a>" * 200_000 + b"</a>" * 200_000
    sheet = parts["xl/worksheets/sheet1.xml"]
    c.reject_parts({**parts, "xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", deep + b"</sheetData>")},
                   "elements nested 200,000 deep")


@fault("F006")
def doctype(c: Case):
    parts = c.whole()
    sheet = parts["xl/worksheets/sheet1.xml"]
    at = sheet.index(b"?>") + 2
    entity = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    c.reject_parts({**parts, "xl/worksheets/sheet1.xml": sheet[:at] + entity + sheet[at:]}, "an external entity")


@fault("F007")
def unsafe_name(c: Case):
    c.draw()
    c.book.extra["../../outside.txt"] = b"never to be written anywhere"
    c.expect("F007")
    c.save("a zip entry that points out of the archive")


@fault("F007")
def name_twice(c: Case):
    c.draw()
    c.expect("F007")
    path = c.save("two zip entries of one name; the first counts")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "a") as z:
            z.writestr(zipfile.ZipInfo("docProps/app.xml", (2025, 3, 14, 9, 30, 0)), b"<second/>")


@fault("F010")
def formatted_far_below(c: Case):
    s = c.draw()
    below = max(r for r, _ in s.cells) + 1
    for r in range(below, below + 3000):
        for k in range(1, 31):
            s.cells[r, k] = (None, Style())
    c.expect("F010")
    c.save("3,000 empty rows with borders below the form")


@fault("F008")
def other_workbook(c: Case):
    s = Sheet("通讯录")
    for r, line in enumerate((("姓名", "科室", "电话"), ("甲", "办公室", "000-0000000"), ("乙", "财务科", "000-0000001")), 1):
        for k, text in enumerate(line, 1):
            s.put(r, k, text, Style())
    c.reject_parts(Book(s).parts(), "an address list sent by mistake")


@fault("F009", needs=True)
def second_version(c: Case):
    old, new = c, Case(c.ctx, c.code, "newer")
    new.p = c.p
    old.looks = Looks(modified="2025-03-10T02:00:00Z")
    new.looks = Looks(modified="2025-03-20T02:00:00Z", rate_column=True)
    new.save("the newer return of a project", f"faults/F009-a-newer-{c.p.id}.xlsx")
    old.counts = False
    old.draw()
    old.expect("F009")
    old.save("the older return of a project, later by name", f"faults/F009-b-older-{c.p.id}.xlsx")


@fault("F009", needs=True)
def copied(c: Case):
    first, second = (f"faults/F009-{n}-of-two-{c.p.id}.xlsx" for n in ("one", "two"))
    c.draw()
    c.counts = None
    c.allowed.append(truth.finding("F009", severity="note"))
    path = c.save("sent twice", first)
    (c.ctx.returns / second).write_bytes(path.read_bytes())
    c.ctx.entries.append({**c.ctx.entries[-1], "file": second})
    c.ctx.twins.append([first, second])


@fault("F012", needs=True)
def unknown_project(c: Case):
    c.known = c.counts = False
    c.draw()
    c.expect("F012")
    c.expected[-1]["cell"] = [c.sheet.at("project"), None]
    c.save("a project that was not approved")


@fault("inbox")
def left_by_programs(c: Case):
    """Lock files and other droppings beside the returns: they must not become returns."""
    folder = c.ctx.returns / "faults"
    (folder / "__MACOSX").mkdir(parents=True, exist_ok=True)
    for name in ("~$自评表.xlsx", ".~自评表.xlsx", "__MACOSX/._自评表.xlsx"):
        (folder / name).write_bytes(b"\0\5\x16\7 nobody's return")
    c.save("droppings of other programs beside it")


@fault("inbox")
def bundle(c: Case):
    """A .zip of returns with names in GBK, as Windows makes them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as z:
        for n, folder in enumerate(("水务局", "民政局")):
            one = c if n == 0 else Case(c.ctx, c.code, c.slug)
            name = f"{folder}/{one.p.id}_自评表.xlsx"
            path = one.save("inside a bundle, its name in GBK", f"faults/{c.p.id}_打包.zip/{name}")
            z.writestr(GBKInfo(name), path.read_bytes())
            path.unlink()
            path.parent.rmdir()
        folder = path.parent.parent
        folder.rmdir()
    folder.write_bytes(data.getvalue())


class GBKInfo(zipfile.ZipInfo):
    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


@fault("inbox")
def two_forms(c: Case):
    """Two forms in one workbook: two returns, told apart by their order."""
    other = Case(c.ctx, c.code, c.slug)
    file = c.file()
    for n, one in enumerate((c, other)):
        one.looks = Looks(sheet="项目支出绩效自评表" if n == 0 else "项目支出绩效自评表(2)")
        one.draw()
        one.allow("S001")
    c.book.sheets.append(other.sheet)
    other.book = c.book
    for n, one in enumerate((c, other), 1):
        one.save("two forms in one workbook", file)
        c.ctx.entries[-1]["form"] = n


def raw_zip(parts):
    """A zip of ready parts; a part may be (deflated bytes, crc, size)."""
    body, directory = b"", b""
    for name, data in parts.items():
        if isinstance(data, bytes):
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            data = (packer.compress(data) + packer.flush(), zlib.crc32(data), len(data))
        packed, crc, size = data
        fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0x4BC0, 0x5A6E, crc, len(packed), size, len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) \
            + name.encode()
        body += b"PK\3\4" + fields + name.encode() + packed
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return body + directory + end
