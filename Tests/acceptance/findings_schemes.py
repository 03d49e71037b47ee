"""Samples of findings that need another scheme than the national form."""
from __future__ import annotations

from fractions import Fraction as F

from book import Book, Num, Sheet, ref
from findings_base import MINUTES, Sample, sample
from form import FIGURE, LABEL, LEFT, MONEY, PERCENT, PLAIN, TITLE
from make_samples import down, figure_cell, rubric_rows

WHEN = "2025-03-14T02:30:00Z"


@sample("C003")
def part_beyond_whole(s: Sample):
    """The relation is one that the scheme declares: people in work, of those that were served."""
    s.scheme = "programme-rates"
    form = Sheet("绩效自评表", landscape=False)
    form.widths = {1: 34, 2: 14, 3: 14, 4: 14, 5: 14}
    form.merge(1, 1, 1, 5, "公共就业服务提升项目绩效自评表", TITLE)
    for r, words in ((2, ("项目名称", "公共就业服务提升项目")), (3, ("实施单位", "澄湾市劳动就业服务中心"))):
        form.put(r, 1, words[0], LABEL)
        form.merge(r, 2, r, 5, words[1], LEFT)
    table(form, 4, ("资金来源", "预算数", "到位数", "使用数", "待支付"),
          [("合计", "520", "520", "508.4", "0"), ("中央财政补助", "320", "320", "312.6", "0"),
           ("省级财政补助", "200", "200", "195.8", "0")], MONEY)
    table(form, 8, ("绩效指标", "绩效目标值", "目标完成情况", "完成率"),
          [("就业困难人员服务人次（人次）", "1200", "1260", "105%"), ("就业困难人员就业人数（人）", "1180", "1290", "109.32%"),
           ("举办招聘会场次（场）", "40", "42", "105%")], FIGURE)
    s.save_parts(Book(form, modified=WHEN).parts())
    s.expect_at("C10", "绩效自评表")


def table(form, top, heads, lines, style):
    for c, text in enumerate(heads, 1):
        form.put(top, c, text, LABEL)
    for r, line in enumerate(lines, top + 1):
        form.put(r, 1, line[0], LEFT)
        for c, text in enumerate(line[1:], 2):
            value, look = figure_cell(text, False) if text[:1].isdigit() else (text or None, style)
            form.put(r, c, value, look if text.endswith("%") else style)


FULL = {"决策": (2, 3, 2, 3, 2, 3), "过程": (4, 4, 4, 4, 4), "产出": (8, 8, 7, 7), "效益": (7, 7, 7, 7, 7)}
AMOUNTS = ("86", "86", "84.2", "90", "84.2")


def rubric(s: Sample, amounts=AMOUNTS, tasks=()):
    """A judged form that lost no points, with its money and its tasks."""
    s.scheme = "rubric-2022"
    form = Sheet("项目绩效评价表", landscape=False)
    form.widths = {1: 13, 2: 12, 3: 22, 4: 30, 5: 12, 6: 12, 7: 9}
    form.merge(1, 1, 1, 7, "项目绩效评价表", TITLE)
    for r, words in ((2, ("项目名称", "街道劳动保障项目")), (3, ("实施单位", "澄湾市望溪街道劳动保障所"))):
        form.put(r, 1, words[0], LABEL)
        form.merge(r, 2, r, 7, words[1], LEFT)
    table(form, 4, ("资金来源", "预算数", "到位数", "支出数", "计划成本", "实际成本"), [("项目资金总额", *amounts)], MONEY)
    r = 6
    if tasks:
        table(form, r, ("年度任务", "任务数", "单位", "完成数"), tasks, FIGURE)
        r += 1 + len(tasks)
    for c, text in enumerate(("一级指标", "二级指标", "三级指标", "指标解释", "得分"), 1):
        form.put(r, c, text, LABEL)
    rows, head = rubric_rows(), r
    scores = [score for block in FULL.values() for score in block]
    for at, (row, score) in enumerate(zip(rows, scores), r + 1):
        form.put(at, 3, row[3], LEFT)
        form.put(at, 4, row[4][:24], LEFT)
        form.put(at, 5, Num(str(score)), FIGURE)
    down(form, r + 1, 1, [f"{row[0]}\n（{row[1]}分）" for row in rows])
    down(form, r + 1, 2, [row[2] for row in rows])
    end = r + 1 + len(rows)
    form.merge(end, 1, end, 4, "合计", LABEL)
    form.put(end, 5, Num("100"), FIGURE)
    s.save_parts(Book(form, modified=WHEN).parts(), "评价表.xlsx")
    return head


@sample("clean-rubric")
def clean(s: Sample):
    rubric(s, tasks=[("开展招聘活动", "12", "场", "12"), ("培训人数", "300", "人", "318")])


@sample("R011")
def scored_without_its_costs(s: Sample):
    head = rubric(s, (*AMOUNTS[:3], "", ""))
    s.expect_at(f"E{head + 15}", "项目绩效评价表")


@sample("V001-warning")
def task_without_a_target(s: Sample):
    rubric(s, tasks=[("开展招聘活动", "12", "场", "12"), ("调处简易案件", "", "件", "23")])
    s.expect_at("B8", "项目绩效评价表")


def without_points(s: Sample):
    """The national form without its column of points, each block's rows alike."""
    s.scheme = s.national("mof-2020-shares", "\n  overLimit: 130", "\n  overLimit: 130\n  unstatedPoints: equalShares")
    del s.p.rows[MINUTES]
    for row in s.p.rows[:5]:
        row.points = F(10)
    sheet = s.draw()
    column = sheet.marks["points", 0][1]
    rows = [sheet.marks["head"][0], sheet.marks["total"][0], *(sheet.marks["name", n][0] for n in range(8))]
    for r in rows:
        sheet.set(r, column, None)
    return sheet


@sample("T006")
def points_shared_out(s: Sample):
    without_points(s)
    s.save()
    s.expect_at("B13")


@sample("T006-error")
def points_unknown(s: Sample):
    """Two first tiers that state no points and are none of the scheme's: neither gets what is left."""
    sheet = without_points(s)
    for n, words in ((0, "工作任务"), (5, "工作成效")):
        at = sheet.marks["name", n][0], 2
        sheet.set(*at, words)
        s.expect_at(ref(*at))
    s.save()
