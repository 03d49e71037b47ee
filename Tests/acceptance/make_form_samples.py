"""The filled samples of the forms without points and of departments, typed in after their layouts.

make_form_samples.py [FOLDER] writes the inputs below FOLDER (samples/forms);
make_form_samples.py --check [FOLDER] holds the recorded results against the rules, in fractions.
"""
from __future__ import annotations

import json
import sys
from fractions import Fraction as F
from pathlib import Path

from oracle import half_up
from typed_sheet import TypedBook

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / "samples" / "forms"


# ---- 湖南：县级专项资金 -------------------------------------------------------------------------

HUNAN = """
| 2020年度县级专项资金绩效目标自评表 | < | < | < | < | < | < |
| 专项资金名称 | < | 县级储备粮 | < | 负责人及电话 | < | 何某、陈某 |
| 县级主管部门 | < | 云峰县商务和粮食局 | < | 实施单位 | < | 粮食调控储备与产业发展股 |
| 项目资金\\n(万元) | | < | < | 全年预算数(A) | 全年执行数(B) | 执行率(B/A) |
| ^ | 年度资金总额 | < | < | 194.9 | 186.35 | '95% |
| ^ | 其中:中央、省、市补助 | < | < | 30 | 30 | '100% |
| ^ | 县级资金 | < | < | 158.9 | 150.35 | '94.62% |
| ^ | 其他资金 | < | < | 6 | 6 | '100% |
| 年度\\n总体\\n目标 | 年初设定目标 | < | < | 全年实际完成情况 | < | < |
| ^ | 保持和稳定地方粮食储备机制 | < | < | 地方储备粮食规模达标 | < | < |
| 绩\\n效\\n指\\n标 | 一级\\n指标 | 二级\\n指标 | 三级指标 | 年度指标\\n值 | 全年\\n完成值 | 未完成原因和\\n改进措施 |
| ^ | 产\\n出\\n指\\n标 | 数量\\n指标 | 5000吨稻谷、500吨成品粮储备到位率 | '100% | '96.4% | 成品粮轮出后未及时补库，缺198吨，已于次年1月补足。 |
| ^ | ^ | ^ | 库存数量真实率 | '100% | '100% | |
| ^ | ^ | 质量\\n指标 | 县级储备粮管理制度严格执行率 | '100% | '100% | |
| ^ | ^ | ^ | 储备粮管理专户管理率 | '100% | '100% | |
| ^ | ^ | ^ | 县级储备粮库存粮食明显变质比例 | 0 | 0 | |
| ^ | ^ | 时效\\n指标 | 县级储备粮贷款付息及时率 | '100% | '91.7% | |
| ^ | ^ | ^ | 县级储备粮应急保障率 | '100% | '100% | |
| ^ | ^ | 成本\\n指标 | 国家政策性粮收购价格执行率 | '100% | '100% | |
| ^ | ^ | ^ | 县级储备粮库存成本核算率 | '100% | '100% | |
| ^ | 效\\n益\\n指\\n标 | 经济\\n效益\\n指标 | 利息费用保障率 | '100% | '100% | |
| ^ | ^ | ^ | 政策性挂账利息补贴保障率 | '100% | 无 | 没有轮换、动用库存 |
| ^ | ^ | 生态\\n效益\\n指标 | 低温、低氧、低剂量科学保粮率 | '100% | '100% | |
| ^ | ^ | ^ | 食品安全指标达标率 | '100% | '100% | |
| ^ | ^ | 可持\\n续影\\n响指\\n标 | 粮食储备设备维护及安全性 | 高 | 高 | |
| ^ | 满意\\n度指\\n标 | 服务\\n对象\\n满意\\n度指\\n标 | 因粮食市场波动引起的粮食安全事件发生数 | '0起 | '0起 | |
| ^ | ^ | ^ | 市民满意度调查 | ≥90% | '100% | |
| 说明 | 无 | < | < | < | < | < |
| 注:1、其他资金包括和中央、省、市补助、地方财政资金共同投入到同一项目的自有资金、社会资金,以及以前年度的结转结余资金等。 | < | < | < | < | < | < |
"""


def hunan(folder: Path):
    book = TypedBook()
    book.sheet("绩效目标自评表", [9, 9, 9, 34, 13, 13, 26], HUNAN)
    book.save(folder / "县级储备粮.xlsx")


# ---- 转移支付 -----------------------------------------------------------------------------------

