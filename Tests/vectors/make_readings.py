"""Writes readings.txt: targets and actuals as units type them, with what must come of them.

The value is chosen first and then written in many ways, so what has to be read is known without
reading; status by the rules of the default scheme in exact fractions. The rows at the end are
written by hand. `python make_readings.py > readings.txt`
"""

from fractions import Fraction as F

HAND = """
| 指标 | 个 | ≥50 | 50（其中线上20） | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 50/50 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 第50个 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 12，15，18 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 10-20 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 50+ | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 已完成 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 全部完成 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 按计划完成 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 不足50个 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 未完成50个 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | ≥**人次 | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | TRUE | atLeast 50 | – | unresolved | V013 |
| 指标 | 个 | ≥50 | #DIV/0! | atLeast 50 | – | unresolved | V010 |
| 指标 | 个 | ≥50 | 2024-05-01 | atLeast 50 | – | unresolved | V011 |
| 指标 | 个 | ≥50 | 50% | atLeast 50 | – | unresolved | V002 |
| 指标 | 个 | ≥50 | 五十个 | atLeast 50 | 50 | met | V003 V004 |
| 指标 | 个 | ≥50 | 伍拾个 | atLeast 50 | 50 | met | V003 V004 |
| 指标 | 个 | ≥50 | 一百二 | atLeast 50 | – | unresolved | V002 |
| 指标 | 人 | ≥30000 | 3万4 | atLeast 30000 | – | unresolved | V002 |
| 指标 | 人 | 3万4000 | 3万4000人 | atLeast 34000 | 34000 | met | V004 |
| 指标 | 人 | 3万4000 | 三万四千人 | atLeast 34000 | 34000 | met | V003 V004 |
| 指标 | 万人 | 3.4 | 3万4000人 | atLeast 3.4 | 3.4 | met | V004 |
| 指标 | 个 | 2X | 2 | – | – | unresolved | V002 |
| 指标 | 个 | 约50个 | 50 | – | – | unresolved | V002 |
| 指标 | 个 | 50个左右 | 50 | – | – | unresolved | V002 |
| 指标 | 个 | ≥**个 | 50 | – | – | unresolved | V014 |
| 指标 | 个 | 100% | 50个 | – | – | unresolved | V002 |
| 指标 | % | ±10% | 8% | between -10~10 | 8 | met | |
| 指标 | % | ±10% | -8% | between -10~10 | -8 | met | |
| 指标 | % | ±10% | -8 | between -10~10 | -8 | met | |
| 指标 | % | ±10% | 12 | between -10~10 | 12 | shortfall | |
| 指标 | | ≥100百分比 | 100% | atLeast 100 | 100 | met | |
| 指标 | | ≥100百分比 | 100 | atLeast 100 | 100 | met | |
| 指标 | | ═100% | 100% | equal 100 | 100 | met | |
| 指标 | ‰ | ≤3‰ | 0.2% | atMost 3 | 2 | met | |
| 指标 | 元/人 | ≤500元/人 | 480元/人 | atMost 500 | 480 | met | V004 |
| 指标 | 元/人 | ≤500元/人 | 480元 | atMost 500 | 480 | met | V004 |
| 指标 | 元 | ≤1000元 | 人民币900元 | atMost 1000 | 900 | met | V004 |
| 指标 | 万元 | ≤1000 | ￥900 | atMost 1000 | – | unresolved | V002 |
| 指标 | 米 | ≥3000 | 3公里 | atLeast 3000 | – | unresolved | V002 |
| 指标 | 个 | 全年50个 | 全年共50个 | atLeast 50 | 50 | met | V004 |
| 指标 | 个 | 新增50个 | 新增52个 | atLeast 50 | 52 | met | V004 |
| 指标 | 个 | 年度完成50个 | 52 | atLeast 50 | 52 | met | |
| 指标 | 个 | ≥50个/年 | 52 | atLeast 50 | 52 | met | |
| 指标 | 次 | 每月1次 | 每月1次 | atLeast 12 | 12 | met | V004 |
| 指标 | 次 | 每月1次 | 1次/月 | atLeast 12 | 12 | met | V004 |
| 指标 | 次 | 每月1次 | 12次 | atLeast 12 | 12 | met | V004 |
| 指标 | 次 | 每月1次 | 13 | atLeast 12 | 13 | met | |
| 指标 | 次 | 每月1次 | 1次 | atLeast 12 | – | unresolved | V002 |
| 指标 | 次 | 每月1次 | 1 | atLeast 12 | – | unresolved | V002 |
| 指标 | 次 | 每月1次 | 6次 | atLeast 12 | – | unresolved | V002 |
| 指标 | 次 | 每月1次 | 全年共6次 | atLeast 12 | 6 | shortfall | V004 |
| 指标 | 次 | 每月1次 | 全年6次 | atLeast 12 | 6 | shortfall | V004 |
| 指标 | 次 | 每月至少2次 | 每月2次 | atLeast 24 | 24 | met | V004 |
| 指标 | 次 | 每月不少于1次 | 每季度3次 | atLeast 12 | 12 | met | V004 |
| 指标 | 次 | 每季度1次 | 4 | atLeast 4 | 4 | met | |
| 指标 | 次 | 每季度1次 | 3 | atLeast 4 | – | unresolved | V002 |
| 指标 | 次 | 每半年1次 | 2次 | atLeast 2 | 2 | met | V004 |
| 指标 | 次 | 每年1次 | 1 | atLeast 1 | 1 | met | |
| 指标 | | 1次/月 | 每月1次 | atLeast 12 | 12 | met | V004 |
| 指标 | | 每月开展1场 | 每月开展1场 | atLeast 12 | 12 | met | V004 |
| 指标 | 次 | 每月不超过2次 | 2次 | atMost 24 | 2 | met | V004 |
| 指标 | 次 | 每月不超过2次 | 20次 | atMost 24 | – | unresolved | V002 |
| 指标 | 次 | 12 | 每月1次 | atLeast 12 | 12 | met | V004 |
| 指标 | 次 | 每周1次 | 每周1次 | – | – | unresolved | V002 |
| 指标 | 次/月 | 1 | 1次/月 | atLeast 1 | 1 | met | V004 |
| 指标 | 次/月 | 1 | 12次 | atLeast 1 | – | unresolved | V002 |
| 指标 | 元/月 | 500元/月 | 500元/月 | atLeast 500 | 500 | met | V004 |
| 指标 | | 每月10日前 | 每月10日 | – | – | unresolved | V002 |
| 年度资金支付完成率100% | | | 100% | atLeast 100 | 100 | met | V001 |
| 年度资金支付完成率100% | | —— | 98% | atLeast 100 | 98 | shortfall | V001 |
| 服务对象满意度≥95% | | / | 96% | atLeast 95 | 96 | met | V001 |
| 培训不少于50人次 | | | 52 | atLeast 50 | 52 | met | V001 |
| 新建学校3所 | | | 3 | atLeast 3 | 3 | met | V001 |
| 成本控制在90万元以内 | 万元 | | 88 | atMost 90 | 88 | met | V001 |
| 每户1人 | | | 1 | – | – | unresolved | V001 |
| 提前30天 | | | 30 | – | – | unresolved | V001 |
| 第3期培训 | | | 3 | – | – | unresolved | V001 |
| 建成2024年 | | | 1 | – | – | unresolved | V001 |
| 培训人数（人） | | | 50 | – | – | unresolved | V001 |
| 一户一档 | | | 1 | – | – | unresolved | V001 |
| 指标 | | 达成预期指标 | 达成预期指标 | level 达成预期指标 | 达成 | met | |
| 指标 | | 达成预期指标 | 部分达成 | level 达成预期指标 | 部分达成 | shortfall | |
| 指标 | | 达成预期指标 | 未达成 | level 达成预期指标 | 未达成 | shortfall | |
| 指标 | | 有效提升 | 有效提升 | level 有效提升 | 达成 | met | |
| 指标 | | 有效提升 | 显著提升 | level 有效提升 | – | unresolved | V016 |
| 指标 | | 有效提升 | —— | level 有效提升 | – | unresolved | V001 |
| 指标 | | 有效提升 | 95% | level 有效提升 | – | unresolved | V016 |
| 指标 | | 是 | 是 | yesNo 是 | 是 | met | |
| 指标 | 是/否 | | 否 | yesNo 是 | 否 | shortfall | |
| 指标 | 是/否 | 是 | 已完成 | yesNo 是 | – | unresolved | V012 |
| 指标 | 是/否 | 是 | —— | yesNo 是 | – | unresolved | V012 |
| 指标 | | 9月底前 | 按期完成 | by 09 | – | unresolved | V002 |
| 指标 | | 9月底前 | 是 | by 09 | – | unresolved | V002 |
| 指标 | | 9月底前 | 100% | by 09 | – | unresolved | V002 |
| 指标 | | 9月底前 | 45560 | by 09 | – | unresolved | V002 |
| 指标 | | 9月底前 | —— | by 09 | – | unresolved | V001 |
| 指标 | | 9月15日前 | 9月 | by 09-15 | – | unresolved | V002 |
| 指标 | | 9月前 | 9月10日 | by 09 | – | unresolved | V002 |
| 指标 | | 9月前 | 8月31日 | by 09 | 2024-08-31 | met | |
"""


