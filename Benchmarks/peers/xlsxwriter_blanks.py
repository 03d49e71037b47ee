"""Writes a blank anew, again and again, with XlsxWriter: xlsxwriter_blanks.py PATTERN COUNT OUT

PATTERN is as blank_pattern.py describes it.
"""
import sys
from pathlib import Path

import xlsxwriter

CRITERIA = ("", "between", "not between", "==", "!=", ">", "<", ">=", "<=")
ALIGN = {"general": {}, "left": {"align": "left"}, "center": {"align": "center"},
         "right": {"align": "right"}}
VALIGN = {"bottom": "bottom", "center": "vcenter", "top": "top"}


def steps(path):
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line:
            yield [word.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
                   for word in line.split("\t")]


def style(words):
    font, size, bold, colour, back, border, align, valign, wrap, number, locked = words
    found = {"font_name": font, "font_size": float(size), "bold": bold == "1",
             "font_color": "#" + colour, "text_wrap": wrap == "1", "num_format": number,
             "locked": locked == "1", "valign": VALIGN.get(valign, "vcenter"),
             **ALIGN.get(align, {})}
    if back != "-":
        found["bg_color"] = "#" + back
    if border == "1":
        found["border"] = 1
    return found


def prepared(words):
    """The step with its numbers as numbers: done once, not for every workbook."""
    kind = words[0]
    if kind in "cnsf":
        value = words[4] if len(words) > 4 else None
        return (kind, int(words[1]), int(words[2]), int(words[3]),
                float(value) if kind == "n" else value)
    if kind == "F":
        return kind, style(words[1:])
    if kind == "V":
        return kind, *map(int, words[1:5]), rule(*words[5:])
    if kind == "W":
        return kind, int(words[1]), int(words[2]), float(words[3])
    if kind == "H":
        return kind, int(words[1]), float(words[2])
    return kind, *(map(int, words[1:]) if kind == "M" else words[1:])


def rule(kind, criterion, first, second, title, prompt):
    found = {"validate": kind, "input_title": title, "input_message": prompt}
    if kind == "list":
        found["source"] = "=" + first
    elif kind != "any":
        found["criteria"] = CRITERIA[int(criterion)]
        bounds = [value if value.replace(".", "").lstrip("-").isdigit() else "=" + value
                  for value in (first, second)]
        found.update({"minimum": bounds[0], "maximum": bounds[1]} if criterion in "12"
                     else {"value": bounds[0]})
    return found


def write(path, todo):
    book = xlsxwriter.Workbook(str(path))
    formats, sheet = [], None
    for kind, *words in todo:
        if kind == "F":
            formats.append(book.add_format(words[0]))
        elif kind == "S":
            sheet = book.add_worksheet(words[0])
        elif kind == "c":
            sheet.write_blank(words[0], words[1], None, formats[words[2]])
        elif kind == "n":
            sheet.write_number(words[0], words[1], words[3], formats[words[2]])
        elif kind == "s":
            sheet.write_string(words[0], words[1], words[3], formats[words[2]])
        elif kind == "f":
            sheet.write_formula(words[0], words[1], words[3], formats[words[2]], "")
        elif kind == "M":
            sheet.merge_range(*words, "")
        elif kind == "W":
            sheet.set_column(*words)
        elif kind == "H":
            sheet.set_row(*words)
        elif kind == "V":
            sheet.data_validation(*words)
        elif kind == "N":
            book.define_name(*words)
    book.close()


def main():
    pattern, count, out = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    todo = [prepared(words) for words in steps(pattern)]
    for number in range(count):
        write(out / f"{number}.xlsx", todo)


if __name__ == "__main__":
    main()
