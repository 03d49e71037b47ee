"""Writes formulas.txt: random formulas and what they come to, in exact fractions.

Usage: python3 make_formulas.py [--check WORKBOOK.xlsx] > formulas.txt

Lines, fields parted by tabs:
  cell PLACE VALUE       a number, or a text in quotes
  formula TEXT RESULT    the decimal of at most 15 significant digits, or TRUE, FALSE
Every formula is drawn as a tree; its value is worked out on the tree, its text has only the
brackets that Excel's order of operations needs, so a reader that binds otherwise goes wrong.
--check compares with the workbook of the same formulas that another program has calculated
(write it with --draw, convert it with LibreOffice); those that differ by more than 10^-12 of
their value are named on stderr.
"""
import random
import sys
from fractions import Fraction as F

R = random.Random(71)
CELLS = {}
for row in range(1, 9):
    for column in "ABCDE":
        kind = R.random()
        if kind < 0.12:
            continue
        if kind < 0.2:
            CELLS[f"{column}{row}"] = R.choice(["未填", "—", "n/a"])
        elif kind < 0.55:
            CELLS[f"{column}{row}"] = F(R.randint(-40, 9000))
        else:
            CELLS[f"{column}{row}"] = F(R.randint(-500, 999999), 10 ** R.randint(1, 4))


class Unfit(Exception):
    """A tree whose value is none: it is drawn anew."""


