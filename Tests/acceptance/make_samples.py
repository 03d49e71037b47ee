"""Writes the input workbooks of samples/01, 02 and 03, the same bytes on every run.

Usage: make_samples.py [SAMPLES_DIR]
The returns are invented but for the first two: the figures of reports as they were published.
"""
from __future__ import annotations

import csv
import sys
from fractions import Fraction as F
from pathlib import Path

import xlwt
from book import Book, Formula, Num, Sheet, Style, ref
from form import (FIGURE, LABEL, LEFT, MONEY, PERCENT, PLAIN, PROSE, SOURCES, TITLE, Fund, Looks, Project, Row,
                  claimed_total, draw, money, programme)
from oracle import half_up, plain

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUTPUT, BENEFIT, CONTENT = "产出指标", "效益指标", "满意度指标"
QUANTITY, QUALITY, TIME, COST = "数量指标", "质量指标", "时效指标", "成本指标"
ECONOMIC, SOCIAL, ECOLOGY, LASTING = "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"
SATISFIED = "服务对象满意度指标"


# ---- samples/01: rates only, money by source -------------------------------------------------

FUNDS_01 = [
    ("合计", "36620", "36982.43", "36948.11", None, None),
    ("中央财政补助", "10000", "10000", "9965.68", "1436.8", "含零障碍信息化建设项目待支付合同进度款"),
    ("省级财政补助", "5000", "—", "—", None, None),
    ("地市财政补助", "15920", "—", "—", None, None),
    ("地方财政配套补助资金（省级、地市合并）", "—", "21106.24", "21106.24", None, "到位、使用未分省级与地市"),
    ("其他资金", "5700", "5876.19", "5876.19", None, None),
]
GOAL_01 = (
    "2024年，全市带动新增就业人数5.59万人，失业人员再就业人数2.70万人，就业困难人员再就业人数0.84万人，“七分法”精准培训2.21万人；"
    "建成市县两级一体化人力资源市场6家，扶持建设10个零工市场，建成充分就业示范单元261个，打造特色劳务品牌6个，"
    "建立100个农村互助就业组织。所有子项目预定目标全部实施完成。")
SECTIONS_01 = [
    ("一、项目资金使用及管理情况", [
        "示范项目总预算36,620万元，经调整后资金的来源为：中央财政补助10,000万元，省级财政补助5,000万元，地市财政补助15920万元，其他资金渠道5700万元。",
        "截至2024年末，示范项目资金已到位36,982.43万元，其中：中央财政补助资金10,000万元，地方财政配套补助资金21,106.24万元，其他资金渠道5,876.19万元。",
        "截至2024年末，示范项目资金已使用36,948.11万元，其中：中央财政补助资金9,965.68万元（含零障碍信息化建设项目待支付合同进度款1436.8万元），"
        "地方财政配套补助资金21,106.24万元，其他资金渠道5,876.19万元。",
        "示范项目资金全部按预算计划使用，无截留、挤占和挪用。"]),
    ("二、项目实施情况", [
        "建成充分就业示范单元261个；建成零工驿站57个；建成零工市场10个；举办招聘会263场次，为制造业企业提供保障用工2.47万人次。",
        "“零障碍”就业创业服务信息平台：11月完成软件的开发功能以及部分板块的系统部署。计划于项目周期内完成系统全部开发、测试和验收。",
        "完成政府补贴性职业技能培训22,069人次。培育认定县市区级特色劳务品牌6个，其中5个品牌被认定为市级特色劳务品牌。",
        "2024年度累计帮扶脱贫劳动力6.89万人次，失业人员再就业2.70万人、困难人员就业0.84万人。"]),
    ("四、偏离绩效目标的原因和下一步改进措施", [
        "信息化应用仍需进一步完善：与省级平台的数据对接共享进展较为缓慢。",
        "社会影响力有待进一步提升：几类市场在吸引用人单位和劳动者方面的集聚度和吸引力仍有一定提升空间。"]),
]
TYPED_AS_TEXT = {13, 17, 18, 28, 29, 30}       # rows whose percentages stand as text


