"""The national self-evaluation form: what a project is, and how a unit's return is drawn."""
from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction as F

import oracle
from book import Book, Num, Sheet, Style

SIGNS = {"atLeast": "≥", "atMost": "≤", "equal": "=", "between": "区间", "yesNo": "是否", "level": "定性"}
SOURCES = ("当年财政拨款", "上年结转资金", "其他资金")
SHEET = "项目支出绩效自评表"

TITLE = Style(font="黑体", size="18", border=False, wrap=False)
PLAIN = Style(border=False)
LABEL = Style(font="黑体")
TEXT = Style()
LEFT = Style(h="left", indent=1)
PROSE = Style(font="仿宋_GB2312", h="left", v="center", indent=1)
FIGURE = Style(font="Times New Roman")
MONEY = FIGURE.but(h="right", fmt="#,##0.00_ ")
PERCENT = FIGURE.but(fmt="0.00%")
SCORE = FIGURE.but(fmt="0.00")


@dataclass
class Row:
    """One indicator: what was issued, and what the unit wrote."""
    tier1: str
    tier2: str
    name: str
    direction: str
    target: object                 # Fraction, (Fraction, Fraction) or a word
    unit: str
    points: F
    actual: object = None          # Fraction, a word, or None where no figure can be had
    actual_shown: object = None    # what stands in the cell; None: from `actual`
    actual_style: Style = FIGURE
    target_shown: object = None
    own_target: object = None      # where the unit changed it
    own_points: F | None = None
    judged: F | None = None        # the score a unit gives itself inside a level's band
    claimed: object = "honest"     # a cell value, or "honest"
    claimed_rate: object = "honest"
    reason: str | None = None
    counted: bool = True           # False: not issued, listed but excluded

    def target_text(self, target=None):
        target = self.target if target is None else target
        percent = "%" if self.unit == "%" else ""
        if self.direction == "between":
            return f"{oracle.plain(target[0])}~{oracle.plain(target[1])}{percent}"
        if self.direction in ("yesNo", "level"):
            return target
        return SIGNS[self.direction] + oracle.plain(target) + percent

    def result(self, own=False):
        """The scorecard line; `own` on the unit's own target and points."""
        target = self.own_target if own and self.own_target is not None else self.target
        points = self.own_points if own and self.own_points is not None else self.points
        return oracle.judge(self.direction, target, points, self.actual, self.judged)


@dataclass
class Fund:
    source: str
    initial: F
    budget: F
    executed: F
    own_budget: F | None = None
    received: F | None = None
    pending: F | None = None


@dataclass
class Project:
    id: str
    name: str
    unit: str
    department: str
    goal: str
    rows: list = field(default_factory=list)
    funds: list = field(default_factory=list)
    issue_rows: bool = True
    issue_funds: bool = True
    parent: str | None = None

    def total(self, column, own=False):
        if column == "budget" and own:
            return sum((f.budget if f.own_budget is None else f.own_budget for f in self.funds), F(0))
        return sum((getattr(f, column) for f in self.funds), F(0))


@dataclass
class Looks:
    """How this unit's copy differs from the next one's."""
    dialect: str = "plain"
    rate_column: bool = False
    origin: tuple = (1, 1)
    sheet: str = SHEET
    cover: bool = False
    notes_sheet: bool = False
    gap_row: bool = False
    remark_column: bool = False
    received: bool = False         # columns for money received and not yet paid, right of the funds
    stray: bool = False            # styled empty cells to the right and below
    printed: bool = False          # headings as the printed form has them: 全年预算数（A）
    year: str = "2024"
    modified: str = "2025-03-14T09:30:00Z"


def money(value: F) -> Num:
    return Num(oracle.plain(value))


