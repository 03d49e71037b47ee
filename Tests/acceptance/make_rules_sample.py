"""Sample 05: a province's own rules on one form, and every score worked out again.

make_rules_sample.py writes the return; make_rules_sample.py --check holds the recorded results
against the rules of the scheme file, written here a second time, in fractions.
"""
from __future__ import annotations

import json
import sys
from datetime import date
from fractions import Fraction as F
from pathlib import Path

from oracle import half_up
from typed_sheet import TypedBook

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "05-rules"

FORM = """
| 项目支出绩效自评表 | < | < | < | < | < | < | < | < | < | < | < |
| （2024年度） | < | < | < | < | < | < | < | < | < | < | < |
| 项目名称 | < | < | 老旧小区改造 | < | < | < | < | < | < | < | < |
| 主管部门 | < | < | 临江省桐溪县住房和城乡建设局 | < | < | < | 实施单位 | < | 桐溪县城市更新服务中心 | < | < |
| 项目资金（万元） | < | < | | 年初预算数 | < | 全年预算数 | 全年执行数 | 分值 | 执行率 | < | 得分 |
| ^ | ^ | ^ | 年度资金总额 | 860 | < | 860 | 752.4 | 10 | %0.8749 | < | 8 |
| ^ | ^ | ^ | 当年财政拨款 | 700 | < | 700 | 612.4 | — | %0.8749 | < | — |
| ^ | ^ | ^ | 上年结转资金 | 160 | < | 160 | 140 | — | %0.875 | < | — |
| ^ | ^ | ^ | 其他资金 | 0 | < | 0 | 0 | — | — | < | — |
| 年度总体目标 | 预期目标 | < | < | < | < | 实际完成情况 | < | < | < | < | < |
| ^ | 完成24个小区改造，补齐停车和供水短板。 | < | < | < | < | 13个小区完工，其余11个在建。 | < | < | < | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 计量单位 | 基期值 | 年度指标值 | 实际完成值 | 分值 | 得分 | 扣减分数 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 完成改造小区 | 个 | | ≥24 | 13 | 8 | 4.33 | | 11个小区因管线迁改推迟，次年6月前完工。 |
| ^ | ^ | ^ | 新增停车位 | 个 | | ≥500 | 780 | 8 | 7.2 | | 闲置地块一并改造，下年按实际测算。 |
| ^ | ^ | ^ | 更换危旧燃气管 | 公里 | | ≥12 | 不涉及 | 4 | | | 管网已由燃气公司先行更换。 |
| ^ | ^ | 质量指标 | 工程验收合格率 | % | | ≥98 | 98.6 | 8 | 8 | 1 | 一处屋面返工，按合同扣减。 |
| ^ | ^ | ^ | 供水漏损率 | % | 14 | ≤9 | 10.2 | 6 | 4.56 | | 两条支管次年更换。 |
| ^ | ^ | 时效指标 | 首批工程竣工时间 | | | 2024年11月底前 | 2024-12-18 | 6 | 5.4 | | 雨季停工18天。 |
| ^ | ^ | 成本指标 | 项目成本控制 | 万元 | | ≤860 | 752.4 | 5 | 3 | | |
| ^ | ^ | ^ | 单位改造成本 | 元/平方米 | | ≤1280 | 1345 | 5 | 4.75 | | 防水材料涨价。 |
| ^ | 效益指标 | 社会效益指标 | 居民投诉件数 | 件 | 60 | ≤40 | 46 | 10 | 7 | | 停水通知不及时，已改为提前三天告知。 |
| ^ | ^ | ^ | 投诉按期办结率 | % | | ＝100 | 99 | 8 | 7.92 | | 2件因鉴定超期。 |
| ^ | ^ | 可持续影响指标 | 长效管护制度 | | | 制度健全 | 部分达成 | 6 | 4.2 | | 维修资金续筹办法未出台。 |
| ^ | ^ | 生态效益指标 | 建筑垃圾回收利用率 | % | | ≥30 | 33.4 | 6 | 6 | | |
| ^ | 满意度指标 | 服务对象满意度指标 | 居民满意度 | % | | ≥90 | 83.6 | 10 | 9 | | 施工噪声意见集中，已错时施工。 |
| 总分 | < | < | < | < | < | < | < | 100 | 79.36 | | |
"""


def write():
    book = TypedBook()
    book.sheet("项目支出绩效自评表", [9, 10, 13, 24, 10, 8, 15, 13, 7, 8, 9, 36], FORM, title_rows=2)
    (SAMPLE / "input").mkdir(parents=True, exist_ok=True)
    book.save(SAMPLE / "input" / "城市更新服务中心_自评表.xlsx")


# ---- The rules, a second time ---------------------------------------------------------------------

def gated(share):
    return F(0) if share < F(60, 100) else share


def over(rate):
    return 1 - (F(20, 100) if rate > 2 else F(10, 100) if rate > F(3, 2) else 0)


def satisfaction(actual, points):
    return points if actual >= 90 else max(F(0), points - (90 - actual) // 5)


def control(budget, spent):
    off = abs(budget - spent) / budget * 100
    return next((F(p) for edge, p in ((10, 5), (15, 3), (20, 1)) if off <= edge), F(0))


def execution(executed, budget):
    rate = executed / budget * 100
    return F(10) if rate >= 95 else F(8) if rate >= 85 else F(5) if rate >= 70 else F(0)


def late(days, points):
    return max(F(0), points - points * F(10, 100) * (days // 10))


DAYS = (date(2024, 12, 18) - date(2024, 11, 30)).days
# By row: its score before the block is scaled; None where it does not apply.
SCORES = [
    8 * gated(F(13, 24)), 8 * over(F(780, 500)), None, F(8) - 1,
    6 * gated((14 - F("10.2")) / (14 - F(9))), late(DAYS, F(6)), control(F(860), F("752.4")),
    5 * gated(1 - F(1345 - 1280, 1280)), 10 * gated(F(60 - 46, 60 - 40)), F(0), 6 * F(70, 100), F(6),
    satisfaction(F("83.6"), F(10)),
]


def check():
    entry = json.loads((SAMPLE / "expected" / "results.json").read_text("utf-8"))["returns"][0]
    problems = []

    def same(what, was, due):
        if was != due:
            problems.append(f"{what}: {was}, should be {due}")

    for row, due in zip(entry["indicators"], SCORES, strict=True):
        same(row["name"], row["score"], None if due is None else half_up(due))
    rounded = [F(half_up(s)) for s in SCORES if s is not None]
    # 不涉及的4分由产出其他指标按比例承担。
    blocks = [F(half_up(sum(rounded[:7]) * 50 / 46)), sum(rounded[7:11]), rounded[11]]
    same("执行率", entry["execution"]["score"], half_up(execution(F("752.4"), F(860))))
    for block, due in zip(entry["blocks"][-3:], blocks, strict=True):
        same(block["name"], block["score"], half_up(due))
    same("总分", entry["total"], half_up(sum(blocks) + execution(F("752.4"), F(860))))
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{len(SCORES)} rows, {len(problems)} differences")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(check() if "--check" in sys.argv else write())
