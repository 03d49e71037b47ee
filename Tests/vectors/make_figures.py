"""Writes figures.txt: decimal arithmetic as Python's own exact numbers do it.

Usage: python3 make_figures.py > figures.txt

Every line is one case, fields parted by spaces:
  add|sub|mul A B RESULT     the exact result
  cmp A B -1|0|1
  parse TEXT PLAIN           the plain decimal of TEXT
  stored TEXT PLAIN          the decimal of at most 15 significant digits ('%.15g')
  round A PLACES RESULT      half away from zero
  ratio A B PLACES RESULT    A / B rounded half away from zero
  percent A B PLACES RESULT  100 A / B, likewise
An operation whose name begins with wide- has operands so large that an overflow may be reported
instead, but never another number.
"""
import random
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 200
RANDOM = random.Random(20201)
LIMIT = 2**127


def plain(value: Decimal) -> str:
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("", "-0", "-") else text


def half_up(value: Fraction, places: int) -> Decimal:
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def number(digits: int, places: int) -> Decimal:
    size = RANDOM.randrange(10 ** RANDOM.randint(1, digits))
    return Decimal(RANDOM.choice((1, 1, 1, -1)) * size).scaleb(-RANDOM.randint(0, places))


def extreme() -> Decimal:
    near = RANDOM.choice((LIMIT - 1, -LIMIT, 10**38, -(10**38), 10**37, 5 * 10**37, 1, -1, 0,
                          2**126, -(2**126), 2**64, 3**80))
    size = near + RANDOM.choice((0, 0, 1, -1, RANDOM.randrange(-1000, 1000)))
    size = max(-LIMIT, min(LIMIT - 1, size))
    return Decimal(size).scaleb(-RANDOM.choice((0, 0, 1, 2, 18, 36, 37)))


def arithmetic(prefix: str, draw, count: int) -> None:
    for _ in range(count):
        a, b = draw(), draw()
        print(prefix + "add", plain(a), plain(b), plain(a + b))
        print(prefix + "sub", plain(a), plain(b), plain(a - b))
        print(prefix + "mul", plain(a), plain(b), plain(a * b))
        print("cmp", plain(a), plain(b), (a > b) - (a < b))
        places = RANDOM.randint(0, 6)
        if b:
            rate = Fraction(a) / Fraction(b)
            print(prefix + "ratio", plain(a), plain(b), places, plain(half_up(rate, places)))
            print(prefix + "percent", plain(a), plain(b), places,
                  plain(half_up(100 * rate, places)))


def halves(count: int) -> None:
    """Rates that lie exactly between two roundings."""
    for _ in range(count):
        places = RANDOM.randint(0, 4)
        divisor = Decimal(RANDOM.randint(1, 10**6)).scaleb(-RANDOM.randint(0, 3))
        tie = Decimal(2 * RANDOM.randint(0, 10**5) + 1) * 5
        a = divisor * tie.scaleb(-places - 1) * RANDOM.choice((1, -1))
        result = half_up(Fraction(a) / Fraction(divisor), places)
        print("ratio", plain(a), plain(divisor), places, plain(result))


def rounding(count: int) -> None:
    for _ in range(count):
        a, places = number(20, 12), RANDOM.randint(0, 12)
        step = Decimal(1).scaleb(-places)
        print("round", plain(a), places, plain(a.quantize(step, rounding=ROUND_HALF_UP)))


def parsing(count: int) -> None:
    for _ in range(count):
        a = number(18, 10)
        for text in (str(a), format(a, "E"), format(a, "e").replace("e+", "E"), plain(a) + ".",
                     "0" * RANDOM.randint(0, 60) + plain(abs(a))):
            if text.count(".") == 2 or (text.endswith(".") and "." in text[:-1]):
                continue
            print("parse", text, plain(Decimal(text)))


def stored(count: int) -> None:
    made = 0
    while made < count:
        kind = RANDOM.randint(0, 3)
        if kind == 0:
            value = RANDOM.uniform(-1, 1) * 10 ** RANDOM.randint(-6, 14)
        elif kind == 1:
            value = sum(RANDOM.randint(0, 9999) / 100 for _ in range(RANDOM.randint(2, 9)))
        elif kind == 2:
            value = RANDOM.randint(1, 99999) / RANDOM.randint(1, 9999)
        else:
            value = RANDOM.randint(1, 10**7) / 10000 * RANDOM.choice((100, 0.01, 1.1, 3))
        text = RANDOM.choice((repr(value), "%.17g" % value)).upper()
        digits = Decimal(text).as_tuple().digits
        # Digits that stop at a 5 in the 16th place are a tie, which no double is: the text decides.
        if len(digits) == 16 and digits[-1] == 5:
            continue
        print("stored", text, plain(Decimal("%.15g" % value)))
        made += 1


arithmetic("", lambda: number(16, 8), 150)
arithmetic("wide-", extreme, 120)
halves(150)
rounding(150)
parsing(50)
stored(400)
