"""Samples of findings about the file itself and how returns arrive."""
from __future__ import annotations

import cfb
from book import Book, Sheet, Style
from faults_files import raw_zip
from findings_base import Sample, meals, sample
from form import Looks


@sample("F001")
def cut_short(s: Sample):
    s.draw()
    parts = raw_zip(s.book.parts())
    s.save_bytes(parts[:len(parts) * 3 // 5])
    s.expect_file()


@sample("F002")
def with_password(s: Sample):
    s.save_bytes(cfb.encrypted())
    s.expect_file()


@sample("F003")
def renamed_legacy_workbook(s: Sample):
    s.save_bytes(cfb.legacy_workbook())
    s.expect_file()


@sample("F004")
def without_a_byte(s: Sample):
    s.save_bytes(b"")
    s.expect_file()


@sample("F005")
def nested_too_deep(s: Sample):
    s.draw()
    parts = s.book.parts()
    deep = b"<a>" * 20_000 + b"</a>" * 20_000
    sheet = parts["xl/worksheets/sheet1.xml"]
    s.save_parts({**parts, "xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", deep + b"</sheetData>")})
    s.expect_file()


@sample("F006")
def with_an_external_entity(s: Sample):
    s.draw()
    parts = s.book.parts()
    sheet = parts["xl/worksheets/sheet1.xml"]
    at = sheet.index(b"?>") + 2
    entity = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    s.save_parts({**parts, "xl/worksheets/sheet1.xml": sheet[:at] + entity + sheet[at:]})
    s.expect_file()


@sample("F007")
def entry_that_points_out(s: Sample):
    s.draw()
    s.book.extra["../../outside.txt"] = b"never to be written anywhere"
    s.save()
    s.expect_file()


@sample("F008")
def another_workbook(s: Sample):
    sheet = Sheet("通讯录")
    lines = (("姓名", "科室", "电话"), ("方知行", "办公室", "000-0000000"), ("林见青", "财务科", "000-0000001"))
    for r, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            sheet.put(r, column, text, Style())
    s.save_parts(Book(sheet).parts(), "通讯录.xlsx")
    s.expect_file()


@sample("F009")
def two_versions(s: Sample):
    s.save("自评表（一稿）.xlsx")
    s.expect_file()
    s.row(6).reason = "统计口径含望溪、松陵两个街道。"
    s.looks, s.sheet = Looks(modified="2025-03-20T02:30:00Z"), None
    s.save("自评表（二稿）.xlsx")


@sample("F009-note")
def sent_twice(s: Sample):
    for name in ("自评表.xlsx", "自评表（重发）.xlsx"):
        s.save(name)
    s.expect_file()


@sample("F010")
def formatted_far_below(s: Sample):
    s.draw()
    for column in range(1, 10):
        s.sheet.cells[2000, column] = (None, Style())
    s.save()
    s.expect_at()


@sample("F012")
def not_in_the_programme(s: Sample):
    s.issued = [s.p]
    s.p = meals(name="社区助餐服务二期项目")
    s.save()
    # The project that was issued has sent its own.
    s.p, s.sheet = s.issued[0], None
    s.lines.append("\t".join(("F012", "error", "项目支出绩效自评表", "B3")))
    s.save("自评表（本级）.xlsx")
