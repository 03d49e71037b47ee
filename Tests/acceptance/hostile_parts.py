"""Returns whose XML, relationships, strings or styles are made to harm."""
from __future__ import annotations

import random
import re

from hostile_base import BOOK, LINKS, ROOT, SHEET, STRINGS, STYLES, TYPES, attack, changed, packed, parts

LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)) + b"]>"
EXTERNAL = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY % b SYSTEM "http://127.0.0.1/x">%b;]>'


def behind_declaration(part: str, text: bytes) -> bytes:
    return changed(part, b"?>", b"?>" + text)


@attack("F006")
def entities_in_the_sheet():
    return behind_declaration(SHEET, LAUGHS)


@attack("F006")
def entities_in_the_strings():
    return behind_declaration(STRINGS, LAUGHS)


@attack("F006")
def entities_in_the_workbook():
    return behind_declaration(BOOK, EXTERNAL)


@attack("F006")
def entities_in_the_styles():
    return behind_declaration(STYLES, EXTERNAL)


@attack("F006")
def entities_in_the_relationships():
    return behind_declaration(ROOT, EXTERNAL)


@attack("S010", scored=True)
def entities_in_the_content_types():
    return behind_declaration(TYPES, EXTERNAL)


@attack("F006")
def entities_in_the_properties():
    return behind_declaration("docProps/core.xml", EXTERNAL)


@attack("F005")
def nesting_in_the_sheet():
    return changed(SHEET, b"<sheetData>", b"<a>" * 300_000 + b"</a>" * 300_000 + b"<sheetData>")


@attack("F005")
def nesting_in_a_cell():
    return changed(SHEET, b"</sheetData>", b'<row><c t="inlineStr"><is>' + b"<r>" * 90_000 + b"</r>" * 90_000
                   + b"</is></c></row></sheetData>")


@attack("F005")
def nesting_in_the_strings():
    return changed(STRINGS, b"</sst>", b"<si>" * 50_000 + b"</si>" * 50_000 + b"</sst>")


@attack("S010", scored=True)
def nesting_in_the_content_types():
    return changed(TYPES, b"</Types>", b"<a>" * 50_000 + b"</a>" * 50_000 + b"</Types>")


@attack("F005")
def attribute_of_eight_megabytes():
    return changed(SHEET, b"<sheetData>", b'<sheetData x="' + random.Random(1).randbytes(4 << 20).hex().encode()
                   + b'">')


@attack("F005")
def attributes_without_end():
    return changed(SHEET, b"<sheetData>", b"<sheetData" + b"".join(b' a%d="1"' % n for n in range(200_000)) + b">")


@attack("F005")
def namespaces_without_end():
    return changed(SHEET, b"<sheetData>", b"<sheetData"
                   + b"".join(b' xmlns:a%d="u"' % n for n in range(100_000)) + b">")


@attack("F001")
def tag_without_end():
    return changed(SHEET, b"<sheetData>", b"<" + random.Random(4).randbytes(10 << 20).hex().encode())


@attack("F001")
def comment_without_end():
    return changed(SHEET, b"<sheetData>", b"<!--" + random.Random(5).randbytes(10 << 20).hex().encode())


@attack("F001")
def sheet_that_is_the_workbook():
    return changed(LINKS, b"worksheets/sheet1.xml", b"workbook.xml")


@attack("F001")
def workbook_that_is_its_relationships():
    return changed(ROOT, b"xl/workbook.xml", b"_rels/.rels")


@attack("F001")
def sheet_that_is_nowhere():
    return changed(LINKS, b"worksheets/sheet1.xml", b"worksheets/sheet9.xml")


@attack("F001")
def sheet_outside_of_the_package():
    return changed(LINKS, b"worksheets/sheet1.xml", b"../../../../etc/passwd")


@attack("F001")
def sheet_at_an_address():
    return changed(LINKS, b'Target="worksheets/sheet1.xml"',
                   b'Target="http://127.0.0.1/sheet1.xml" TargetMode="External"')


@attack("F001")
def sheet_without_a_relationship():
    return changed(BOOK, b'r:id="rId1"', b'r:id="rId99"')


