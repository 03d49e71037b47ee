"""Compound files (the container of .xls and of encrypted workbooks), just enough of them."""
from __future__ import annotations

import struct

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams: dict) -> bytes:
    """A compound file with the named streams; each is padded so that it needs no short sectors."""
    padded = {n: d.ljust(max(4096, -(-len(d) // SECTOR) * SECTOR), b"\0") for n, d in streams.items()}
    entries = 1 + len(padded)
    dir_sectors = -(-entries * 128 // SECTOR)
    data_sectors = sum(len(d) // SECTOR for d in padded.values())
    fat_sectors = 1
    while (fat_sectors + dir_sectors + data_sectors) * 4 > fat_sectors * SECTOR:
        fat_sectors += 1
    fat = [FAT] * fat_sectors + [*range(fat_sectors + 1, fat_sectors + dir_sectors), END]
    starts, at = {}, fat_sectors + dir_sectors
    for name, data in padded.items():
        count = len(data) // SECTOR
        starts[name] = at
        fat += [*range(at + 1, at + count), END]
        at += count
    fat += [FREE] * (fat_sectors * SECTOR // 4 - len(fat))
    names = sorted(padded, key=lambda n: (len(n), n.upper()))
    directory = entry("Root Entry", 5, END, 0, child=1 if names else FREE)
    for n, name in enumerate(names, 1):
        directory += entry(name, 2, starts[name], len(padded[name]), right=n + 1 if n < len(names) else FREE)
    directory = directory.ljust(dir_sectors * SECTOR, b"\0")
    header = struct.pack("<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
                         b"", 0, fat_sectors, fat_sectors, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", *range(fat_sectors), *[FREE] * (109 - fat_sectors))
    body = struct.pack(f"<{len(fat)}I", *fat) + directory + b"".join(padded.values())
    return header + body


def entry(name, kind, start, size, child=FREE, right=FREE):
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII16sIQQIQ", text.ljust(64, b"\0"), len(text), kind, 1, FREE, right, child,
                       b"", 0, 0, 0, start, size)


def record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def legacy_workbook() -> bytes:
    """The beginning and end of a BIFF8 workbook: what an .xls is known by."""
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 1996, 0, 6)) + record(0x0042, b"\xb0\x04")
    return compound({"Workbook": start + record(0x000A, b"")})


def encrypted() -> bytes:
    """What a password on opening leaves: a compound file with an encrypted package."""
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' \
        b'<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"/>'
    return compound({"EncryptionInfo": info, "EncryptedPackage": struct.pack("<Q", 9000) + bytes(range(256)) * 36})
