"""Samples of findings about the form's structure and about what was issued."""
from __future__ import annotations

from fractions import Fraction as F

from book import DECL, PKG, REL, Num, Sheet
from findings_base import COSTS, LEVEL, MINUTES, NEW, PASSED, POINTS_BUILT, Sample, meals, sample
from form import Row
from oracle import plain


@sample("S001")
def sheet_renamed(s: Sample):
    s.looks.sheet = "Sheet1 (2)"
    s.save()
    s.expect_at(sheet="Sheet1 (2)")


@sample("S002")
def columns_swapped(s: Sample):
    sheet = s.draw()
    rows = [sheet.marks["head"][0], sheet.marks["total"][0], *(sheet.marks["name", n][0] for n in range(9))]
    points, score = sheet.marks["points", 0][1], sheet.marks["score", 0][1]
    for r in rows:
        one, other = sheet.cells[r, points], sheet.cells[r, score]
        sheet.cells[r, points], sheet.cells[r, score] = other, one
    s.save()
    s.expect_at("B12")


@sample("S003")
def row_added(s: Sample):
    s.issued = [meals()]
    first = s.row(0)
    s.p.rows.insert(1, Row(first.tier1, first.tier2, "发放助餐卡（张）", "atLeast", F(800), "张", F(5), F(860), counted=False))
    s.save()
    s.expect("name", 1)


@sample("S004")
def row_deleted(s: Sample):
    s.issued = [meals()]
    sheet = s.draw()
    sheet.delete_row(sheet.marks["name", MINUTES][0])
    sheet.set(*sheet.marks["totalPoints"], Num("94"))
    scores = [sheet.value(*sheet.marks["score", n]) for n in range(9) if n != MINUTES]
    total = sum((F(v.text) for v in scores), F(sheet.value(*sheet.marks["fund", 0, "score"]).text))
    sheet.set(*sheet.marks["total"], Num(plain(total)))
    s.save()
    s.expect_at("D12")


@sample("S005")
def header_reworded(s: Sample):
    sheet = s.draw()
    r, column = sheet.marks["head"][0], sheet.marks["points", 0][1]
    sheet.set(r, column, "本项分值安排")
    s.save()
    s.expect_at(f"G{r}")


@sample("S006")
def tiers_broken_up(s: Sample):
    sheet = s.draw()
    head = sheet.marks["head"][0]
    sheet.merges = [m for m in sheet.merges if not (m[0] > head and m[1] == m[3] == 3)]
    s.save()
    s.expect_at(f"C{head + 2}")


@sample("S008")
def row_hidden(s: Sample):
    sheet = s.draw()
    row = sheet.marks["actual", POINTS_BUILT][0]
    sheet.hidden_rows.add(row)
    s.save()
    s.expect_at(f"A{row}")


@sample("S009")
def actuals_merged(s: Sample):
    s.spoil(PASSED, None)
    sheet = s.draw()
    row, column = sheet.marks["actual", POINTS_BUILT]
    sheet.merge(row, column, row + 1, column)
    s.save()
    s.expect("actual", PASSED)


@sample("S010")
def signed(s: Sample):
    s.draw()
    origin = f"{PKG.replace('package/2006', 'package/2006')}/relationships/digital-signature/origin"
    s.book.raw["_rels/.rels"] = lambda text: text.replace(
        b"</Relationships>", f'<Relationship Id="rId9" Type="{origin}" Target="_xmlsignatures/origin.sigs"/>'
        "</Relationships>".encode())
    s.book.raw["[Content_Types].xml"] = lambda text: text.replace(
        b"<Override", b'<Default Extension="sigs" ContentType="application/'
        b'vnd.openxmlformats-package.digital-signature-origin"/><Override', 1)
    s.book.extra["_xmlsignatures/origin.sigs"] = b""
    s.save()
    s.command = "score"
    s.expect_file()


@sample("T001")
def target_lowered(s: Sample):
    s.issued = [meals()]
    s.row(NEW).own_target = F(450)
    s.save()
    s.expect("target", NEW)


@sample("T002")
def points_moved(s: Sample):
    s.issued = [meals()]
    s.row(NEW).own_points, s.row(LEVEL).own_points = F(16), F(15)
    s.save()
    s.expect("points", NEW)


@sample("T003")
def points_do_not_add_up(s: Sample):
    s.row(POINTS_BUILT).points = F(12)
    s.save()
    s.expect("totalPoints")


@sample("T004")
def budget_changed(s: Sample):
    s.issued = [meals()]
    s.p.funds[0].own_budget = F(310)
    s.save()
    s.expect("fund", 1, "budget")


@sample("T005")
def cost_at_least(s: Sample):
    row = s.row(COSTS)
    row.direction, row.actual = "atLeast", F("6.2")
    s.save()
    s.expect("target", COSTS)