def seed_rows():
    with open(HERE / "seed_indicators.csv", encoding="utf-8", newline="") as f:
        return list(csv.reader(f))[1:]


def percent_cell(text, as_text):
    """A published percentage as a cell: text, or a number shown with its decimals."""
    if as_text:
        return text, FIGURE
    decimals = len(text.rstrip("%").partition(".")[2])
    value = F(text.rstrip("%")) / 100
    shown = f"{float(value):.{decimals + 2}f}".rstrip("0").rstrip(".")
    return Num(shown), FIGURE.but(fmt="0%" if decimals == 0 else "0." + "0" * decimals + "%")


def figure_cell(text, as_text):
    if text == "":
        return None, FIGURE
    if text.endswith("%"):
        return percent_cell(text, as_text)
    return Num(text), FIGURE


def sample_01() -> Book:
    s = Sheet("绩效自评表", landscape=False)
    s.widths = {1: 31, 2: 14, 3: 14, 4: 14, 5: 13, 6: 24}
    s.merge(1, 1, 1, 6, "公共就业服务能力提升示范项目绩效自评表", TITLE)
    s.merge(2, 1, 2, 6, "（2024年度）", PLAIN)
    s.put(3, 1, "项目名称", LABEL)
    s.merge(3, 2, 3, 6, "公共就业服务能力提升示范项目", LEFT)
    s.put(4, 1, "实施单位", LABEL)
    s.merge(4, 2, 4, 6, "市人力资源和社会保障局", LEFT)
    s.merge(5, 1, 5, 6, "一、项目资金（单位：万元）", LABEL.but(h="left"))
    for c, text in enumerate(("资金来源", "预算数", "到位数", "使用数", "其中：待支付", "备注"), 1):
        s.put(6, c, text, LABEL)
    for r, line in enumerate(FUNDS_01, 7):
        s.put(r, 1, line[0], LEFT)
        for c, text in enumerate(line[1:5], 2):
            words = text is None or text == "—"
            s.put(r, c, text if words else Num(text), FIGURE if words else MONEY)
        s.put(r, 6, line[5], LEFT.but(size="9", indent=0))
        s.heights[r] = 30 if line[5] or len(line[0]) > 14 else 21
    s.merge(13, 1, 13, 6, "二、总体目标完成情况", LABEL.but(h="left"))
    s.merge(14, 1, 14, 6, GOAL_01, PROSE)
    s.merge(15, 1, 15, 6, "三、绩效指标完成情况", LABEL.but(h="left"))
    s.merge(16, 1, 16, 3, "绩效指标", LABEL)
    for c, text in enumerate(("绩效目标值", "目标完成情况", "完成率"), 4):
        s.put(16, c, text, LABEL)
    s.heights |= {1: 33, 2: 21, 3: 24, 4: 24, 5: 24, 6: 24, 13: 24, 14: 60, 15: 24, 16: 24}
    for n, (name, target, actual, rate) in enumerate(seed_rows(), 1):
        r, as_text = 16 + n, n in TYPED_AS_TEXT
        s.merge(r, 1, r, 3, name, LEFT)
        for c, text in ((4, target), (5, actual), (6, rate)):
            value, style = figure_cell(text, as_text)
            s.put(r, c, value, style)
        s.heights[r] = 30 if len(name) > 32 else 21
    return Book(s, prose_sheet("自评报告（节选）", SECTIONS_01), modified="2025-04-14T02:00:00Z")