@attack(None, scored=True)
def workbook_that_is_nowhere():
    """It is looked for under its usual name."""
    return changed(ROOT, b"xl/workbook.xml", b"xl/nowhere.xml")


@attack("F001")
def one_part_as_a_thousand_sheets():
    """A megabyte that would be read a thousand times over."""
    filler = random.Random(2).randbytes(1 << 19).hex().encode()
    all_parts = parts()
    all_parts[SHEET] = all_parts[SHEET].replace(b"</worksheet>", (b"<!--" + filler + b"-->") * 30 + b"</worksheet>")
    more = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (n, n + 10) for n in range(1000))
    all_parts[BOOK] = all_parts[BOOK].replace(b"</sheets>", more + b"</sheets>")
    return packed(all_parts)


@attack("F005")
def relationships_without_end():
    links = b"".join(
        b'<Relationship Id="x%d" Type="http://a/relationships/%x" Target="%x.xml"/>' % (n, n * 7919, n * 104729)
        for n in range(400_000))
    return changed(LINKS, b"</Relationships>", links + b"</Relationships>")


@attack("S010", scored=True)
def content_types_without_end():
    types = b"".join(b'<Override PartName="/x/%x.xml" ContentType="a/%x"/>' % (n * 7919, n * 104729)
                     for n in range(600_000))
    return changed(TYPES, b"</Types>", types + b"</Types>")


@attack("F001")
def string_that_does_not_exist():
    return changed(SHEET, b't="s"><v>2</v>', b't="s"><v>999999999999999999999</v>')


@attack("F001")
def string_of_a_negative_number():
    return changed(SHEET, b't="s"><v>2</v>', b't="s"><v>-1</v>')


@attack("F001")
def strings_that_are_missing():
    all_parts = parts()
    del all_parts[STRINGS]
    return packed(all_parts)


@attack("F001")
def strings_cut_short():
    all_parts = parts()
    all_parts[STRINGS] = all_parts[STRINGS][:700]
    return packed(all_parts)


@attack(None, scored=True)
def strings_said_to_be_billions():
    return packed({**parts(), STRINGS: re.sub(
        rb'(<sst [^>]*?)count="\d+" uniqueCount="\d+"', rb'\1count="99999999999" uniqueCount="-5"', parts()[STRINGS])})


@attack("F005")
def strings_by_the_million():
    return changed(STRINGS, b"</sst>", b"".join(b"<si><t>%x</t></si>" % (n * 7919) for n in range(1_100_000))
                   + b"</sst>")


@attack(None, scored=True)
def styles_out_of_range():
    return changed(SHEET, b's="3"', b's="4294967295"', count=40)


@attack(None, scored=True)
def styles_below_zero():
    return changed(SHEET, b's="3"', b's="-7"', count=40)


@attack("F005")
def styles_by_the_hundred_thousand():
    return changed(STYLES, b"</cellXfs>", b"".join(b'<xf numFmtId="%d"/>' % (n % 50) for n in range(100_000))
                   + b"</cellXfs>")


@attack("S010", scored=True)
def styles_of_elements_without_end():
    """Thirty megabytes of elements that nobody knows, in the part that an annotation has to change."""
    dice = random.Random(3)
    return changed(STYLES, b"</styleSheet>", b"".join(b"<x%x/>" % dice.getrandbits(40) for n in range(2_000_000))
                   + b"</styleSheet>")


@attack(None, scored=True)
def format_code_of_a_megabyte():
    return changed(STYLES, b"#,##0.00_ ", b"#,##0.00_ ;" + b"[&gt;1]0\\;?/?" * 70_000)


@attack("F005")
def names_by_the_hundred_thousand():
    names = b"".join(b'<definedName name="n%x">$A$1</definedName>' % (n * 7919) for n in range(100_000))
    return changed(BOOK, b"</sheets>", b"</sheets><definedNames>" + names + b"</definedNames>")


@attack("F005")
def sheets_by_the_thousand():
    more = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (n, n + 10) for n in range(5000))
    return changed(BOOK, b"</sheets>", more + b"</sheets>")
