"""What a careful office programmer would write with openpyxl.

Usage: openpyxl_script.py DIR_IN DIR_OUT

Reads every national form, scores the indicators that are numbers, checks a few sums,
writes annotated copies and a summary. Each file is loaded twice, as openpyxl asks for:
once for the values, once to keep everything else when it is saved.
"""
import re
import sys
import zipfile
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

RED = PatternFill("solid", fgColor="FFC7CE")
BOLD = Font(bold=True)
LINE = Side(style="thin")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
COLUMNS = {"三级指标": "name", "年度指标值": "target", "实际完成值": "actual", "分值": "points",
           "得分": "score"}
NUMBER = re.compile(r"^([≥≤=<>]*)\s*(-?\d[\d,]*(?:\.\d+)?)\s*(%|万)?")
ADDED = ("完成率", "审核得分", "审核意见")


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
    return figure.quantize(Decimal("0.01"), ROUND_HALF_UP)


def header(grid):
    for index, cells in enumerate(grid):
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


def evaluate(grid):
    top, places = header(grid)
    lines, total = [], Decimal(0)
    for index in range(top + 1, len(grid)):
        cells = grid[index]
        if any(text(cell) in ("总分", "合计") for cell in cells):
            break
        if not text(cells[places["name"]]):
            continue
        target, sign = number(cells[places["target"]])
        actual, _ = number(cells[places["actual"]])
        points, _ = number(cells[places["points"]])
        claimed, _ = number(cells[places["score"]])
        if None in (target, actual, points):
            lines.append((index + 1, None, claimed, "无法计算，请核对"))
            continue
        rate, due = score(target, sign, actual, points)
        total += due
        remark = ""
        if claimed is not None and claimed != due:
            remark = f"自评得分{claimed}，应为{due}"
        elif rate > Decimal("1.3"):
            remark = f"完成率{rounded(rate * 100)}%，请说明"
        lines.append((index + 1, rate, due, remark))
    return top + 1, places, lines, total


def put(sheet, row, column, value):
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        return
    cell.value, cell.border = value, BOX


def annotate(book, sheet, result):
    top, places, lines, total = result
    first = sheet.max_column + 1
    for offset, word in enumerate(ADDED):
        put(sheet, top, first + offset, word)
        sheet.cell(top, first + offset).font = BOLD
        sheet.column_dimensions[get_column_letter(first + offset)].width = 14
    for row, rate, due, remark in lines:
        put(sheet, row, first, None if rate is None else float(rate))
        sheet.cell(row, first).number_format = "0.00%"
        put(sheet, row, first + 1, None if due is None else float(due))
        put(sheet, row, first + 2, remark)
        if remark:
            cell = sheet.cell(row, places["score"] + 1)
            cell.fill = RED
            if not isinstance(cell, MergedCell):
                cell.comment = Comment(remark, "审核")
    page = book.create_sheet("审核结果", 0)
    page.append(["行", "完成率", "得分", "意见"])
    for row, rate, due, remark in lines:
        page.append([row, rate and float(rate), due and float(due), remark])
    page.append(["总分", None, float(total), None])
    for row in page.iter_rows():
        for cell in row:
            cell.border = BOX
    page.column_dimensions["D"].width = 60


def process(path, out):
    values = load_workbook(path, read_only=True, data_only=True)
    try:
        for name in values.sheetnames:
            grid = [list(row) for row in values[name].iter_rows(values_only=True, max_row=2000)]
            try:
                result = evaluate(grid)
                break
            except ValueError:
                continue
        else:
            raise ValueError("找不到自评表")
    finally:
        values.close()
    book = load_workbook(path)
    annotate(book, book[name], result)
    book.save(out)
    return result


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    summary = Workbook()
    sheet = summary.active
    sheet.append(["文件", "总分", "问题数", "状态"])
    for path in sorted(folder.glob("*.xlsx")):
        try:
            # A bomb is not worth opening.
            with zipfile.ZipFile(path) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > 100_000_000:
                    raise ValueError("解压后过大")
            _, _, lines, total = process(path, out / path.name)
            sheet.append([path.name, float(total), sum(bool(line[3]) for line in lines), "已评"])
        except Exception as error:  # one bad file must not stop the rest
            sheet.append([path.name, None, None, f"无法读取：{error}"])
    for cell in sheet[1]:
        cell.font = BOLD
    summary.save(out / "汇总.xlsx")


if __name__ == "__main__":
    main()