def prose_sheet(name, sections) -> Sheet:
    """Sections of a report on a sheet of their own."""
    text = Sheet(name, landscape=False)
    text.widths = {1: 66}
    r = 1
    for heading, paragraphs in sections:
        text.put(r, 1, heading, Style(font="黑体", size="12", border=False, h="left"))
        text.heights[r] = 24
        for n, body in enumerate(paragraphs, 1):
            text.put(r + n, 1, "　　" + body, PROSE.but(border=False))
            text.heights[r + n] = 15 * (1 + (len(body) + 2) // 31) + 6
        r += len(paragraphs) + 2
    return text


# ---- samples/02: a rubric whose scores are judged, and a table of tasks ------------------------

GOAL_02 = (
    "1.加强组织领导，狠抓任务分解，有序推进各项指标落实。2.有序开展促进就业工作，线上开展招聘5期，提供就业岗位300多个。"
    "3.扎实推进社会保险工作：对6410位参保人员进行了缴费选档申报，使城居保参保率达100%。"
    "4.坚持“三个到位”，确保各项政策落到实处。")
TASKS_02 = [                                    # heading, task, target, unit, actual: as published
    ("就业创业工作", "城镇新增就业人数", "574", "人", "已完成"),
    ("就业创业工作", "培育自主创业者", "180", "人", "已完成"),
    ("就业创业工作", "大学生创业人数", "27", "人", "已完成"),
    ("培训工作", "补贴性职业技能培训人数", "1365", "人", "都已完成"),
    ("培训工作", "职业鉴定取证人数", "616", "人", "都已完成"),
    ("培训工作", "高技能人才培养", "158", "人", "都已完成"),
    ("培训工作", "技师和高级技师人数", "16", "人", "都已完成"),
    ("社保工作", "单位社会保险扩面征缴净增", "850", "人", "已完成"),
    ("城居保工作", "城乡居民养老保险续保", "6410", "人", "5123"),
    ("城居保工作", "城乡居民养老保险困难人员参保完成率", "100%", "%", "100%"),
    ("劳动监察", "劳动保障书面审查主动监察单位", "150", "户", "125"),
    ("劳动监察", "调处简易案件", "", "件", "23"),
]
SECTIONS_02 = [
    ("一、项目概况", [
        "2022年度劳动所项目预算金额为67.8万元。",
        "就业创业工作：城镇新增就业人数任务574，已完成；培育自主创业者任务数180人，已完成；大学生创业人数任务27人，已完成。",
        "培训工作：补贴性职业技能培训人数任务数1365人；职业鉴定取证人数616人；高技能人才培养任务数158人；技师和高级技师人数16人；都已完成。",
        "社保工作：单位社会保险扩面征缴净增任务数850人，已完成。",
        "城居保工作：城乡居民养老保险续保任务数6410人，已续保5123人；城乡居民养老保险困难人员参保完成率100%。",
        "劳动监察：劳动保障书面审查主动监察单位任务数150户，已完成125户。调处简易案件23件。"]),
    ("二、评价结论", ["经评价，2022年度劳动所项目绩效评分为95分。"]),
    ("四、存在问题及原因分析", [
        "培训人员组织困难，参加培训的热情不高，青壮年劳力大多数外出务工，常住人口主要是留守妇女、儿童和老人，组织集中培训难度较大。",
        "劳动监察工作，因辖区企业较多，所里配备的专业工作人员不多，导致此项工作开展缓慢。"]),
]


def rubric_rows():
    """一级指标 with its points, 二级指标, 三级指标, 指标解释, score: annex 1 as published."""
    with open(HERE / "seed_rubric.csv", encoding="utf-8", newline="") as f:
        return list(csv.reader(f))[1:]


def runs(words):
    """(first, last) of each run of equal words."""
    start = 0
    for n in range(1, len(words) + 1):
        if n == len(words) or words[n] != words[start]:
            yield start, n - 1
            start = n


def down(s: Sheet, top: int, col: int, words, last_col=None):
    """A column of headings, each merged over the rows it stands for."""
    for first, last in runs(words):
        s.merge(top + first, col, top + last, last_col or col, words[first], PLAIN)


def tasks_02(s: Sheet, top: int) -> int:
    for c, text in ((1, "工作类别"), (4, "任务数"), (5, "单位")):
        s.put(top, c, text, LABEL)
    s.merge(top, 2, top, 3, "年度任务", LABEL)
    s.merge(top, 6, top, 7, "完成数", LABEL)
    s.heights[top] = 24
    for r, (_, name, target, unit, actual) in enumerate(TASKS_02, top + 1):
        s.merge(r, 2, r, 3, name, LEFT)
        value, style = figure_cell(target, False)
        s.put(r, 4, value, style)
        s.put(r, 5, unit, PLAIN)
        value, style = figure_cell(actual, False) if actual[0].isdigit() else (actual, PLAIN)
        s.merge(r, 6, r, 7, value, style)
        s.heights[r] = 30 if len(name) > 14 else 21
    down(s, top + 1, 1, [t[0] for t in TASKS_02])
    return top + 1 + len(TASKS_02)


def rubric_02(s: Sheet, top: int) -> int:
    for c, text in ((1, "一级指标"), (2, "二级指标"), (3, "三级指标"), (7, "得分")):
        s.put(top, c, text, LABEL)
    s.merge(top, 4, top, 6, "指标解释", LABEL)
    s.heights[top] = 24
    rows = rubric_rows()
    for r, (_, _, _, name, words, score) in enumerate(rows, top + 1):
        s.put(r, 3, name, LEFT)
        s.merge(r, 4, r, 6, words, LEFT.but(size="9", indent=0))
        s.put(r, 7, Num(score), FIGURE)
        s.heights[r] = 12 * (1 + (len(words) - 1) // 30) + 9
    down(s, top + 1, 1, [f"{row[0]}\n（{row[1]}分）" for row in rows])
    down(s, top + 1, 2, [row[2] for row in rows])
    end = top + 1 + len(rows)
    s.merge(end, 1, end, 6, "合计", LABEL)
    s.put(end, 7, Num(str(sum(int(row[5]) for row in rows))), FIGURE.but(bold=True))
    s.heights[end] = 24
    return end


def sample_02() -> Book:
    s = Sheet("项目绩效评价表", landscape=False)
    s.widths = {1: 13, 2: 12, 3: 22, 4: 16, 5: 12, 6: 14, 7: 9}
    s.merge(1, 1, 1, 7, "六合区龙池街道项目绩效评价表", TITLE)
    s.merge(2, 1, 2, 7, "（2022年度）", PLAIN)
    for r, label, text in ((3, "项目名称", "劳动所项目"), (4, "实施单位", "六合区龙池街道劳动所"), (5, "项目总体目标", GOAL_02)):
        s.put(r, 1, label, LABEL)
        s.merge(r, 2, r, 7, text, PROSE if r == 5 else LEFT)
    s.merge(6, 1, 6, 7, "一、项目资金（单位：万元）", LABEL.but(h="left"))
    s.merge(7, 1, 7, 2, "资金来源", LABEL)
    for c, text in enumerate(("预算数", "到位数", "支出数", "计划成本", "实际成本"), 3):
        s.put(7, c, text, LABEL)
    s.merge(8, 1, 8, 2, "项目资金总额", LEFT)
    s.put(8, 3, Num("67.8"), MONEY)
    for c in range(4, 8):
        s.put(8, c, None, MONEY)
    s.merge(9, 1, 9, 7, "二、年度任务完成情况", LABEL.but(h="left"))
    s.heights |= {1: 33, 2: 21, 3: 24, 4: 24, 5: 78, 6: 24, 7: 24, 8: 24, 9: 24}
    r = tasks_02(s, 10)
    s.merge(r, 1, r, 7, "三、指标体系得分情况", LABEL.but(h="left"))
    s.heights[r] = 24
    rubric_02(s, r + 1)
    return Book(s, prose_sheet("评价报告（节选）", SECTIONS_02), modified="2023-03-20T02:00:00Z")


# ---- samples/03: the returns that did not come in blanks -----------------------------------------------------

def q(tier1, tier2, name, direction, target, unit, points, actual, **more):
    if isinstance(target, str) and direction not in ("yesNo", "level"):
        target = F(target)
    if isinstance(actual, str) and direction not in ("yesNo", "level"):
        actual = F(actual)
    row = Row(tier1, tier2, name, direction, target, unit, F(points), actual, **more)
    if unit == "%" and row.actual_shown is None and actual is not None:
        row.actual_shown, row.actual_style = Num(f"{float(actual / 100):.6f}".rstrip("0").rstrip(".")), PERCENT
    return row


def funds(*lines):
    return [Fund(s, *(F(x) for x in line)) for s, line in zip(SOURCES, lines)]


def employment() -> Project:
    return Project(
        "QL-2024-01", "公共就业服务能力提升项目", "青岚市劳动就业服务中心", "青岚市人力资源和社会保障局",
        "1.全年城镇新增就业不少于5100人；2.补贴性职业技能培训不少于1365人次；3.“一网通办”平台建成并通过验收；4.服务对象满意度不低于95%。",
        [q(OUTPUT, QUANTITY, "城镇新增就业人数（人）", "atLeast", "5100", "人", 10, "5590"),
         q(OUTPUT, QUANTITY, "补贴性职业技能培训人次（人次）", "atLeast", "1365", "人次", 8, "1402"),
         q(OUTPUT, QUANTITY, "举办招聘活动场次（场）", "atLeast", "48", "场", 7, "55"),
         q(OUTPUT, QUALITY, "培训合格率（%）", "atLeast", "90", "%", 8, "95.09"),
         q(OUTPUT, QUALITY, "“一网通办”平台建成并通过验收（是/否）", "yesNo", "是", "是/否", 7, "是"),
         q(OUTPUT, TIME, "补贴资金按时拨付率（%）", "atLeast", "98", "%", 5, "100"),
         q(OUTPUT, COST, "人均培训补贴标准（元/人）", "atMost", "1335", "元/人", 5, "1320"),
         q(BENEFIT, SOCIAL, "因就业问题引发的重大群体性事件（起）", "atMost", "0", "起", 10, "0"),
         q(BENEFIT, SOCIAL, "零就业家庭动态清零率（%）", "atLeast", "100", "%", 10, "100"),
         q(BENEFIT, LASTING, "公共就业服务长效机制健全程度（定性）", "level", "达成", "", 10, "达成",
           judged=F("9.5"), actual_shown="达成年度指标"),
         q(CONTENT, SATISFIED, "服务对象满意度（%）", "atLeast", "95", "%", 10, "98.6")],
        funds(("1200", "1280", "1274.36"), ("96.5", "96.5", "96.5"), ("120", "120", "118.2")))


def pensions() -> Project:
    return Project(
        "QL-2024-02", "城乡居民养老保险经办服务项目", "青岚市社会保险服务中心", "青岚市人力资源和社会保障局",
        "1.城乡居民养老保险续保不少于6410人；2.待遇按时足额发放；3.领取待遇资格认证率不低于99%。",
        [q(OUTPUT, QUANTITY, "城乡居民养老保险续保人数（人）", "atLeast", "6410", "人", 15, "6588"),
         q(OUTPUT, QUANTITY, "发放养老待遇人数（万人）", "atLeast", "3.26", "万人", 10, "3.31"),
         q(OUTPUT, QUALITY, "待遇发放准确率（%）", "atLeast", "99.5", "%", 10, "99.92"),
         q(OUTPUT, TIME, "月度待遇发放批次（批）", "equal", "12", "批", 8, "12"),
         q(OUTPUT, COST, "单笔经办成本（元）", "atMost", "6.5", "元", 7, "6.18"),
         q(BENEFIT, ECONOMIC, "基金委托投资收益（万元）", "atLeast", "380", "万元", 10, "402.15"),
         q(BENEFIT, SOCIAL, "适龄居民参保率（%）", "atLeast", "97", "%", 10, "98.1"),
         q(BENEFIT, LASTING, "经办窗口等候时间（分钟）", "between", (F(5), F(15)), "分钟", 10, "11"),
         q(CONTENT, SATISFIED, "参保群众满意度（%）", "atLeast", "92", "%", 10, "95.4")],
        funds(("320.5", "318", "311.42"), ("0", "0", "0"), ("15", "15", "15")))


def kindergartens() -> Project:
    return Project(
        "QL-2024-03", "普惠性幼儿园扩容改造项目", "青岚市望溪区教育发展中心", "青岚市教育局",
        "新增普惠性学位不少于600个，完成8所幼儿园改造。",
        [q(OUTPUT, QUANTITY, "改造幼儿园数量（所）", "atLeast", "8", "所", 20, "8"),
         q(OUTPUT, QUALITY, "工程验收合格率（%）", "atLeast", "100", "%", 20, "100"),
         q(OUTPUT, COST, "单位学位改造成本（万元）", "atMost", "1.2", "万元", 10, "1.15"),
         q(BENEFIT, SOCIAL, "新增普惠性学位（个）", "atLeast", "600", "个", 30, "640"),
         q(CONTENT, SATISFIED, "家长满意度（%）", "atLeast", "90", "%", 10, "96")],
        funds(("700", "700", "688.4"), ("0", "0", "0"), ("50", "50", "50")))


def water() -> Project:
    """Typed units, odd digits, and one target that is not the one issued."""
    p = Project(
        "QL-2024-04", "农村供水管网更新项目", "云渚县农村供水管理站", "云渚县水务局",
        "更新管网不少于26千米，受益人口不少于1.1万人，水质达标率不低于95%。",
        [q(OUTPUT, QUANTITY, "更新供水管网长度（千米）", "atLeast", "26", "千米", 12, "27.4"),
         q(OUTPUT, QUANTITY, "培训村级管水员人数（人）", "atLeast", "200", "人", 8, "217", actual_shown="217人"),
         q(OUTPUT, QUANTITY, "清淤疏浚渠道长度（米）", "atLeast", "1200", "米", 10, "1234.5", actual_shown="1,234.5"),
         q(OUTPUT, QUALITY, "出厂水质达标率（%）", "atLeast", "95", "%", 10, "95.09", actual_shown="95.09%"),
         q(OUTPUT, TIME, "抢修到场时间（小时）", "atMost", "4", "小时", 5, "3"),
         q(OUTPUT, COST, "每千米改造成本（万元）", "atMost", "18.5", "万元", 5, "18.2"),
         q(BENEFIT, SOCIAL, "受益人口（万人）", "atLeast", "1.1", "万人", 15, "1.26", actual_shown="1.26万"),
         q(BENEFIT, ECOLOGY, "管网漏损率（%）", "atMost", "12", "%", 15, "10.8",
           own_target=F(15)),
         q(CONTENT, SATISFIED, "用水户满意度（%）", "atLeast", "90", "%", 10, "94", actual_shown="９４％")],
        funds(("480", "480", "476.9"), ("22.6", "22.6", "22.6"), ("30", "30", "28.75")))
    p.rows[0].actual_shown = "２７．４"
    return p


def elderly() -> Project:
    """Honest shortfalls, one without its reason, and a total that is not the sum."""
    p = Project(
        "QL-2024-05", "居家养老服务补贴项目", "云渚县民政事务服务中心", "云渚县民政局",
        "为不少于1500名老年人提供居家养老服务，建成社区助餐点12个。",
        [q(OUTPUT, QUANTITY, "享受补贴老年人数（人）", "atLeast", "1500", "人", 12, "1387",
           reason="部分老年人随子女外迁，9月起停发；已开展摸底，2025年4月底前补充纳入符合条件的对象。"),
         q(OUTPUT, QUANTITY, "建成社区助餐点（个）", "atLeast", "12", "个", 10, "9"),
         q(OUTPUT, QUANTITY, "上门服务人次（万人次）", "atLeast", "2.4", "万人次", 8, "3.36",
           reason="新增周末上门服务，服务频次提高；下年度指标值按实际调整。"),
         q(OUTPUT, QUALITY, "服务回访合格率（%）", "atLeast", "95", "%", 10, "96.3"),
         q(OUTPUT, COST, "每人每月补贴标准（元）", "atMost", "300", "元", 10, "300"),
         q(BENEFIT, SOCIAL, "老年人意外事故发生数（起）", "atMost", "2", "起", 15, "3",
           reason="7月发生一起浴室滑倒事故；已为独居老人加装扶手，6月底前全部完成。"),
         q(BENEFIT, LASTING, "服务人员持证率（%）", "atLeast", "80", "%", 15, "84.5"),
         q(CONTENT, SATISFIED, "老年人满意度（%）", "atLeast", "95", "%", 10, "95.8")],
        funds(("540", "560", "512.4"), ("40", "40", "40"), ("60", "60", "57.36")))
    return p


def culture() -> Project:
    return Project(
        "QL-2024-06", "乡镇综合文化服务中心提升项目", "云渚县文化馆", "云渚县文化广电和旅游局",
        "提升乡镇综合文化服务中心14个，全年开展群众文化活动不少于160场。",
        [q(OUTPUT, QUANTITY, "提升乡镇文化服务中心数量（个）", "atLeast", "14", "个", 15, "14"),
         q(OUTPUT, QUANTITY, "开展群众文化活动场次（场）", "atLeast", "160", "场", 15, "172"),
         q(OUTPUT, QUALITY, "设施设备完好率（%）", "atLeast", "95", "%", 10, "97.2"),
         q(OUTPUT, TIME, "延时开放天数（天）", "atLeast", "52", "天", 10, "60"),
         q(BENEFIT, SOCIAL, "群众参与人次（万人次）", "atLeast", "4.2", "万人次", 20, "5.03"),
         q(BENEFIT, LASTING, "文化志愿服务队伍（支）", "atLeast", "14", "支", 10, "16"),
         q(CONTENT, SATISFIED, "群众满意度（%）", "atLeast", "90", "%", 10, "93.5")],
        funds(("260", "260", "251.8"), ("0", "0", "0"), ("10", "10", "10")))


def with_formulas(book: Book):
    """Fund and score totals as the formulas a careful unit leaves in."""
    s = next(s for s in book.sheets if "total" in s.marks)
    first, last = s.marks["score", 0], max(v for k, v in s.marks.items() if isinstance(k, tuple) and k[0] == "score")
    at = s.marks["fund", 0, "score"]
    r, c = s.marks["total"]
    s.set(r, c, Formula(f"{ref(*at)}+SUM({ref(*first)}:{ref(*last)})", s.value(r, c)))
    for key in ("initial", "budget", "executed"):
        r, c = s.marks["fund", 0, key]
        s.set(r, c, Formula(f"SUM({ref(r + 1, c)}:{ref(r + 3, c)})", s.value(r, c)))
    return book


def legacy(book: Book, path: Path):
    """The same form saved by an old program: a real .xls, whatever its name says."""
    out = xlwt.Workbook(encoding="utf-8")
    for s in book.sheets:
        sheet = out.add_sheet(s.name, cell_overwrite_ok=True)
        sheet.portrait = not s.landscape
        sheet.fit_num_pages, sheet.fit_width_to_pages, sheet.fit_height_to_pages = 1, 1, 0
        for col, width in s.widths.items():
            sheet.col(col - 1).width = int(width * 256)
        for row, height in s.heights.items():
            sheet.row(row - 1).height_mismatch = True
            sheet.row(row - 1).height = int(height * 20)
        merged = {(r, c) for a, b, c2, d in s.merges for r in range(a, c2 + 1) for c in range(b, d + 1)}
        for a, b, c, d in s.merges:
            value, style = s.cells[a, b]
            sheet.write_merge(a - 1, c - 1, b - 1, d - 1, plain_value(value), xlwt.easyxf(legacy_style(style)))
        for (r, c), (value, style) in sorted(s.cells.items(), key=lambda item: item[0]):
            if (r, c) not in merged:
                sheet.write(r - 1, c - 1, plain_value(value),
                            xlwt.easyxf(legacy_style(style), num_format_str=style.fmt))
    out.save(str(path))


def plain_value(value):
    return float(value.text) if isinstance(value, Num) else "" if value is None else value


def legacy_style(style: Style) -> str:
    border = "borders: left thin, right thin, top thin, bottom thin; " if style.border else ""
    return (f"font: name {style.font}, height {int(float(style.size) * 20)}; {border}"
            f"align: horiz {style.h or 'general'}, vert {style.v}, wrap {'on' if style.wrap else 'off'}")


def first_returns(returns: Path):
    """The returns of samples/03 that were typed into old forms; make_round.py writes the others."""
    for sub in ("人社局", "教育局", "水务局", "民政局", "文旅局"):
        (returns / sub).mkdir(parents=True, exist_ok=True)

    with_formulas(draw(employment(), Looks(printed=True, modified="2025-03-12T07:41:00Z"),
                       "全年城镇新增就业5590人，补贴性职业技能培训1402人次；“一网通办”平台11月上线并通过验收。")).save(
        returns / "人社局" / "公共就业服务能力提升项目_自评表.xlsx")
    draw(pensions(), Looks(printed=True, rate_column=True, cover=True, modified="2025-03-13T02:18:00Z"),
         "续保6588人，按月足额发放养老待遇，资格认证率99.4%。").save(returns / "人社局" / "养老保险经办_自评表.xlsx")

    legacy(draw(kindergartens(), Looks(printed=True), "改造幼儿园8所，新增普惠性学位640个。"), returns / "教育局" / "幼儿园扩容自评表.xlsx")

    draw(water(), Looks(printed=True, modified="2025-03-17T09:05:00Z"), "更新管网27.4千米，受益1.26万人。").save(
        returns / "水务局" / "农村供水自评表（报送稿）.xlsx")

    p = elderly()
    book = draw(p, Looks(printed=True, modified="2025-03-18T08:22:00Z"), "享受补贴1387人，建成助餐点9个，上门服务3.36万人次。")
    s = book.sheets[0]
    r, c = s.marks["fund", 0, "executed"]
    s.set(r, c, money(F("619.76")))              # 609.76: two digits of the total do not agree
    rate = F("619.76") / F("660")
    s.set(*s.marks["fund", 0, "rate"], Num(plain(F(half_up(rate * 100)) / 100)))
    s.set(*s.marks["fund", 0, "score"], Num(plain(F(half_up(rate * 10)))))
    s.set(*s.marks["total"], Num(plain(claimed_total(s, p))))
    book.save(returns / "民政局" / "居家养老自评表.xlsx")

    p = culture()
    p.name = "乡镇综合文化站服务提升项目"
    looks = Looks(printed=True, dialect="wps", cover=True, notes_sheet=True, stray=True,
                  modified="2025-03-19T10:57:00Z")
    book = draw(p, looks,
                "提升文化服务中心14个，开展活动172场，参与5.03万人次。")
    s = next(s for s in book.sheets if "total" in s.marks)
    s.hidden_rows.add(s.marks["actual", 3][0])   # a row someone hid and forgot
    s.insert_rows(s.marks["fundHead"][0])
    s.insert_rows(3)
    s.put(3, 1, "填报单位（盖章）：云渚县文化馆", PLAIN.but(h="left", wrap=False))
    with_formulas(book).save(returns / "文旅局" / "文化站提升-自评表(终稿).xlsx", "wps")


def main():
    samples = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples"
    first = samples / "01-employment-programme" / "input"
    second = samples / "02-labour-office" / "input"
    for folder in (first, second):
        folder.mkdir(parents=True, exist_ok=True)
    sample_01().save(first / "自评表.xlsx")
    sample_02().save(second / "劳动所项目绩效评价表.xlsx")


if __name__ == "__main__":
    main()