TRANSFER = """
| 转移支付区域（项目）绩效自评表 | < | < | < | < | < | < |
| （2023年度） | < | < | < | < | < | < |
| 转移支付名称 | < | 水利发展资金（小型水库除险加固） | < | < | < | < |
| 中央主管部门 | < | 水利主管部门 | < | < | < | < |
| 地方主管部门 | < | 松原省水利厅 | < | 资金使用单位 | 云岭县水利局 | < |
| 资金情况\\n（万元） | | < | 全年预算数（A） | 全年执行数（B） | 其中：待支付 | 预算执行率（B/A） |
| ^ | 年度资金总额 | < | 1620 | 1583.46 | 146.2 | %0.9774 |
| ^ | 其中：中央补助 | < | 1200 | 1200 | 146.2 | %1 |
| ^ | 地方资金 | < | 320 | 294.46 | 0 | %0.92 |
| ^ | 其他资金 | < | 100 | 89 | 0 | %0.89 |
| 资金管理情况 | 分配科学性 | < | 按水库安全鉴定结论和工程量测算分配，符合资金管理办法。 | < | < | < |
| ^ | 下达及时性 | < | 省级在收到中央资金后30日内下达。 | < | < | < |
| ^ | 拨付合规性 | < | 按工程进度拨付，没有以拨代支。 | < | < | < |
| ^ | 使用规范性 | < | 请填写存在的问题和改进措施 | < | < | < |
| ^ | 执行准确性 | < | 执行数含质保金146.2万元，年底未支付。 | < | < | < |
| ^ | 预算绩效管理情况 | < | 绩效目标随资金下达，8月开展监控。 | < | < | < |
| ^ | 支出责任履行情况 | < | 地方资金足额到位。 | < | < | < |
| 总体目标完成情况 | 总体目标 | < | < | 全年实际完成情况 | < | < |
| ^ | 完成小型水库除险加固12座，恢复防洪库容。 | < | < | 完成小型水库除险加固11座，1座因汛期推迟。 | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施 |
| ^ | 产出指标 | 数量指标 | 小型水库除险加固座数（座） | ≥12 | 11 | 石桥水库因汛期推迟到次年3月完工。 |
| ^ | ^ | ^ | 安装雨水情测报设施（套） | ≥30 | 42 | |
| ^ | ^ | 质量指标 | 工程验收合格率 | '100% | '100% | |
| ^ | ^ | 时效指标 | 截至2023年底投资完成比例 | ≥80% | '97.74% | |
| ^ | ^ | 成本指标 | 单座加固平均成本（万元） | ≤135 | 143.95 | |
| ^ | 效益指标 | 社会效益指标 | 保护下游人口（万人） | ≥2.6 | 2.6 | |
| ^ | ^ | 生态效益指标 | 恢复防洪库容（万立方米） | ≥180 | 171.5 | 同石桥水库。 |
| ^ | ^ | 可持续影响指标 | 管护责任人落实率 | '100% | '100% | |
| ^ | 满意度指标 | 服务对象满意度指标 | 受益群众满意度 | ≥90% | '94.3% | |
| 说明 | 无 | < | < | < | < | < |
| 注：1.资金使用单位按项目绩效目标填报，主管部门和财政部门汇总时按区域绩效目标填报。\\n2.其他资金包括与中央财政资金、地方财政资金共同投入到同一项目的自有资金、社会资金，以及以前年度的结转结余资金等。\\n3.全年执行数是指按照国库集中支付制度要求所形成的实际支出。 | < | < | < | < | < | < |
"""


def transfer(folder: Path):
    book = TypedBook()
    book.sheet("项目绩效自评表", [10, 11, 13, 30, 15, 15, 30], TRANSFER, title_rows=2)
    book.save(folder / "云岭县水利局_水利发展资金.xlsx")


# ---- 部门整体支出 -------------------------------------------------------------------------------

