"""Invented projects with indicators of every kind; all figures are exact decimals."""
from __future__ import annotations

import random
from fractions import Fraction as F

import oracle
from book import Num
from form import FIGURE, PERCENT, SOURCES, Fund, Project, Row

PLACES = ("青岚市", "云渚县", "望溪区", "临汀县", "栖霞谷县", "澄湾市", "松陵区", "雁丘县", "白苹县", "鹿鸣区", "沧屿市", "晴川谷县")
FIELDS = (
    ("人力资源和社会保障局", "就业服务中心", ("职业技能提升", "零工市场建设", "创业担保贴息", "公益性岗位补贴", "劳动监察执法")),
    ("教育局", "教育发展中心", ("义务教育营养改善", "校舍维修改造", "普惠性学前教育", "教师培训", "智慧校园建设")),
    ("水务局", "水利工程站", ("农村供水保障", "小型水库除险", "灌区节水改造", "河道清淤", "水土流失治理")),
    ("农业农村局", "农技推广站", ("高标准农田", "病虫害统防统治", "农机购置补贴", "种质资源保护", "农产品检测")),
    ("民政局", "社会救助服务站", ("居家养老服务", "困境儿童关爱", "社区助餐", "残疾人两项补贴", "殡葬设施改造")),
    ("文化广电和旅游局", "文化馆", ("公共文化场馆开放", "非遗传承保护", "乡村文化活动", "图书馆服务", "文物安全巡查")),
)
# tier 1, tier 2, name, unit, direction, lowest and highest target, decimals
INDICATORS = (
    ("产出指标", "数量指标", "服务对象人数", "人", "atLeast", 80, 9000, 0),
    ("产出指标", "数量指标", "受益人次", "万人次", "atLeast", 1, 80, 2),
    ("产出指标", "数量指标", "开展活动场次", "场", "atLeast", 6, 260, 0),
    ("产出指标", "数量指标", "建设点位数量", "个", "atLeast", 3, 90, 0),
    ("产出指标", "数量指标", "完成改造长度", "千米", "atLeast", 2, 120, 1),
    ("产出指标", "数量指标", "巡查检查次数", "次", "equal", 4, 52, 0),
    ("产出指标", "数量指标", "购置设备数量", "台", "atLeast", 2, 400, 0),
    ("产出指标", "数量指标", "发放补贴金额", "万元", "atLeast", 20, 900, 2),
    ("产出指标", "质量指标", "验收合格率", "%", "atLeast", 85, 98, 0),
    ("产出指标", "质量指标", "培训合格率", "%", "atLeast", 80, 96, 1),
    ("产出指标", "质量指标", "平台建成并通过验收", "是/否", "yesNo", 0, 0, 0),
    ("产出指标", "质量指标", "抽检差错率", "%", "atMost", 1, 5, 1),
    ("产出指标", "时效指标", "资金按时拨付率", "%", "atLeast", 90, 99, 0),
    ("产出指标", "时效指标", "平均办结时限", "工作日", "atMost", 3, 20, 0),
    ("产出指标", "时效指标", "年度任务按期完成", "是/否", "yesNo", 0, 0, 0),
    ("产出指标", "成本指标", "单位成本", "元", "atMost", 60, 4000, 0),
    ("产出指标", "成本指标", "项目总成本", "万元", "atMost", 50, 2000, 2),
    ("效益指标", "经济效益指标", "带动增收金额", "万元", "atLeast", 30, 3000, 1),
    ("效益指标", "经济效益指标", "单位面积增产比例", "%", "atLeast", 3, 12, 1),
    ("效益指标", "社会效益指标", "重大责任事故", "起", "atMost", 0, 0, 0),
    ("效益指标", "社会效益指标", "新增就业岗位", "个", "atLeast", 10, 800, 0),
    ("效益指标", "社会效益指标", "政策知晓率", "%", "atLeast", 70, 90, 0),
    ("效益指标", "社会效益指标", "服务半径", "千米", "between", 2, 8, 1),
    ("效益指标", "生态效益指标", "减少排放量", "吨", "atLeast", 5, 600, 1),
    ("效益指标", "生态效益指标", "环境投诉件数", "件", "atMost", 2, 30, 0),
    ("效益指标", "可持续影响指标", "长效机制健全程度", "定性", "level", 0, 0, 0),
    ("效益指标", "可持续影响指标", "设施持续运行率", "%", "atLeast", 85, 97, 0),
    ("满意度指标", "服务对象满意度指标", "服务对象满意度", "%", "atLeast", 85, 96, 0),
    ("满意度指标", "服务对象满意度指标", "基层单位满意度", "%", "atLeast", 82, 95, 0),
    ("满意度指标", "服务对象满意度指标", "群众投诉办结率", "%", "atLeast", 88, 98, 1),
)
BLOCKS = {"产出指标": 50, "效益指标": 30, "满意度指标": 10}
QUALIFIERS = ("", "城区", "乡镇", "第二批", "重点", "续建", "试点", "本级")
CAUSES = ("受汛期影响工期顺延", "部分对象外迁", "采购流标后重新组织", "配套资金到位较晚", "需求比预计旺盛", "统计口径年中调整")