def wide(text):
    table = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789.,%"}
    return text.translate(table)


def row(unit, target, actual, read, value, status, codes, name="指标"):
    value = "–" if value is None else value
    print(f"| {name} | {unit} | {target} | {actual} | {read} | {value} | {status} | {' '.join(sorted(codes.split()))} |")


def status(direction, target, value):
    target, value = F(target), F(value)
    if direction == "atLeast":
        if value < target:
            return "shortfall"
        return "over" if target and value / target > F(13, 10) else "met"
    if direction == "atMost":
        return "met" if value <= target else "shortfall"
    return "met" if value == target else "shortfall"


def actuals():
    """One value, typed in many ways, against one target."""
    for unit, value in (("个", "50"), ("人次", "1234"), ("公里", "34.5"), ("万人", "5.59")):
        target, big = "≥" + value, F(value) >= 1000
        grouped = f"{F(value).numerator:,}" if big else value
        for text, codes in (
            (value, ""), (f'"{value}"', "V005"), (f"{value}{unit}", "V004"),
            (f"{value} {unit}", "V004"), (wide(value), "V003"), (wide(value) + unit, "V003 V004"),
            (f"≥{value}", "V015"), (f"≥{value}{unit}", "V004 V015"), (f">={value}", "V015"),
            (f"≧{value}", "V003 V015"), (f"不低于{value}{unit}", "V004 V015"),
            (f"{value}{unit}以上", "V004 V015"), (f"{value}以上", "V015"),
            (f"完成{value}{unit}", "V004"), (f"共{value}{unit}", "V004"),
            (f"共完成{value}{unit}", "V004"), (f"累计{value}{unit}", "V004"),
            (f"实际完成{value}", "V005"), (f"达到{value}{unit}", "V004 V015"),
            (f"{value}{unit}。", "V003 V004"), (f"{value}（{unit}）", "V003 V004"),
        ):
            row(unit, target, text, f"atLeast {value}", value, "met", codes)
        if big:
            row(unit, target, f'"{grouped}"', f"atLeast {value}", value, "met", "V005")
            row(unit, target, wide(grouped), f"atLeast {value}", value, "met", "V003 V005")
            row(unit, target, f"{value[0]} {value[1:]}", f"atLeast {value}", value, "met", "V005")
        for text in (f"约{value}", f"{value}左右", f"近{value}{unit}", f"{value}余{unit}",
                     f"{value}多{unit}", f"大约{value}", f"将近{value}", f"预计{value}{unit}"):
            row(unit, target, text, f"atLeast {value}", None, "unresolved", "V002")
        for text in ("——", "/", "无", "-", "暂无", "／"):
            row(unit, target, text, f"atLeast {value}", None, "unresolved", "V001")
        for text in ("达成预期指标", "达成", "是", "否", "部分达成"):
            row(unit, target, text, f"atLeast {value}", None, "unresolved", "V013")