DEPARTMENT = """
| 部门整体支出绩效自评表 | < | < | < | < | < | < | < | < |
| (2023年度) | < | < | < | < | < | < | < | < |
| 部门 | 金竹县茶谷和美丽乡村建设服务中心 | < | < | < | < | < | < | < |
| 预算资金\\n(万元) | | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| ^ | 年度资金总额 | < | 329.77 | 329.77 | 338.31 | 10 | %1.0259 | |
| ^ | 其中:当年财政拨款 | < | 329.77 | 329.77 | 338.31 | — | %1.0259 | — |
| ^ | 上年结转资金 | < | | | | — | | — |
| ^ | 其他资金 | < | | | | — | | — |
| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < |
| ^ | 1.建设徽风皖韵美丽乡村;2.整治美丽宜居自然村庄;3.推进农村改厕提质增效;4.深入开展村庄清洁行动;5.促进茶谷果岭融合发展。 | < | < | < | 1.启动燕溪镇龙口村、花岗乡大坪村等4个精品示范村建设;2.整治美丽宜居自然村庄202个;3.完成农村户用卫生厕所改造3061户;4.全面完成2022年度10个省级中心村各项建设任务,并顺利通过省级验收;加快2023年度10个省级中心村任务,确保2024年通过各级验收。 | < | < | < |
| 绩\\n效\\n指\\n标 | 一级指标 | 二级指标 | 三级指标 | 年度\\n指标值 | 实际\\n完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 指标1:开展精品示范村建设数量 | ≤4 | 4 | 10 | 10 | |
| ^ | ^ | ^ | 指标2:建设美丽宜居自然村庄数量 | ≥200 | 202 | 10 | 10 | |
| ^ | ^ | ^ | 指标3:完成农村户用卫生厕所改造数量 | ≥2000 | 3061 | 10 | 10 | |
| ^ | ^ | ^ | 指标4:新建省级中心村数量 | ≥10 | 10 | 10 | 10 | |
| ^ | ^ | 质量指标 | 指标1:美丽宜居自然村庄验收通过率 | ≥95% | '100% | 5 | 5 | |
| ^ | ^ | ^ | 指标2:户用卫生厕所改造验收通过率 | ≥95% | '100% | 5 | 5 | |
| ^ | ^ | 时效指标 | 指标1:完成美丽宜居自然村庄验收时间 | 9月前 | 7月 | 5 | 5 | |
| ^ | ^ | ^ | 指标2:完成户用卫生厕所改造验收时间 | 11月前 | 10月 | 5 | 5 | |
| ^ | ^ | 成本指标 | 指标1:户用卫生厕所改造奖补标准(元/户) | ≤2000 | 2000 | 10 | 10 | |
| ^ | 效益指标 | 社会效益\\n指标 | 指标1:农村人居环境 | 明显改善 | 明显改善 | 10 | 10 | |
| ^ | 满意度指标 | 服务对象\\n满意度指标 | 指标1:群众满意度 | ≥90% | '95% | 10 | 10 | |
| 总分 | < | < | < | < | < | 100 | | |
"""

# 按任务列资金的一种：合计等于各任务之和，分值在指标值之前。
TASKS = """
| 部门整体支出绩效自评表 | < | < | < | < | < | < | < | < | < |
| （2023年度） | < | < | < | < | < | < | < | < | < |
| 部门名称 | < | 芦溪县文化馆 | < | < | < | < | < | < | < |
| 年度\\n主要\\n任务 | 任务名称 | 完成情况 | < | 预算数 | 其中：财政拨款 | 执行数 | 分值 | 执行率 | 得分 |
| ^ | 公共文化场馆免费开放 | 全年开放312天 | < | 86.5 | 86.5 | 86.5 | | %1 | |
| ^ | 群众文艺创作展演 | 演出46场 | < | 42 | 40 | 39.28 | | %0.9352 | |
| ^ | 非遗传承保护 | 新增省级项目2个 | < | 25.6 | 25.6 | 17.05 | | %0.666 | |
| ^ | 金额合计 | | < | 154.1 | 152.1 | 144.83 | 10 | %0.94 | 9.5 |
| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < | < |
| ^ | 保障场馆免费开放，办好群众文化活动，保护传承非物质文化遗产。 | < | < | < | 场馆全年免费开放，演出46场，新增省级非遗项目2个。 | < | < | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 完成值 | 得分 | 偏差原因 | < |
| ^ | 产出指标 | 数量指标 | 免费开放天数（天） | 15 | ≥310 | 312 | 15 | | < |
| ^ | ^ | ^ | 演出场次（场） | 15 | ≥50 | 46 | 15 | 4场因强降雨取消，已列入下年计划。 | < |
| ^ | ^ | 质量指标 | 活动验收合格率（%） | 10 | ≥95 | 98.4 | 10 | | < |
| ^ | ^ | 时效指标 | 非遗普查完成时间 | 10 | 2023年10月底前 | 2023年11月20日 | 0 | | < |
| ^ | 效益指标 | 社会效益指标 | 服务群众人次（万人次） | 20 | ≥8.5 | 9.12 | 20 | | < |
| ^ | ^ | 可持续影响指标 | 志愿服务队伍（支） | 10 | ≥6 | 6 | 10 | | < |
| ^ | 满意度指标 | 服务对象满意度指标 | 群众满意度（%） | 10 | ≥90 | 93.6 | 10 | | < |
| 总分 | < | < | < | 100 | | | 89.5 | | < |
"""


def department(folder: Path):
    book = TypedBook()
    book.sheet("部门整体支出绩效自评表", [10, 10, 11, 30, 12, 12, 9, 10, 24], DEPARTMENT, title_rows=2)
    book.save(folder / "美丽乡村建设服务中心.xlsx")
    book = TypedBook()
    book.sheet("部门整体支出绩效自评表", [9, 20, 13, 22, 10, 14, 14, 8, 13, 13], TASKS, title_rows=2)
    book.save(folder / "文化馆_按任务.xlsx")