def draw(p: Project, looks: Looks, done: str = "") -> Book:
    """The filled form.  Marks on the sheet say where everything stands."""
    s = Sheet(looks.sheet)
    rate = looks.rate_column
    score = 9 if rate else 8
    last = score + 1
    widths = [9, 11, 14.5, 34, 13, 14, 9.5, 8, 9.5, 30] if rate else [9, 11, 14.5, 34, 13, 14, 8, 9.5, 32]
    s.widths = dict(enumerate(widths, 1))
    s.merge(1, 1, 1, last, "项目支出绩效自评表", TITLE)
    s.merge(2, 1, 2, last, f"（{looks.year}年度）", PLAIN)
    s.heights |= {1: 33, 2: 21}
    for r, pairs in ((3, (("项目名称", p.name),)), (4, (("主管部门", p.department), ("实施单位", p.unit)))):
        s.put(r, 1, pairs[0][0], LABEL)
        if len(pairs) == 1:
            s.merge(r, 2, r, last, pairs[0][1], LEFT)
        else:
            s.merge(r, 2, r, 5, pairs[0][1], LEFT)
            s.put(r, 6, pairs[1][0], LABEL)
            s.merge(r, 7, r, last, pairs[1][1], LEFT)
        s.heights[r] = 24
    s.marks |= {"title": (1, 1), "project": (3, 2), "unit": (4, 7), "unitLabel": (4, 6)}
    draw_funds(s, p, 5, last, looks.printed)
    r = 10
    s.merge(r, 1, r + 1, 1, "年度总体\n目标", LABEL)
    s.merge(r, 2, r, 5, "预期目标", LABEL)
    s.merge(r, 6, r, last, "实际完成情况", LABEL)
    s.merge(r + 1, 2, r + 1, 5, p.goal, PROSE)
    s.merge(r + 1, 6, r + 1, last, done or f"{p.name}按计划实施，各项任务的完成情况见下表。", PROSE)
    s.heights |= {r: 21, r + 1: 54}
    s.marks |= {"goal": (r + 1, 2), "done": (r + 1, 6)}
    end = draw_rows(s, p, 12, rate)
    draw_total(s, p, end, rate, looks.printed)
    if looks.received:
        draw_received(s, p, last + 1)
    if looks.gap_row:
        s.insert_rows(s.marks["head"][0])
    if looks.remark_column:
        top, col = s.marks["head"][0], last + 1
        s.put(top, col, "备注", LABEL)
        for n in range(len(p.rows)):
            s.put(s.marks["actual", n][0], col, "见附件" if n == 0 else None, LEFT)
        s.widths[col] = 12
    if looks.stray:
        bottom = max(r for r, _ in s.cells)
        for r in range(1, bottom + 9):
            for c in range(last + 3, last + 6):
                s.cells.setdefault((r, c), (None, PLAIN.but(size="12")))
    if looks.origin != (1, 1):
        s.shift(looks.origin[0] - 1, looks.origin[1] - 1)
    sheets = [s]
    if looks.cover:
        sheets.insert(0, cover(p, looks))
    if looks.notes_sheet:
        sheets.append(notes())
    return Book(*sheets, modified=looks.modified)


def draw_funds(s, p, r, last, printed):
    s.merge(r, 1, r + 4, 1, "项目资金\n（万元）", LABEL)
    s.merge(r, 2, r, 3, "资金来源", LABEL)
    heads = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    if printed:
        heads[1:3] = "全年预算数\n（A）", "全年执行数\n（B）"
        heads[4] = "执行率\n（B/A）"
    for c, text in enumerate(heads, 4):
        s.put(r, c, text, LABEL)
    s.merge(r, 9, r, last, "得分", LABEL)
    s.heights[r] = 33
    lines = [("年度资金总额", p.total("initial"), p.total("budget", own=True), p.total("executed"))]
    lines += [(("其中：" if n == 0 else "　　　") + f.source, f.initial,
               f.budget if f.own_budget is None else f.own_budget, f.executed) for n, f in enumerate(p.funds)]
    for n, (name, initial, budget, executed) in enumerate(lines):
        row = r + 1 + n
        s.heights[row] = 24
        s.merge(row, 2, row, 3, name, LEFT)
        for c, value in ((4, initial), (5, budget), (6, executed)):
            s.put(row, c, money(value), MONEY)
        own = oracle.execution(budget, executed, F(10))
        rate = None if own["rate"] is None else Num(oracle.plain(F(own["rate"]) / 100))
        s.put(row, 7, Num("10") if n == 0 else "—", FIGURE)
        s.put(row, 8, rate, PERCENT)
        s.merge(row, 9, row, last, Num(oracle.plain(F(own["score"]))) if n == 0 else "—", SCORE)
        for key, c in (("name", 2), ("initial", 4), ("budget", 5), ("executed", 6), ("points", 7),
                       ("rate", 8), ("score", 9)):
            s.marks["fund", n, key] = (row, c)
    s.marks["fundHead"] = (r, 2)


