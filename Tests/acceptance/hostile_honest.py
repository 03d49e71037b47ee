"""Honest returns that only look odd: each has to be scored."""
from __future__ import annotations

import io
import struct
import zipfile

from hostile_base import SHEET, Entry, archive, deflated, entry, honest, packed, parts


class Pipe(io.RawIOBase):
    """Takes bytes and cannot go back, so that sizes follow the data they describe."""

    def __init__(self):
        self.taken = bytearray()

    def writable(self):
        return True

    def seekable(self):
        return False

    def write(self, data):
        self.taken += data
        return len(data)


@honest()
def with_data_descriptors():
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts().items():
            z.writestr(name, data)
    return bytes(pipe.taken)


@honest()
def with_zip64_fields():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts().items():
            with z.open(name, "w", force_zip64=True) as part:
                part.write(data)
    return buffer.getvalue()


@honest()
def of_ratio_170():
    cell = b'<c r="%s%d" s="3"/>'
    rows = b"".join(b'<row r="%d">' % r + b"".join(cell % (bytes([65 + c]), r) for c in range(26)) + b"</row>"
                    for r in range(100, 1_100))
    sheet = parts()[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")
    end, ratio = b"</worksheet>", 0.0
    while ratio < 168:
        sheet = sheet.replace(end, b" " * (200 << 10) + end)
        ratio = len(sheet) / len(deflated(sheet))
    assert ratio < 180, ratio
    return packed({**parts(), SHEET: sheet})


@honest()
def with_stored_parts():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as z:
        for name, data in parts().items():
            z.writestr(name, data)
    return buffer.getvalue()


@honest()
def with_names_in_gbk():
    extra = Entry("说明.txt".encode("gbk"), deflated(b"x"), 1, 0x8CDC1683, flags=0)
    return archive([entry(n, d) for n, d in parts().items()] + [extra])


@honest(suffix=".zip")
def bundle_with_names_in_gbk():
    data = packed(parts())
    whole = entry("x", data)
    whole.name, whole.flags = "水务局\\自评表.xlsx".encode("gbk"), 0
    return archive([whole])


@honest()
def with_a_comment_at_its_end():
    return archive([entry(n, d) for n, d in parts().items()], comment=b"made by somebody" * 4000)


@honest()
def with_folders_and_extra_fields():
    times = struct.pack("<HHBI", 0x5455, 5, 1, 1_700_000_000)
    folder = Entry(b"xl/", b"", 0, 0, method=0)
    return archive([folder] + [entry(n, d, extra=times) for n, d in parts().items()])


@honest()
def in_utf16():
    all_parts = parts()
    text = all_parts[SHEET].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return packed({**all_parts, SHEET: text.encode("utf-16")})


@honest(suffix=".et")
def under_another_name():
    return packed(parts())


@honest()
def with_backslashes_in_targets():
    return packed({n: d.replace(b"worksheets/sheet1.xml", b"/xl/worksheets/sheet1.xml")
                   if n.endswith("workbook.xml.rels") else d for n, d in parts().items()})