def percents():
    for name, unit, target in (("指标", "%", "≥95%"), ("合格率（%）", "", "≥95"),
                               ("指标", "", "≥95%"), ("指标", "百分比", "不低于95%")):
        for text, codes in (
            ("0.955", ""), ("95.5", ""), ('"95.5%"', "V006"), ("95.5%", ""),
            ("95.5％", "V003 V006"), ("百分之九十五点五", "V003 V006"), ("≥95.5%", "V006 V015"),
            ("95.5个百分点", "V006"), ("达到95.5%", "V006 V015"), ("完成95.5%", "V006"),
            ('"95.5"', "V005"), ("95.5%以上", "V006 V015"), ("95.5 %", "V006"),
        ):
            row(unit, target, text, "atLeast 95", "95.5", "met", codes, name)
        for text in ("约95.5%", "95.5%左右", "95.5个", "近95.5%"):
            row(unit, target, text, "atLeast 95", None, "unresolved", "V002", name)


def money():
    for unit, value in (("万元", "45000"), ("元", "450000000")):
        for text, codes in (
            (value, ""), ("4.5亿元", "V004"), ("45000万元", "V004"), ("450000000元", "V004"),
            ("4亿5000万元", "V004"), (f"{value}{unit}", "V004"),
            (f'"{F(value).numerator:,}"', "V005"), (wide(f"{F(value).numerator:,}"), "V003 V005"),
        ):
            row(unit, f"≤{value}", text, f"atMost {value}", value, "met", codes)
        for target in ("≤4.5亿元", "不超过45000万元", "控制在4.5亿元以内", "≤450000000元"):
            row(unit, target, value, f"atMost {value}", value, "met", "")