SAMPLES = {"hunan-2020": hunan, "transfer-payment": transfer, "department-overall": department}

# ---- What the rules make of them ----------------------------------------------------------------

MET, NONE = F(1), None

# By sample and file: executed ÷ budget of the total, and for each indicator what is divided by
# what; MET for words and days that are met, 0 for those that are not, NONE for what cannot be read.
HUNAN_RATES = [("96.4", "100"), *[("100", "100")] * 3, MET, ("91.7", "100"), *[("100", "100")] * 4,
               NONE, *[("100", "100")] * 2, "level", MET, ("100", "90")]
TRUTH = {
    ("hunan-2020", "县级储备粮.xlsx"): {"execution": ("186.35", "194.9"), "rates": HUNAN_RATES},
    ("transfer-payment", "云岭县水利局_水利发展资金.xlsx"): {
        "execution": ("1583.46", "1620"),
        "rates": [("11", "12"), ("42", "30"), ("100", "100"), ("97.74", "80"), ("135", "143.95"),
                  ("2.6", "2.6"), ("171.5", "180"), ("100", "100"), ("94.3", "90")]},
    ("department-overall", "美丽乡村建设服务中心.xlsx"): {
        "execution": ("338.31", "329.77"),
        "rates": [("4", "4"), ("202", "200"), ("3061", "2000"), ("10", "10"), ("100", "95"), ("100", "95"),
                  MET, MET, ("2000", "2000"), MET, ("95", "90")],
        "points": [10, 10, 10, 10, 5, 5, 5, 5, 10, 10, 10]},
    ("department-overall", "文化馆_按任务.xlsx"): {
        "execution": ("144.83", "154.1"),
        "rates": [("312", "310"), ("46", "50"), ("98.4", "95"), F(0), ("9.12", "8.5"), ("6", "6"), ("93.6", "90")],
        "points": [15, 15, 10, 10, 20, 10, 10]},
}


def fraction(pair):
    if pair is None or isinstance(pair, (F, str)):
        return pair
    return F(pair[0]) / F(pair[1])


def differences(sample: str, file: str, truth: dict, entry: dict):
    """Where a recorded return departs from the rules."""
    rate = fraction(truth["execution"]) if "execution" in truth else None
    score = F(0)
    if rate is not None:
        if entry["execution"]["rate"] != half_up(rate * 100):
            yield f"execution {entry['execution']['rate']} ≠ {half_up(rate * 100)}"
        if "points" in truth:
            score += F(half_up(min(rate, F(1)) * 10))
            if F(entry["execution"]["score"]) != score:
                yield f"execution score {entry['execution']['score']} ≠ {score}"
    rows = entry["indicators"]
    if len(rows) != len(truth["rates"]):
        yield f"{len(rows)} indicators, not {len(truth['rates'])}"
    points = truth.get("points", [None] * len(rows))
    for row, pair, most in zip(rows, truth["rates"], points):
        exact = fraction(pair)
        if exact == "level":
            # Without points a level has no rate.
            if row["completionRate"] is not None or row["status"] != "met":
                yield f"{row['name']}: {row['completionRate']} {row['status']}"
            continue
        due = None if exact is None else half_up(exact * 100)
        if row["completionRate"] != due:
            yield f"{row['name']}: {row['completionRate']} ≠ {due}"
        if most is not None:
            earned = F(half_up(min(exact, F(1)) * most))
            score += earned
            if F(row["score"]) != earned:
                yield f"{row['name']}: score {row['score']} ≠ {earned}"
    if "points" in truth and F(entry["total"]) != score:
        yield f"total {entry['total']} ≠ {score}"


def check(folder: Path) -> int:
    failed = 0
    for (sample, file), truth in TRUTH.items():
        results = json.loads((folder / sample / "expected" / "results.json").read_text("utf-8"))
        entry = next(entry for entry in results["returns"] if entry["file"].endswith(file))
        found = list(differences(sample, file, truth, entry))
        failed += len(found)
        for line in found:
            print(f"{sample}/{file}: {line}")
        print(f"{sample}/{file}: {len(truth['rates'])} rows, {len(found)} differences")
    return 1 if failed else 0


def main():
    arguments = [a for a in sys.argv[1:] if a != "--check"]
    folder = Path(arguments[0]) if arguments else FORMS
    if "--check" in sys.argv:
        sys.exit(check(folder))
    for name, make in SAMPLES.items():
        make(folder / name / "input")


if __name__ == "__main__":
    main()