def draw_received(s, p, col):
    """Two columns that units add: what came in, and what is owed but counted."""
    top = s.marks["fundHead"][0]
    received = [f.budget if f.received is None else f.received for f in p.funds]
    pending = [f.pending for f in p.funds]
    owed = [x for x in pending if x is not None]
    lines = [(sum(received, F(0)), sum(owed, F(0)) if owed else None), *zip(received, pending)]
    for n, key in enumerate(("received", "pending")):
        s.put(top, col + n, ("到位数", "待支付")[n], LABEL)
        s.widths[col + n] = 12
        for k, line in enumerate(lines):
            s.put(top + 1 + k, col + n, None if line[n] is None else money(line[n]), MONEY)
            s.marks["fund", k, key] = (top + 1 + k, col + n)


def draw_rows(s, p, r, rate):
    """The indicator table from its header row; returns the row after it."""
    heads = ["绩效\n指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"]
    heads += (["完成率"] if rate else []) + ["分值", "得分", "偏差原因分析及改进措施"]
    for c, text in enumerate(heads, 1):
        s.put(r, c, text, LABEL)
    s.heights[r] = 30
    s.marks["head"] = (r, 1)
    base = 8 if rate else 7
    for n, row in enumerate(p.rows):
        at = r + 1 + n
        s.heights[at] = 42 if row.reason else 30
        put_row(s, row, n, at, base, rate)
    end = r + 1 + len(p.rows)
    s.merge(r, 1, end - 1, 1, "绩效\n指标", LABEL)
    for col, tier in ((2, "tier1"), (3, "tier2")):
        start = 0
        for n in range(1, len(p.rows) + 1):
            key = [(q.tier1, q.tier2 if col == 3 else "") for q in p.rows[start:n + 1]]
            if n == len(p.rows) or key[-1] != key[0]:
                text = getattr(p.rows[start], tier)
                if len(text) > 7:
                    text = text[:-5] + "\n" + text[-5:]
                if col == 2:
                    block = sum(q.points for q in p.rows if q.tier1 == p.rows[start].tier1 and q.counted)
                    text += f"\n（{oracle.plain(block)}分）"
                s.merge(r + 1 + start, col, r + n, col, text, LABEL)
                start = n
    return end


def put_row(s, row, n, at, base, rate):
    target = row.target_shown
    if target is None:
        target = row.target_text(row.own_target)
    own = row.result(own=True)
    s.put(at, 4, row.name, LEFT)
    s.put(at, 5, target, FIGURE if not row.unit == "%" or isinstance(target, str) else PERCENT)
    shown = row.actual_shown
    if shown is None and row.actual is not None:
        shown = row.actual if isinstance(row.actual, str) else Num(oracle.plain(row.actual))
    s.put(at, 6, shown, row.actual_style)
    points = row.points if row.own_points is None else row.own_points
    if rate:
        claim = row.claimed_rate
        if claim == "honest":
            full = own["completionRate"]
            claim = None if full is None else Num(oracle.plain(F(full) / 100))
        s.put(at, 7, claim, PERCENT)
        s.marks["rate", n] = (at, 7)
    s.put(at, base, Num(oracle.plain(points)), FIGURE)
    s.put(at, base + 1, Num(oracle.plain(F(own["score"]))) if row.claimed == "honest" else row.claimed, SCORE)
    s.put(at, base + 2, row.reason, PROSE.but(size="10", indent=0))
    for key, c in (("name", 4), ("target", 5), ("actual", 6), ("points", base), ("score", base + 1),
                   ("reason", base + 2)):
        s.marks[key, n] = (at, c)


def claimed_total(s, p):
    """The sum of the scores the unit claims, as they stand on the sheet."""
    cells = [s.value(*s.marks["fund", 0, "score"])] + [s.value(*s.marks["score", n]) for n in range(len(p.rows))]
    return sum((F(v.text) for v in cells if isinstance(v, Num)), F(0))