def decimal(value):
    """The decimal of at most 15 significant digits, rounded half away from zero."""
    if value == 0:
        return "0"
    size, exponent = abs(value), 0
    while size >= 10 ** (exponent + 1):
        exponent += 1
    while size < F(10) ** exponent:
        exponent -= 1
    places = 14 - exponent
    if places > 37 or exponent > 20:
        raise Unfit
    scaled = size * F(10) ** places
    digits = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    shown = F(digits) / F(10) ** places
    whole, rest = divmod(shown.numerator, shown.denominator)
    text = str(whole)
    if rest:
        fraction = str(rest * 10 ** max(places, 0) // shown.denominator).rjust(max(places, 0), "0")
        text += "." + fraction.rstrip("0")
    return ("-" if value < 0 else "") + text


# Every tree is (text, strength, value): 6 an operand, 5 signed, 4 percent, 3 power…
def wrap(node, least):
    text, strength, value = node
    return text if strength >= least else f"({text})"


def number():
    value = F(R.randint(0, 400), R.choice([1, 1, 10, 100]))
    return decimal(value), 9, value


def cell():
    place = R.choice([f"{c}{r}" for c in "ABCDE" for r in range(1, 9)])
    value = CELLS.get(place, F(0))
    if isinstance(value, str):
        raise Unfit
    column, row = place[0], place[1]
    text = R.choice([place, f"${column}{row}", f"{column}${row}", f"${column}${row}", place.lower()])
    return text, 9, value


def block():
    one, other = sorted(R.sample("ABCDE", 2)) if R.random() < 0.5 else [R.choice("ABCDE")] * 2
    top, bottom = sorted(R.sample(range(1, 9), 2))
    places = [f"{chr(c)}{r}" for r in range(top, bottom + 1) for c in range(ord(one), ord(other) + 1)]
    return f"{one}{top}:{other}{bottom}", places


def binary(depth):
    sign, strength = R.choice([("+", 3), ("-", 3), ("*", 4), ("/", 4), ("+", 3), ("*", 4)])
    left, right = tree(depth - 1), tree(depth - 1)
    text = wrap(left, strength) + sign + wrap(right, strength + 1)
    a, b = left[2], right[2]
    if sign == "/" and b == 0:
        raise Unfit
    return text, strength, {"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else 0}[sign]


def power(depth):
    base, exponent = tree(depth - 2), R.randint(-3, 4)
    if base[2] == 0 and exponent <= 0 or abs(base[2]) > 10**4:
        raise Unfit
    return wrap(base, 5) + "^" + str(exponent), 5, base[2] ** exponent


def negated(depth):
    inner = tree(depth - 1)
    return "-" + wrap(inner, 7), 7, -inner[2]


def percent(depth):
    inner = tree(depth - 1)
    return wrap(inner, 7) + "%", 6, inner[2] / 100


def rounded(depth):
    inner, places = tree(depth - 1), R.randint(-2, 4)
    scaled = abs(inner[2]) * F(10) ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    value = F(whole) / F(10) ** places * (-1 if inner[2] < 0 else 1)
    return f"ROUND({inner[0]},{places})", 9, value


def folded(depth):
    name = R.choice(["SUM", "SUM", "AVERAGE", "MIN", "MAX", "sum"])
    texts, values = [], []
    for _ in range(R.randint(1, 3)):
        if R.random() < 0.7:
            text, places = block()
            texts.append(text)
            values += [CELLS[p] for p in places if isinstance(CELLS.get(p), F)]
        else:
            inner = tree(depth - 2)
            if inner[1] == 9 and inner[0][0] in "$ABCDEabcde":
                raise Unfit
            texts.append(inner[0])
            values.append(inner[2])
    if not values:
        raise Unfit
    value = {"SUM": sum(values), "AVERAGE": sum(values) / len(values), "MIN": min(values),
             "MAX": max(values)}[name.upper()]
    return f"{name}({', '.join(texts)})", 9, F(value)


def products(_):
    one, other = R.sample("ABCDE", 2)
    top, bottom = sorted(R.sample(range(1, 9), 2))
    value = F(0)
    for row in range(top, bottom + 1):
        pair = [CELLS.get(f"{column}{row}") for column in (one, other)]
        if all(isinstance(p, F) for p in pair):
            value += pair[0] * pair[1]
    return f"SUMPRODUCT({one}{top}:{one}{bottom},{other}{top}:{other}{bottom})", 9, value


def chosen(depth):
    left, right = tree(depth - 2), tree(depth - 2)
    sign = R.choice(["<", ">", "<=", ">=", "=", "<>"])
    a, b = left[2], right[2]
    holds = {"<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b, "=": a == b, "<>": a != b}[sign]
    yes, no = tree(depth - 1), tree(depth - 1)
    condition = wrap(left, 3) + sign + wrap(right, 3)
    return f"IF({condition},{yes[0]},{no[0]})", 9, (yes if holds else no)[2]


def tree(depth):
    if depth <= 0:
        return R.choice([number, cell])()
    kind = R.choice([binary] * 6 + [power, negated, percent, rounded, folded, folded, products, chosen])
    return kind(depth)


def drawn():
    lines = []
    while len(lines) < 200:
        try:
            text, _, value = tree(R.randint(1, 4))
            if len(text) < 160 and (not lines or text not in [line[0] for line in lines]):
                lines.append((text, decimal(value)))
        except Unfit:
            continue
    return lines


def draw(path, lines):
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    for place, value in CELLS.items():
        sheet[place] = value if isinstance(value, str) else float(value)
    for index, (text, _) in enumerate(lines):
        sheet[f"H{index + 1}"] = "=" + text
    book.save(path)


def check(path, lines):
    import openpyxl
    sheet = openpyxl.load_workbook(path, data_only=True).active
    for index, (text, value) in enumerate(lines):
        other = sheet[f"H{index + 1}"].value
        if not isinstance(other, (int, float)) or abs(other - float(value)) > 1e-12 * max(1, abs(other)):
            print(f"{text}: {value} here, {other} there", file=sys.stderr)


LINES = drawn()
if "--draw" in sys.argv:
    draw(sys.argv[-1], LINES)
elif "--check" in sys.argv:
    check(sys.argv[-1], LINES)
else:
    for place, value in CELLS.items():
        print("cell", place, f'"{value}"' if isinstance(value, str) else decimal(value), sep="\t")
    for text, value in LINES:
        print("formula", text, value, sep="\t")
