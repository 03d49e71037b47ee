"""Returns whose sheet is made to harm: its extent, its rows, its merges, its texts."""
from __future__ import annotations

import random

from hostile_base import SHEET, attack, changed, packed, parts

END = b"</sheetData>"


def letters(column: int) -> bytes:
    text = b""
    while column:
        column, rest = divmod(column - 1, 26)
        text = bytes([65 + rest]) + text
    return text


@attack(None, scored=True)
def one_cell_at_the_last_place():
    return changed(SHEET, END, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + END)


@attack("F008")
def only_a_cell_at_the_last_place():
    all_parts = parts()
    head, rest = all_parts[SHEET].split(b"<sheetData>", 1)
    all_parts[SHEET] = (head + b'<sheetData><row r="1048576"><c r="XFD1048576" s="3"><v>1</v></c></row>' + END
                        + b"</worksheet>")
    return packed(all_parts)


def blanks(rows: int, columns: int, style: bytes = b"3") -> bytes:
    names = [letters(c) for c in range(1, columns + 1)]
    return b"".join(
        b'<row r="%d">' % r + b"".join(b'<c r="%s%d" s="%s"/>' % (name, r, style) for name in names) + b"</row>"
        for r in range(100, 100 + rows))


@attack("F010", scored=True)
def a_million_styled_blanks():
    return changed(SHEET, END, blanks(40_000, 25) + END)


@attack("F005")
def three_million_styled_blanks():
    dice = random.Random(4)
    rows = b"".join(
        b'<row r="%d" ht="%d">' % (r, dice.randrange(10, 400)) + b'<c s="3"/>' * 40 + b"</row>"
        for r in range(100, 75_100))
    return changed(SHEET, END, rows + END)


@attack(None, scored=True)
def a_million_numbers():
    dice = random.Random(5)
    rows = b"".join(
        b'<row r="%d">' % r + b"".join(b"<c><v>%d</v></c>" % dice.getrandbits(30) for _ in range(25)) + b"</row>"
        for r in range(100, 40_100))
    return changed(SHEET, END, rows + END)


@attack(None, scored=True)
def rows_in_reverse():
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c><c r="B%d"><v>2</v></c></row>' % (r, r, r)
                    for r in range(300_000, 100, -1))
    return changed(SHEET, END, rows + END)


@attack(None, scored=True)
def every_row_of_a_height():
    rows = b"".join(b'<row r="%d" ht="%d" hidden="1"/>' % (r, r * 7919 % 400) for r in range(100, 300_000))
    return changed(SHEET, END, rows + END)


@attack("F005")
def a_million_merges():
    merges = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (r, r + 1) for r in range(100, 2_000_100, 2))
    return changed(SHEET, b"</mergeCells>", merges + b"</mergeCells>")


@attack(None, scored=True)
def merges_just_allowed():
    merges = b"".join(b'<mergeCell ref="A%d:XFD1048576"/>' % r for r in range(100, 90_100))
    return changed(SHEET, b"</mergeCells>", merges + b"</mergeCells>")


@attack("F005")
def validations_without_end():
    ranges = b" ".join(b"A%d:B%d" % (r, r) for r in range(1, 60_000))
    rule = b'<dataValidation type="list" sqref="' + ranges + b'"><formula1>"a"</formula1></dataValidation>'
    return changed(SHEET, b"</mergeCells>", b"</mergeCells><dataValidations>" + rule * 2 + b"</dataValidations>")


@attack("F005")
def columns_without_end():
    return changed(SHEET, b"</cols>", b'<col min="1" max="16384" width="9"/>' * 60_000 + b"</cols>")


@attack(None, scored=True)
def dimension_of_everything():
    return changed(SHEET, b'<dimension ref="A1:J24"/>', b'<dimension ref="A1:XFD1048576"/>')


@attack(None, scored=True)
def dimension_of_nonsense():
    return changed(SHEET, b'<dimension ref="A1:J24"/>', b'<dimension ref="ZZZZ99999999999999999999:A0"/>')


@attack("F001")
def row_beyond_the_last():
    return changed(SHEET, END, b'<row r="99999999999999999999999"><c><v>1</v></c></row>' + END)


@attack("F001")
def row_zero():
    return changed(SHEET, END, b'<row r="0"><c r="A0"><v>1</v></c></row>' + END)


@attack("F001")
def cell_that_is_no_place():
    return changed(SHEET, END, b'<row r="99"><c r="AAAAAAAAAAAAAA99"><v>1</v></c></row>' + END)


@attack("F001")
def column_beyond_the_last():
    return changed(SHEET, END, b'<row r="99">' + b"<c/>" * 16_385 + b"</row>" + END)


@attack("F005")
def text_of_forty_megabytes():
    dice = random.Random(6)
    text = b"".join(b"%x" % dice.getrandbits(64) for _ in range(40_000)) * 64
    return changed(SHEET, END, b'<row r="99"><c t="inlineStr"><is><t>' + text + b"</t></is></c></row>" + END)


@attack("F005")
def name_of_forty_megabytes():
    """The text stands where the project's name does, and would go into every output."""
    dice = random.Random(6)
    text = b"".join(b"%x" % dice.getrandbits(64) for _ in range(40_000)) * 64
    return changed(SHEET, b'<c r="B3" s="4" t="s"><v>3</v></c>',
                   b'<c r="B3" s="4" t="inlineStr"><is><t>' + text + b"</t></is></c>")


def indicator_rows(count: int) -> bytes:
    """The return with its last indicator row given many times over."""
    import re
    sheet = parts()[SHEET]
    rows = re.findall(rb"<row r=.*?</row>", sheet)
    pattern = rows[-4]
    number = int(re.search(rb'r="(\d+)"', pattern).group(1))
    moved = b"".join(re.sub(rb'(r="[A-Z]*)%d"' % number, rb'\g<1>%d"' % (number + n), pattern)
                     for n in range(1, count))
    cut = sheet.index(rows[-3])
    return packed({**parts(), SHEET: sheet[:cut] + moved + sheet[sheet.index(END):]})


@attack("F005")
def indicators_by_the_hundred_thousand():
    return indicator_rows(100_000)


@attack("F005")
def forms_by_the_thousand():
    """The form again and again below itself."""
    import re
    sheet = parts()[SHEET]
    rows = re.findall(rb"<row r=.*?</row>", sheet)
    again = b"".join(
        re.sub(rb'(r="[A-Z]*)(\d+)"', lambda m: m.group(1) + b'%d"' % (int(m.group(2)) + 30 * n), row)
        for n in range(1, 2500) for row in rows)
    return packed({**parts(), SHEET: sheet.replace(END, again + END)})