def bounds():
    for form in ("≥{}", ">={}", "＞＝{}", "≧{}", "=>{}", "不低于{}", "不少于{}", "不得低于{}", "至少{}",
                 "{}以上", "{}及以上", "大于等于{}", "不小于{}", "{}", "最少{}", "{}（含）以上", "不应低于{}"):
        for value in ("60", "59"):
            row("个", form.format("60个"), value, "atLeast 60", value, status("atLeast", "60", value), "")
    for form in ("≤{}", "<={}", "＜＝{}", "≦{}", "不超过{}", "{}以内", "不高于{}", "控制在{}以内",
                 "{}以下", "不得超过{}", "小于等于{}", "至多{}", "不大于{}", "{}之内", "最多{}"):
        for value in ("90", "91"):
            row("天", form.format("90天"), value, "atMost 90", value, status("atMost", "90", value), "")
    for form in ("=60", "﹦60", "═60", "＝60个", "等于60"):
        for value in ("60", "59"):
            row("个", form, value, "equal 60", value, status("equal", "60", value), "")
    for form in ("10-20", "10～20", "10~20个", "10至20", "10—20", "10个-20个", "≥10且≤20", "10到20个",
                 "10以上20以下", "10〜20", "10－20"):
        for value, outcome in (("10", "met"), ("15", "met"), ("21", "shortfall")):
            row("个", form, value, "between 10~20", value, outcome, "")


def days():
    for target, read in (("9月底前", "09"), ("2024年9月30日前", "2024-09-30"), ("2024.9.30", "2024-09-30"),
                         ("不晚于9月30日", "09-30"), ("九月底前", "09"), ("2024年三季度末前", "2024-09"),
                         ("9月底前完成", "09")):
        for actual, day in (("2024-09-28", "2024-09-28"), ("9月28日", "2024-09-28"),
                            ("2024年9月28日", "2024-09-28"), ("2024.9.28", "2024-09-28"),
                            ("2024/9/28", "2024-09-28"), ("已于9月完成", "2024-09-30"),
                            ("9月", "2024-09-30"), ("9月28日前完成", "2024-09-28"),
                            ("20240928", "2024-09-28"), ("２０２４年９月２８日", "2024-09-28"),
                            ("2024年9月28日已完成验收", "2024-09-28")):
            row("", target, actual, f"by {read}", day, "met", "")
        for actual, day in (("2024-10-08", "2024-10-08"), ("10月8日", "2024-10-08"), ("10月", "2024-10-31")):
            row("", target, actual, f"by {read}", day, "shortfall", "")


print("| name | unit | target | actual | target read | actual read | status | codes |")
for part in (actuals, percents, money, bounds, days):
    part()
print(HAND.strip())
