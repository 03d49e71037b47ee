"""What the scripts of this folder share: the form understood, its scores, a few checks.

A grid is a list of rows of values, as every reader gives it. No programme is looked at, and far
fewer faults are found than by Scorebook: the scripts do less.
"""
import re
import sys
import zipfile
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path

COLUMNS = {"三级指标": "name", "年度指标值": "target", "实际完成值": "actual", "分值": "points",
           "得分": "score"}
FUNDS = {"年初预算数": "initial", "全年预算数": "budget", "全年执行数": "used", "分值": "points",
         "得分": "score"}
SOURCES = ("当年财政拨款", "上年结转资金", "其他资金")
NUMBER = re.compile(r"^([≥≤=<>]*)\s*(-?\d[\d,]*(?:\.\d+)?)\s*(%|万)?")
ADDED = ("完成率", "审核得分", "审核意见")
CENT = Decimal("0.01")


def text(value):
    return "" if value is None else str(value).strip()


def number(value):
    """A cell as (figure, sign), None where it is no number."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Decimal(repr(value)), ""
    match = NUMBER.match(text(value))
    if not match:
        return None, ""
    try:
        figure = Decimal(match[2].replace(",", ""))
    except InvalidOperation:
        return None, ""
    return figure / 100 if match[3] == "%" else figure, match[1][:1]


def rounded(figure):
    return figure.quantize(CENT, ROUND_HALF_UP)


class Result:
    """One form: where its columns are, its lines (row from 1, rate, points, remark), its total."""

    def __init__(self):
        self.top, self.places, self.lines, self.total = 0, {}, [], Decimal(0)
        self.project = self.unit = ""

    @property
    def remarks(self):
        return [line for line in self.lines if line[3]]


def at(cells, column):
    return cells[column] if column is not None and column < len(cells) else None


def header(grid):
    for index, cells in enumerate(grid[:200]):
        words = [text(cell) for cell in cells]
        if "三级指标" in words and "实际完成值" in words:
            return index, {COLUMNS[word]: at for at, word in enumerate(words) if word in COLUMNS}
    raise ValueError("找不到自评表")


def score(target, sign, actual, points):
    """The completion rate and the points for it."""
    if sign in ("≤", "<"):
        rate = Decimal(1) if actual <= 0 else target / actual
    else:
        rate = Decimal(1) if target == 0 else actual / target
    return rate, rounded(points * max(Decimal(0), min(Decimal(1), rate)))


def heading(grid, top, result):
    """Name, unit and money: the execution rate is scored, sums are checked."""
    columns, sums, total_row = None, {}, None
    for index in range(top):
        words = [text(cell) for cell in grid[index]]
        for column, word in enumerate(words):
            if word in ("项目名称", "实施单位"):
                value = next((other for other in words[column + 1:] if other), "")
                setattr(result, "project" if word == "项目名称" else "unit", value)
        if "全年预算数" in words:
            columns = {FUNDS[word]: column for column, word in enumerate(words) if word in FUNDS}
        elif columns:
            figures = {key: number(at(grid[index], column))[0] for key, column in columns.items()}
            if any("年度资金总额" in word for word in words):
                total_row = (index + 1, figures)
            for source in SOURCES:
                if any(source in word for word in words):
                    sums[source] = figures
    if total_row is None:
        return
    row, total = total_row
    for key in ("initial", "budget", "used"):
        parts = [figures.get(key) for figures in sums.values()]
        if total.get(key) is not None and parts and None not in parts \
                and abs(sum(parts) - total[key]) > CENT:
            result.lines.append((row, None, None, f"合计{total[key]}，分项之和{sum(parts)}"))
    if total.get("budget") and total.get("used") is not None:
        rate, due = score(total["budget"], "", total["used"], total.get("points") or Decimal(10))
        result.total += due
        remark = "" if rate <= 1 else "执行数大于预算数"
        if total.get("score") is not None and total["score"] != due:
            remark = f"自评得分{total['score']}，应为{due}"
        result.lines.append((row, rate, due, remark))


def evaluate(grid):
    result = Result()
    top, result.places = header(grid)
    result.top = top + 1
    heading(grid, top, result)
    places, weights = result.places, Decimal(0)
    for index in range(top + 1, len(grid)):
        cells = grid[index]
        if any(text(cell) in ("总分", "合计") for cell in cells):
            claimed, _ = number(at(cells, places.get("score")))
            if claimed is not None and claimed != result.total:
                result.lines.append((index + 1, None, result.total, f"自评总分{claimed}"))
            break
        if not text(at(cells, places["name"])):
            continue
        target, sign = number(at(cells, places["target"]))
        actual, _ = number(at(cells, places["actual"]))
        points, _ = number(at(cells, places["points"]))
        claimed, _ = number(at(cells, places.get("score")))
        weights += points or 0
        if None in (target, actual, points):
            result.lines.append((index + 1, None, claimed, "无法计算，请核对"))
            continue
        rate, due = score(target, sign, actual, points)
        result.total += due
        remark = ""
        if claimed is not None and claimed != due:
            remark = f"自评得分{claimed}，应为{due}"
        elif rate > Decimal("1.3"):
            remark = f"完成率{rounded(rate * 100)}%，请说明"
        result.lines.append((index + 1, rate, due, remark))
    if weights not in (90, 100):
        result.lines.append((result.top, None, None, f"分值合计{weights}"))
    return result


def run(process, summarise):
    """The command line: SCRIPT DIR_IN DIR_OUT."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    rows = []
    for path in sorted(folder.glob("*.xlsx")):
        try:
            # A bomb is not worth opening.
            with zipfile.ZipFile(path) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > 100_000_000:
                    raise ValueError("解压后过大")
            result = process(path, out / path.name)
            rows.append([path.name, result.unit, result.project, float(result.total),
                         len(result.remarks), "已评"])
        except Exception as error:  # one bad file must not stop the rest
            rows.append([path.name, "", "", None, None, f"无法读取：{error}"])
    summarise(out / "汇总.xlsx", ["文件", "单位", "项目", "总分", "问题数", "状态"], rows)
