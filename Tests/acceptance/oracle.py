"""The rules of the default scheme, written once more from the contract alone.

Everything is a fraction until it is rounded, once, half up.  Nothing here is
shared with the tool that is being checked.
"""
from __future__ import annotations

from fractions import Fraction as F

LEVELS = {"达成": (F(1), F(4, 5)), "部分达成": (F(4, 5), F(3, 5)), "未达成": (F(3, 5), F(0))}
OVER_LIMIT = F(130)


def half_up(value: F, places: int = 2) -> str:
    """Rounded half away from zero, as a plain decimal with `places` decimals."""
    scaled = abs(value) * 10 ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    text = str(whole).rjust(places + 1, "0")
    if places:
        text = f"{text[:-places]}.{text[-places:]}"
    return "-" + text if value < 0 and whole else text


def plain(value: F) -> str:
    """A fraction that is a finite decimal, written without trailing zeros."""
    for places in range(13):
        if (value * 10 ** places).denominator == 1:
            return half_up(value, places)
    raise ValueError(f"not a finite decimal: {value}")


def share(direction: str, target, actual) -> F:
    """The part of the points that is earned, 0…1."""
    if direction == "yesNo":
        return F(int(actual == target))
    if direction == "level":
        raise ValueError("a level is judged, not computed")
    actual = max(actual, F(0))
    if direction == "between":
        low, high = target
        if low <= actual <= high:
            return F(1)
        return actual / low if actual < low else high / actual
    if direction == "atLeast":
        return F(1) if actual >= target else actual / target
    if direction == "atMost":
        return F(1) if actual <= target else target / actual
    if direction == "equal":
        if actual == target:
            return F(1)
        return F(0) if target == 0 or actual == 0 else min(actual / target, target / actual)
    raise ValueError(direction)


def completion(direction: str, target, actual, earned: F) -> F:
    """The completion rate in percent; `earned` is the share of the points."""
    if direction == "yesNo":
        return 100 * earned
    if direction == "between":
        return 100 * earned
    if target == 0:
        return F(100 if earned == 1 else 0)
    if direction == "atMost":
        return F(100) if actual <= 0 else 100 * target / actual
    return 100 * max(actual, F(0)) / target


def judge(direction: str, target, points: F, actual, judged: F | None = None) -> dict:
    """Rate, score and status of one indicator; a level needs the unit's own score."""
    if actual is None:
        return {"completionRate": None, "score": "0.00", "status": "unresolved"}
    if direction == "level":
        top, bottom = (points * b for b in LEVELS[actual])
        score = judged if judged is not None and bottom <= judged <= top else top
        score = F(half_up(score))
        return {"completionRate": half_up(100 * score / points), "score": half_up(score),
                "status": "met" if actual == "达成" else "shortfall"}
    earned = share(direction, target, actual)
    rate = completion(direction, target, actual, earned)
    status = "met" if earned == 1 else "shortfall"
    if direction == "atLeast" and rate > OVER_LIMIT:
        status = "over"
    return {"completionRate": half_up(rate), "score": half_up(points * earned), "status": status}


def execution(budget: F | None, executed: F | None, points: F) -> dict:
    if not budget or executed is None:
        return {"rate": None, "score": "0.00"}
    rate = executed / budget
    return {"rate": half_up(100 * rate), "score": half_up(min(points, max(F(0), points * rate)))}


def grade(total: F) -> str:
    return next(g for limit, g in ((90, "优"), (80, "良"), (60, "中"), (0, "差")) if total >= limit)
