"""Faults that only a blank can have: it carries what was issued."""
from __future__ import annotations

import oracle
import truth
from book import Num, ref
from planting import Case, fault


def blank_fault(code, needs=None):
    """Registered for blanks alone: other returns carry nothing."""
    return fault(code, needs)


@blank_fault("S005")
def label_changed(c: Case):
    c.take("count")
    s = c.draw()
    s.set(*s.marks["name", 0], "改过名称的任务数（件）")
    c.expect("S005", "name", 0)
    c.save("the name of an indicator was changed")


@blank_fault("S005")
def label_of_another_row(c: Case):
    s = c.draw()
    s.set(*s.marks["name", 0], s.value(*s.marks["name", 1]))
    c.expect("S005", "name", 0)
    c.save("the name of the next indicator pasted over one's own")


@blank_fault("S005")
def project_renamed(c: Case):
    s = c.draw()
    s.set(*s.marks["project"], c.p.name + "（改）")
    c.expect("S005", "project")
    c.save("the project's name was changed")


@blank_fault("S005")
def required_header_reworded(c: Case):
    s = c.draw()
    at = s.marks["head"][0], s.marks["actual", 0][1]
    s.set(*at, "干得怎样")
    c.expected.append(truth.finding("S005", ref(*at)))
    c.save("a header that the form cannot do without was reworded; the names of the cells know it")


@blank_fault("S005")
def tier_changed(c: Case):
    s = c.draw()
    tier = next(n for n in range(1, 9) if s.value(s.marks["head"][0], n) == "一级指标")
    s.set(s.marks["actual", 0][0], tier, "工作任务")
    c.expected.append(truth.finding("S005", ref(s.marks["actual", 0][0], tier)))
    c.save("the name of a first tier was changed")


@blank_fault("S005")
def title_changed(c: Case):
    s = c.draw()
    title = next(x for line in s.ws.iter_rows() for x in line if x.value == "项目支出绩效自评表")
    title.value = "本单位工作情况"
    c.expected.append(truth.finding("S005", title.coordinate))
    c.save("the title of the form was changed")


@blank_fault("S007")
def unprotected(c: Case):
    s = c.draw()
    s.ws.protection.sheet = False
    c.expect("S007")
    c.save("the sheet is protected no more")


@blank_fault("S007")
def validations_gone(c: Case):
    s = c.draw()
    s.ws.data_validations.dataValidation = []
    c.expect("S007")
    c.save("drop-downs and rules are gone")


@blank_fault("S011")
def formula_typed_over(c: Case):
    row = c.take("count")
    s = c.draw()
    s.set(*s.marks["score", 0], Num(oracle.plain(row.points)))
    s.overwritten.clear()
    c.expect("S011", "score", 0)
    c.save("the formula of a score was typed over with the same figure")


@blank_fault("S011")
def figure_made_a_formula(c: Case):
    c.take("count")
    s = c.draw()
    s.ws.cell(*s.marks["points", 0]).value = f"={float(c.p.rows[0].points)}*1"
    c.expect("S011", "points", 0)
    c.allow("V009", "points", 0)
    c.allowed[-1]["severity"] = "note"
    c.save("issued points are a formula")


@blank_fault("F011", needs=True)
def of_last_year(c: Case):
    c.year = "2023"
    c.draw()
    c.save("the blank of last year")
    c.ctx.entries[-1] = truth.rejected(c.file(), "F011", "the blank of last year")
    c.ctx.projects.remove(c.p)


@blank_fault("F011")
def of_another_scheme(c: Case):
    blank = c.ctx.office.blank(c.p, "programme-rates")
    c.reject(blank.read_bytes(), "the blank of another scheme")
