"""Compares what Scorebook reads of real workbooks with what openpyxl and calamine read.

    SCOREBOOK_CORPUS=FOLDER SCOREBOOK_CELL_DUMP=DUMPS swift test --filter CellDumpTests
    python differential.py FOLDER DUMPS

Cell by cell; a cell on which we differ from both is a difference, one on which the two differ
from each other is settled by neither. Files that we refuse are listed with our reason and with
whether another reader takes them. Needs python-calamine beside openpyxl.
"""

import collections
import datetime
import json
import multiprocessing
import pathlib
import re
import resource
import sys
import warnings
import zipfile

import openpyxl
import python_calamine
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

warnings.simplefilter("ignore")


def ours(path):
    """({sheet: {cell: (kind, value)}}, reason of a refusal)."""
    sheets, cells = {}, None
    for line in path.read_text(encoding="utf-8").split("\n"):
        what, *rest = line.split("\t")
        if not what:
            continue
        if what == "E":
            return None, json.loads(rest[0])
        if what == "S":
            cells = sheets.setdefault(json.loads(rest[0]), {})
            cells["1904"] = rest[2] == "true"
        else:
            place, kind, form, formula, value = rest
            if kind != "blank":
                cells[place] = (kind, json.loads(value), form, formula)
    return sheets, None


def plain(value, is1904):
    """A value of another reader, in the kinds we have."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return ("boolean", str(value).lower())
    if isinstance(value, (int, float)):
        return ("number", value)
    if isinstance(value, datetime.time):
        value = datetime.timedelta(
            hours=value.hour, minutes=value.minute, seconds=value.second,
            microseconds=value.microsecond)
    if isinstance(value, datetime.timedelta):
        return ("number", value.total_seconds() / 86400)
    if isinstance(value, (datetime.datetime, datetime.date)):
        epoch = (
            openpyxl.utils.datetime.MAC_EPOCH if is1904 else openpyxl.utils.datetime.WINDOWS_EPOCH)
        return ("number", to_excel(value, epoch))
    text = str(value)
    return ("error", text) if re.fullmatch(r"#[A-Z/0!?]+", text) else ("text", text)


def same(mine, other):
    if mine is None or other is None:
        # calamine gives no errors, and drops blanks that are not said to be kept.
        one = mine or other
        return one is None or one[0] == "error" or not str(one[1]).strip()
    if mine[0] == "number" and other[0] == "number":
        a, b = float(mine[1]), float(other[1])
        # Day 60 is 29 February 1900 to spreadsheets and 28 February to these readers.
        return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b)) or 60 <= a < 61 and a - b == 1
    if {mine[0], other[0]} <= {"text", "error"}:
        return spelled(mine[1]) == spelled(other[1])
    return mine[0] == other[0] and mine[1] == other[1]


def spelled(text):
    text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def by_openpyxl(path, is1904):
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for sheet in book.worksheets:
        cells = sheets[sheet.title] = {}
        for cell in list(sheet._cells.values()):
            value = plain(cell.value, is1904)
            if value:
                cells[cell.coordinate] = value
    return sheets


def by_calamine(path, is1904):
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    sheets = {}
    for name in book.sheet_names:
        try:
            sheet = book.get_sheet_by_name(name)
        except Exception:
            continue
        cells = sheets[name] = {}
        top, left = sheet.start or (0, 0)
        for r, row in enumerate(sheet.to_python(skip_empty_area=True)):
            for c, value in enumerate(row):
                value = plain(value, is1904)
                if value:
                    cells[f"{get_column_letter(left + c + 1)}{top + r + 1}"] = value
    return sheets


def attempt(read, *arguments):
    try:
        return read(*arguments)
    except (Exception, MemoryError):
        return None


def sheets_missed(mine, books):
    """Sheets with cells that another reader has and we have not."""
    names = {name for book in books for name, cells in book.items() if cells}
    return [f"{name!r} is not read" for name in sorted(names - set(mine))]


def differences(mine, books, tally, twice):
    """What differs from every other reader that has the sheet."""
    for sheet, cells in mine.items():
        views = [book[sheet] for book in books if sheet in book]
        places = {place for view in views for place in view} | set(cells) - {"1904"}
        for place in sorted(places):
            tally["cells"] += 1
            got, seen = cells.get(place), [view.get(place) for view in views]
            if views and not any(same(got, one) for one in seen):
                line = f"{sheet!r} {place}: ours {got!r}, theirs {seen!r}"[:400]
                name = explained(got, seen, twice)
                if name:
                    tally[f"explained: {name}"] += 1
                else:
                    yield line


def explained(mine, seen, twice):
    """The name under which docs/differential.md explains a difference, or None."""
    if twice:
        return "an entry twice"
    texts = [one[1] for one in seen if one and one[0] == "text"]
    if mine and mine[0] == "text" and texts and all(text == mine[1].strip() for text in texts):
        return "blanks at the ends"
    return None


def has_twins(path):
    with zipfile.ZipFile(path) as z:
        return len(set(z.namelist())) < len(z.namelist())


def compare(name, path, dump, queue):
    """One file, in a process of its own: another reader may take all memory, or for ever."""
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    tally, lines = collections.Counter(), []
    mine, reason = ours(dump)
    is1904 = bool(mine) and any(cells["1904"] for cells in mine.values())
    books = [attempt(read, path, is1904) for read in (by_openpyxl, by_calamine)]
    if mine is None:
        taken = [n for n, book in zip(("openpyxl", "calamine"), books) if book is not None]
        tally["refused"] += 1
        lines.append(f"refused  {name}: {reason[:200]} [read by {' '.join(taken) or 'nobody'}]")
    else:
        tally["read"] += 1
        books = [book for book in books if book is not None]
        tally["read by us alone"] += not books
        missed, found = sheets_missed(mine, books), list(differences(mine, books, tally, has_twins(path)))
        if missed and not mine:
            # Its workbook part names none that the standard knows: the command refuses it (F008).
            tally["explained: no sheet at all"] += 1
            missed = []
        tally["sheets missed"] += len(missed)
        tally["differences"] += len(found)
        lines += [f"sheet    {name}: {one}" for one in missed]
        lines += [f"differs  {name} {one}" for one in found[:4]]
    queue.put((tally, lines))


def main(corpus, dumps):
    total = collections.Counter()
    files = [str(p.relative_to(corpus)) for p in pathlib.Path(corpus).rglob("*") if p.is_file()]
    names = {name.replace("/", "__"): name for name in files}
    for dump in sorted(pathlib.Path(dumps).glob("*.tsv")):
        name = names[dump.name.removesuffix(".tsv")]
        queue = multiprocessing.Queue()
        work = multiprocessing.Process(
            target=compare, args=(name, pathlib.Path(corpus) / name, dump, queue))
        work.start()
        try:
            tally, lines = queue.get(timeout=70)
            print(*lines, sep="\n", end="\n" if lines else "", flush=True)
            total += tally
        except Exception:
            total["left out"] += 1
            print(f"left out {name}: no other reader comes to an end", flush=True)
        work.terminate()
        work.join()
    print(", ".join(f"{count} {what}" for what, count in total.items()))
    return 1 if total["differences"] or total["sheets missed"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
