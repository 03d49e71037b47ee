"""Samples of findings that only a blank of the command can give: it carries what was issued."""
from __future__ import annotations

import re
import subprocess
import tempfile
from fractions import Fraction as F
from pathlib import Path

import make_round
from findings_base import NEW, Sample, meals, sample
from form import programme

WHEN = "2025-03-14T02:30:00Z"


def handed_out(s: Sample, p=None, year="2024") -> Path:
    """The blank of a project, as the command hands it out."""
    room = Path(s.room.name)
    programme([p or s.p], year).save(room / "programme.xlsx")
    subprocess.run([s.scorebook, "handout", "--scheme", "mof-2020", "--programme", room / "programme.xlsx",
                    "--out", room / year, "--quiet"], check=True, stdout=subprocess.DEVNULL)
    return next((room / year).glob("*.xlsx"))


def fill(s: Sample, blank: Path, change=lambda parts, at: parts, name="自评表.xlsx"):
    """Types into a blank what the unit would, and changes what it should not."""
    at = {name: (sheet, address.replace("$", "")) for name, (sheet, address) in make_round.fields(blank).items()}
    parts = make_round.parts_of(blank)
    by_sheet: dict = {}
    for field, value in make_round.typed(s.p, "全年助餐3.41万人次，建成社区助餐点13个。").items():
        sheet, address = at[field]
        by_sheet.setdefault(sheet, {})[address] = value
    for sheet, cells in by_sheet.items():
        parts = make_round.retype(parts, sheet, cells)
    # What its formulas come to is left to the reader: nothing is stored, as by a program that works nothing out.
    for sheet, cells in make_round.formulas_of(blank).items():
        parts = make_round.retype(parts, sheet, {address: make_round.Calculated(None) for address in cells})
    make_round.store(s.input / name, change(parts, at), WHEN)
    s.returns.append(name)
    return at


@sample("F011")
def last_years_blank(s: Sample):
    fill(s, handed_out(s, year="2023"), name="上年空表.xlsx")
    s.issued = [s.p]
    s.expect_file()
    # The right form came as well, so that the project is not missing.
    s.save()


@sample("S007")
def protection_taken_off(s: Sample):
    def unlock(parts, at):
        part = make_round.part_of_sheet(parts, at["sb_I01_actual"][0])
        return parts | {part: re.sub(rb"<sheetProtection[^>]*/>", b"", parts[part])}
    at = fill(s, handed_out(s), unlock)
    s.expect_at(sheet=at["sb_I01_actual"][0])


@sample("S011")
def formula_typed_over(s: Sample):
    score = f"sb_I{NEW + 1:02}_score"

    def type_over(parts, at):
        sheet, address = at[score]
        return make_round.retype(parts, sheet, {address: F(15)})
    at = fill(s, handed_out(s), type_over)
    sheet, address = at[score]
    s.expect_at(address, sheet)


def adjusted(name, change, fields):
    """The programme was changed after the blank had gone out; the unit kept to its blank."""
    def make(s: Sample):
        at = fill(s, handed_out(s))
        p = meals()
        change(p)
        s.issued = [p]
        for field in fields:
            sheet, address = at[field]
            s.expect_at(address, sheet)
    sample(name)(make)


def raise_target(p):
    p.rows[NEW].target = F(520)


def move_points(p):
    p.rows[NEW].points, p.rows[NEW + 1].points = F(16), F(14)


def add_budget(p):
    p.funds[0].budget = F(310)


adjusted("T001-warning", raise_target, (f"sb_I{NEW + 1:02}_target",))
adjusted("T002-warning", move_points, (f"sb_I{NEW + 1:02}_points", f"sb_I{NEW + 2:02}_points"))
adjusted("T004-warning", add_budget, ("sb_fund_current_budget",))
