"""Archives made to harm: bombs, overlaps, lies about sizes, names that lead elsewhere."""
from __future__ import annotations

import io
import random
import zipfile

from hostile_base import (SHEET, Entry, archive, attack, changed, deflated, entry, packed, parts)


def many(name: str, count: int, data: bytes) -> list[Entry]:
    return [entry(f"{name}{n}.xml", data) for n in range(count)]


@attack("F005")
def bomb_of_one_part():
    return changed(SHEET, b"<sheetData>", b"<sheetData>" + b" " * (60 << 20))


@attack("F005")
def bomb_of_two_gigabytes():
    blank = deflated(b" " * (1 << 20))
    whole = [entry(n, d) for n, d in parts().items()]
    return archive(whole + [Entry(b"xl/big.xml", blank * 64, (2 << 30) - 1, 0)])


@attack("F005")
def bomb_of_many_parts():
    return archive([entry(n, d) for n, d in parts().items()] + many("xl/b", 200, b" " * (1 << 20)))


@attack("F005")
def bomb_just_below_the_ratio():
    dice = random.Random(7)
    line = b"<!-- " + dice.randbytes(2000).hex().encode() + b" " * 60_000 + b" -->"
    sheet = parts()[SHEET].replace(b"</sheetData>", b"</sheetData>" + line * 1100)
    return packed({**parts(), SHEET: sheet})


@attack("F005")
def overlapping_entries():
    """All entries of the directory share the bytes of one (Fifield, 2019)."""
    whole = [entry(n, d) for n, d in parts().items()]
    kernel = entry("xl/k.xml", b"a" * (1 << 20))
    at = len(archive(whole)) - len(archive([])) - sum(46 + len(e.name) for e in whole)
    shared = [Entry(b"xl/k.xml" if n == 0 else b"xl/k%03d.xml" % n, kernel.body, kernel.size, kernel.crc,
                    offset=None if n == 0 else at) for n in range(900)]
    return archive(whole + shared)


@attack("F001", suffix=".zip")
def nested_archives():
    data = packed(parts())
    for depth in range(12):
        data = archive([entry(f"{n}-{depth}.zip", data) for n in range(2)])
    return data


@attack("F001")
def nested_archives_as_a_workbook():
    data = packed(parts())
    for depth in range(12):
        data = archive([entry(f"{n}-{depth}.zip", data) for n in range(2)])
    return data


@attack("F005")
def many_entries():
    return archive([entry(n, d) for n, d in parts().items()] + many("xl/e", 70_000, b""))


@attack("F005", suffix=".zip")
def bundle_of_many_entries():
    return archive(many("e", 120_000, b""))


@attack("F005")
def size_said_to_be_four_gigabytes():
    whole = [entry(n, d) for n, d in parts().items()]
    whole[-1].size = 0xFFFFFFFE
    return archive(whole)


@attack("F001")
def size_said_to_be_less():
    whole = [entry(n, d) for n, d in parts().items()]
    next(e for e in whole if e.name == SHEET.encode()).size = 100
    return archive(whole)


@attack("F001")
def size_said_to_be_more():
    whole = [entry(n, d) for n, d in parts().items()]
    next(e for e in whole if e.name == SHEET.encode()).size += 1000
    return archive(whole)


@attack("F001")
def compressed_size_beyond_the_file():
    whole = [entry(n, d) for n, d in parts().items()]
    next(e for e in whole if e.name == SHEET.encode()).compressed = 1 << 30
    return archive(whole)


@attack("F001")
def offset_beyond_the_file():
    whole = [entry(n, d) for n, d in parts().items()]
    next(e for e in whole if e.name == SHEET.encode()).offset = 1 << 30
    return archive(whole)


@attack("F001")
def method_that_nobody_knows():
    whole = [entry(n, d) for n, d in parts().items()]
    next(e for e in whole if e.name == SHEET.encode()).method = 77
    return archive(whole)


@attack("F002")
def entry_said_to_be_encrypted():
    whole = [entry(n, d) for n, d in parts().items()]
    for e in whole:
        e.flags |= 1
    return archive(whole)


@attack("F007", scored=True)
def names_that_lead_out():
    names = ["../../etc/cron.d/x", "/etc/passwd", "C:\\x", "xl/../../x", "..\\..\\x", "a\0b"]
    return archive([entry(n, d) for n, d in parts().items()] + [entry(n, b"x") for n in names])


@attack("F007", scored=True)
def name_twice():
    return archive([entry(n, d) for n, d in parts().items()] + [entry(SHEET.upper(), b"<worksheet/>")])


@attack("F001", suffix=".zip")
def bundle_with_names_that_lead_out():
    return archive([entry("../../自评表.xlsx", packed(parts())), entry("/自评表.xlsx", packed(parts()))])


@attack("F001", suffix=".zip")
def bundle_with_a_name_twice():
    return archive([entry("自评表.xlsx", b"x"), entry("自评表.XLSX", packed(parts()))])


@attack("F005", suffix=".zip")
def bundle_with_a_bomb():
    return archive([entry("自评表.xlsx", changed(SHEET, b"<sheetData>", b"<sheetData>" + b" " * (60 << 20)))])


@attack("F005", suffix=".zip")
def bundle_of_a_gigabyte_of_nothing():
    return archive([entry(f"{n}.xlsx", b"\0" * (30 << 20)) for n in range(8)])


@attack("F001")
def directory_of_nonsense():
    return b"PK\3\4" + b"\xff" * 3000 + b"PK\5\6" + b"\xff" * 18


@attack("F001")
def many_ends_of_directories():
    return b"PK\3\4" + b"PK\5\6" * 250_000


@attack("F001")
def comment_that_holds_another_archive():
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w") as z:
            z.writestr("a", "b")
            z.comment = b"PK\5\6" + b"\0" * 18
        return file.getvalue()
