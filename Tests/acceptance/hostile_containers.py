"""Files of other kinds under the names of workbooks."""
from __future__ import annotations

import cfb
from hostile_base import BOOK, TYPES, archive, attack, entry, packed, parts


def under(code: str, suffixes: list[str], stem: str, make) -> None:
    """The same bytes under several names."""
    for suffix in suffixes:
        def maker(make=make):
            return make()
        maker.__name__ = f"{stem}_as_{suffix.lstrip('.')}"
        attack(code, suffix=suffix)(maker)


NAMES = [".xlsx", ".xlsm", ".xls", ".et", ".zip", ".pdf"]
under("F002", NAMES, "encrypted", cfb.encrypted)
under("F003", NAMES, "legacy", cfb.legacy_workbook)


@attack("F003")
def old_document():
    return cfb.compound({"WordDocument": b"\0" * 5000})


@attack("F003")
def directory_that_bites_its_tail():
    data = bytearray(cfb.legacy_workbook())
    data[512:1024] = b"\0" * 512
    return bytes(data)


@attack("F003")
def container_cut_short():
    return cfb.encrypted()[:520]


@attack("F003")
def binary_workbook():
    return archive(
        [entry(n.replace("workbook.xml", "workbook.bin") if n == BOOK else n,
               d.replace(b"xl/workbook.xml", b"xl/workbook.bin")) for n, d in parts().items()])


@attack("F001")
def open_document():
    return archive([entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), entry("content.xml", b"<a/>")])


@attack("F001")
def text_document():
    all_parts = parts()
    all_parts[BOOK] = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    all_parts[TYPES] = all_parts[TYPES].replace(b"sheet.main", b"document.main")
    return packed(all_parts)


@attack("F003")
def separated_by_commas():
    return "项目名称,实施单位\r\n某项目,某单位\r\n".encode("gbk") * 100_000


@attack("F003")
def web_page():
    return b"<html><body>" + b"<table><tr><td>1</td></tr></table>" * 100_000


@attack("F003")
def rich_text():
    return b"{\\rtf1" * 100_000


@attack("F003")
def document_for_print():
    return b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 10_000


@attack("F004")
def nothing():
    return b""


@attack("F001")
def zeros():
    return b"\0" * (20 << 20)


@attack("F001")
def noise():
    import random
    return random.Random(8).randbytes(3 << 20)


@attack("F005")
def noise_of_seventy_megabytes():
    import random
    return b"PK\3\4" + random.Random(9).randbytes(70 << 20)
