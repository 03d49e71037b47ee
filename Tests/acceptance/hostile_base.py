"""What the files of hostile.py are made of: a real return as parts, and a zip writer that lies."""
from __future__ import annotations

import pathlib
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Callable

HERE = pathlib.Path(__file__).resolve().parent
RETURN = HERE.parents[1] / "samples/findings/R001/input/自评表.xlsx"
SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
BOOK, LINKS, ROOT, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml"


@dataclass
class Attack:
    name: str
    code: str | None
    scored: bool
    suffix: str
    make: Callable[[], bytes]


ATTACKS: list[Attack] = []


def attack(code: str | None, scored: bool = False, suffix: str = ".xlsx"):
    """Registers the maker of a file, the finding it has to end in, and whether it is scored."""
    def register(make):
        ATTACKS.append(Attack(make.__name__.replace("_", "-"), code, scored, suffix, make))
        return make
    return register


def honest(suffix: str = ".xlsx"):
    """A file that looks odd and has to be scored."""
    return attack(None, scored=True, suffix=suffix)


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(RETURN) as archive:
        return {i.filename: archive.read(i) for i in archive.infolist()}


def changed(part: str, old: bytes, new: bytes, count: int = 1) -> bytes:
    """The return with some bytes of a part replaced."""
    all_parts = parts()
    assert old in all_parts[part], (part, old)
    all_parts[part] = all_parts[part].replace(old, new, count)
    return packed(all_parts)


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@dataclass
class Entry:
    """One entry, with whatever its headers are to say."""
    name: bytes
    body: bytes
    size: int
    crc: int
    method: int = 8
    flags: int = 0x800
    offset: int | None = None
    extra: bytes = b""
    compressed: int | None = None


def entry(name: str, data: bytes, **changes) -> Entry:
    return Entry(name.encode(), deflated(data), len(data), zlib.crc32(data), **changes)


def packed(all_parts: dict[str, bytes]) -> bytes:
    return archive([entry(name, data) for name, data in all_parts.items()])


def archive(entries: list[Entry], comment: bytes = b"") -> bytes:
    """A zip archive; an entry with an offset of its own has no bytes of its own."""
    body, directory, wide = [], [], len(entries) > 0xFFFF
    at = 0
    for e in entries:
        compressed = len(e.body) if e.compressed is None else e.compressed
        fields = struct.pack("<HHHHHIIIH", 20, e.flags, e.method, 0, 0x21, e.crc, compressed, e.size, len(e.name))
        offset = at if e.offset is None else e.offset
        if e.offset is None:
            local = b"PK\3\4" + fields + struct.pack("<H", len(e.extra)) + e.name + e.extra + e.body
            body.append(local)
            at += len(local)
        directory.append(b"PK\1\2\x14\0" + fields + struct.pack("<HHHHII", len(e.extra), 0, 0, 0, 0, offset)
                         + e.name + e.extra)
    listing = b"".join(directory)
    end = b""
    if wide:
        end = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, len(entries), len(entries), len(listing), at)
        end += b"PK\6\7" + struct.pack("<IQI", 0, at + len(listing), 1)
    count = min(len(entries), 0xFFFF)
    end += b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), at, len(comment)) + comment
    return b"".join(body) + listing + end