def draw_total(s, p, r, rate, printed):
    base = 8 if rate else 7
    s.merge(r, 1, r, base - 1, "总　　分" if printed else "总分", LABEL)
    points = sum((q.points if q.own_points is None else q.own_points for q in p.rows), F(10))
    s.put(r, base, Num(oracle.plain(points)), FIGURE)
    s.put(r, base + 1, Num(oracle.plain(claimed_total(s, p))), SCORE)
    s.put(r, base + 2, None, TEXT)
    s.heights[r] = 24
    s.marks |= {"totalPoints": (r, base), "total": (r, base + 1)}
    s.merge(r + 1, 1, r + 1, base + 2, "注：1.一级指标分值统一设置为：产出指标50分、效益指标30分、服务对象满意度指标10分、"
            "预算资金执行率10分。2.未完成原因和改进措施须逐项填写。", PLAIN.but(h="left", size="9"))
    s.heights[r + 1] = 27
    s.put(r + 2, 1, "填表人：", PLAIN.but(h="left", wrap=False))
    s.put(r + 2, 4, "单位负责人（签字）：", PLAIN.but(h="left", wrap=False))
    s.put(r + 2, 6, "填报日期：2025年3月12日", PLAIN.but(h="left", wrap=False))


def cover(p, looks):
    s = Sheet("封面", landscape=False)
    s.widths = {1: 18, 2: 46}
    s.merge(3, 1, 3, 2, f"{looks.year}年度项目支出绩效自评材料", TITLE)
    s.heights[3] = 42
    for n, (key, value) in enumerate((("填报单位：", p.unit), ("填报时间：", "2025年3月"))):
        s.put(6 + n, 1, key, PLAIN.but(h="right"))
        s.put(6 + n, 2, value, PLAIN.but(h="left"))
    return s


def notes():
    s = Sheet("填报说明", landscape=False)
    s.widths = {1: 90}
    for n, text in enumerate(("一、本表由项目实施单位填报，主管部门汇总后报财政部门。",
                              "二、实际完成值填截至12月31日的数，应有佐证材料。",
                              "三、未完成的指标须逐项说明原因和改进措施。"), 1):
        s.put(n, 1, text, PLAIN.but(h="left"))
    return s


def programme(projects, year="2024") -> Book:
    """The programme workbook: what was approved."""
    head = Style(font="黑体", fill="E6E9ED")
    info, table, funds, rows = Sheet("基本信息"), Sheet("项目"), Sheet("资金"), Sheet("指标")

    def fill(sheet, heads, lines, widths):
        sheet.widths = dict(enumerate(widths, 1))
        for r, line in enumerate([heads] + lines, 1):
            for c, value in enumerate(line, 1):
                sheet.put(r, c, value, head if r == 1 else (MONEY if isinstance(value, Num) else LEFT))

    fill(info, ("键", "值"), [("年度", year), ("工作名称", f"{year}年度项目支出绩效自评"),
                            ("发放单位", "青岚市财政局绩效管理科"), ("回收截止日期", "2025-03-20"),
                            ("联系人", "方知行"), ("联系电话", "000-0000000")], (16, 40))
    fill(table, ("项目编码", "项目名称", "主管部门", "实施单位", "上级项目编码", "年度总体目标"),
         [(p.id, p.name, p.department, p.unit, p.parent, p.goal) for p in projects], (14, 34, 26, 28, 14, 60))
    fill(funds, ("项目编码", "资金来源", "年初预算数", "全年预算数"),
         [(p.id, f.source, money(f.initial), money(f.budget)) for p in projects if p.issue_funds for f in p.funds],
         (14, 18, 14, 14))
    lines = []
    for p in projects:
        issued = [q for q in p.rows if q.counted] if p.issue_rows else []
        for n, q in enumerate(issued, 1):
            target = q.target_text().lstrip("≥≤=").rstrip("%")
            number = not isinstance(q.target, (str, tuple))
            lines.append((p.id, f"I{n:02}", q.tier1, q.tier2, q.name, SIGNS[q.direction],
                          Num(target) if number else target, q.unit or None, Num(oracle.plain(q.points))))
    fill(rows, ("项目编码", "指标编码", "一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "分值"),
         lines, (14, 10, 14, 18, 44, 10, 12, 10, 8))
    for (r, c), (value, style) in list(rows.cells.items()):
        if isinstance(value, Num):
            rows.cells[r, c] = (value, FIGURE)
    return Book(info, table, funds, rows, modified="2025-02-20T01:00:00Z")