class Inventor:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.n = 0

    def decimal(self, low, high, places):
        scale = 10 ** places
        return F(self.r.randint(int(low * scale), int(high * scale)), scale)

    def project(self) -> Project:
        """A new project with its indicators as issued; nothing is filled in yet."""
        n = self.n
        self.n += 1
        place = PLACES[n % len(PLACES)]
        bureau, unit, topics = FIELDS[n // len(PLACES) % len(FIELDS)]
        batch = n // (len(PLACES) * len(FIELDS))
        topic = topics[batch % len(topics)]
        name = f"{place}{topic}项目" + (f"（{batch // len(topics) + 1}期）" if batch >= len(topics) else "")
        p = Project(f"XM{n + 1:05}", name, place + unit, place + bureau,
                    f"完成{name}{self.r.randint(3, 9)}项年度任务，服务对象满意度达到预期。")
        p.rows = self.rows()
        p.funds = self.funds()
        return p

    def rows(self):
        r = self.r
        counts = (r.randint(3, 15), r.randint(1, 7), r.randint(1, 3))
        rows = []
        for (block, points), count in zip(BLOCKS.items(), counts):
            pool = [(t, q) for t in INDICATORS if t[0] == block for q in QUALIFIERS]
            chosen = sorted(r.sample(pool, count), key=lambda x: INDICATORS.index(x[0]))
            for (item, qualifier), part in zip(chosen, self.split(points, count)):
                rows.append(self.row(item, qualifier, part))
        return rows

    def split(self, points, count):
        """Points by halves, each at least one, that add up."""
        cuts = sorted(self.r.sample(range(1, 2 * points // 2), count - 1))
        whole = [b - a for a, b in zip([0] + cuts, cuts + [points])]
        parts = [F(w) for w in whole]
        if count > 1 and self.r.random() < 0.3:
            parts[0] += F(1, 2)
            parts[1] -= F(1, 2)
        return parts

    def row(self, item, qualifier, points):
        tier1, tier2, stem, unit, direction, low, high, places = item
        name = f"{qualifier}{stem}（{unit}）"
        if direction == "yesNo":
            target = "是"
        elif direction == "level":
            target, unit = "达成", ""
        elif direction == "between":
            target = (self.decimal(low, high, places), self.decimal(high + 1, high * 3, places))
        else:
            target = self.decimal(low, high, places)
        return Row(tier1, tier2, name, direction, target, unit, points)

    def funds(self):
        r = self.r
        out = []
        for n, source in enumerate(SOURCES):
            if n and r.random() < 0.4:
                out.append(Fund(source, F(0), F(0), F(0)))
                continue
            initial = self.decimal(8, 1500 if n == 0 else 200, 2)
            budget = initial if r.random() < 0.6 else initial + self.decimal(1, 5, 2)
            out.append(Fund(source, initial, budget, budget))
        return out

    # ---- what the unit reports -------------------------------------------------------------

    def meet(self, p: Project, spend_all=False):
        """Every target met, and no figure that would ask for a remark."""
        for row in p.rows:
            self.fill(row, self.met_value(row))
        for f in p.funds:
            f.executed = f.budget
        if not spend_all:
            f = p.funds[0]
            f.executed = f.budget - self.decimal(0, f.budget / 25, 2)
            if f.executed == f.budget:
                f.executed -= F(1, 100)

    def met_value(self, row):
        t = row.target
        if row.direction == "yesNo":
            return "是"
        if row.direction == "level":
            top = row.points
            row.judged = top if self.r.random() < 0.5 else F(oracle.half_up(top * F(9, 10), 1))
            return "达成"
        if row.direction == "between":
            return self.decimal(t[0], t[1], 1)
        if row.direction == "equal":
            return t
        places = next(k for k in range(4) if (t * 10 ** k).denominator == 1)
        if row.direction == "atMost":
            return F(0) if t == 0 else max(F(1, 10 ** places), self.decimal(t * F(7, 10), t, places))
        if row.unit == "%" and t > 80:
            return self.decimal(t, 100, max(places, 2))
        return self.decimal(t, t * F(128, 100), places)

    def fill(self, row, actual, shown=None):
        """Set the reported value and one of the ways a unit writes it."""
        row.actual, row.actual_shown = actual, shown
        if shown is not None or isinstance(actual, str):
            if row.direction == "level" and shown is None:
                row.actual_shown = self.r.choice(
                    {"达成": ("达成", "达成年度指标"), "部分达成": ("部分达成", "部分达成年度指标并具有一定效果"),
                     "未达成": ("未达成", "未达成年度指标且效果较差")}[actual])
                row.claimed = Num(oracle.plain(row.points if row.judged is None else row.judged))
            return
        if row.unit == "%":
            if actual > F(3, 2) and self.r.random() < 0.5:
                row.actual_shown, row.actual_style = Num(oracle.plain(actual)), FIGURE
            else:
                row.actual_shown, row.actual_style = Num(oracle.plain(actual / 100)), PERCENT
        elif row.unit == "万元":
            row.actual_style = FIGURE.but(fmt="#,##0.00")

    def fall_short(self, p: Project):
        """Some targets missed, some far exceeded, each with its reason; returns their indices."""
        self.meet(p)
        hit = []
        for n, row in enumerate(p.rows):
            if self.r.random() > 0.35 and (hit or n < len(p.rows) - 1):
                continue
            actual = self.short_value(row)
            if actual is None:
                continue
            self.fill(row, actual)
            row.reason = self.reason(p, n)
            hit.append(n)
        return hit

    def short_value(self, row):
        t, r = row.target, self.r
        if row.direction == "yesNo":
            return "否"
        if row.direction == "level":
            word = r.choice(("部分达成", "未达成"))
            top, bottom = (row.points * b for b in oracle.LEVELS[word])
            row.judged = F(oracle.half_up(bottom + (top - bottom) * F(r.randint(2, 8), 10), 2))
            return word
        if row.direction == "between":
            return F(oracle.half_up(t[0] * F(r.randint(60, 95), 100), 2)) if r.random() < 0.5 else \
                F(oracle.half_up(t[1] * F(r.randint(105, 160), 100), 2))
        if t == 0:
            return F(r.randint(1, 3))
        if row.direction == "atMost":
            return F(oracle.half_up(t * F(r.randint(104, 190), 100) + F(1, 100), 2))
        if row.direction == "atLeast" and row.unit != "%" and r.random() < 0.25:
            return F(oracle.half_up(t * F(r.randint(135, 260), 100) + F(1, 100), 2))
        if row.direction == "equal" and r.random() < 0.5:
            return t + r.randint(1, 4)
        return F(oracle.half_up(t * F(r.randint(45, 98), 100), 2))

    def reason(self, p, n):
        return f"{self.r.choice(CAUSES)}，{p.name}第{n + 1}项已列入{self.r.randint(4, 11)}月整改计划，由{p.unit}负责。"
