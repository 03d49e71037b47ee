"""A small workbook writer with exact control of the bytes.

Ordinary libraries hide what the rig has to vary: how a string is stored, which
prefix the elements carry, what a number looks like in the file, the time of a
zip entry.  This one writes just that, and the same bytes on every run.
"""
from __future__ import annotations

import zipfile
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
DECL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DIALECTS = ("plain", "wps", "inline", "prefixed")
BUILTIN = {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49}
WPS_FORMATS = {
    41: r'_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ ',
    42: r'_ "￥"* #,##0_ ;_ "￥"* \-#,##0_ ;_ "￥"* "-"_ ;_ @_ ',
    43: r'_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: r'_ "￥"* #,##0.00_ ;_ "￥"* \-#,##0.00_ ;_ "￥"* "-"??_ ;_ @_ ',
}


@dataclass(frozen=True)
class Num:
    """A number, written into the file exactly as given."""
    text: str


@dataclass(frozen=True)
class Formula:
    """A formula; `cached` is the stored value (Num, str, Err) or None for none."""
    text: str
    cached: object = None


@dataclass(frozen=True)
class Err:
    """An error value such as #DIV/0!."""
    text: str


@dataclass(frozen=True)
class Style:
    font: str = "宋体"
    size: str = "10.5"
    bold: bool = False
    color: str | None = None
    fill: str | None = None
    border: bool = True
    fmt: str = "General"
    h: str = "center"
    v: str = "center"
    wrap: bool = True
    indent: int = 0

    def but(self, **changes) -> "Style":
        return replace(self, **changes)


def letters(col: int) -> str:
    out = ""
    while col:
        col, rest = divmod(col - 1, 26)
        out = chr(65 + rest) + out
    return out


def ref(row: int, col: int) -> str:
    return f"{letters(col)}{row}"


@dataclass
class Sheet:
    name: str
    cells: dict = field(default_factory=dict)      # (row, col) -> (value, Style)
    merges: list = field(default_factory=list)     # (row1, col1, row2, col2)
    widths: dict = field(default_factory=dict)     # col -> width
    heights: dict = field(default_factory=dict)    # row -> points
    hidden_rows: set = field(default_factory=set)
    hidden_cols: set = field(default_factory=set)
    hidden: bool = False
    landscape: bool = True
    marks: dict = field(default_factory=dict)      # what stands where: key -> (row, col), follows every move

    def at(self, *key):
        """The address of a marked cell."""
        return ref(*self.marks[key if len(key) > 1 else key[0]])

    def put(self, row, col, value, style=Style()):
        self.cells[row, col] = (value, style)

    def merge(self, row1, col1, row2, col2, value=None, style=None):
        """Merge, styling every covered cell so that the frame is drawn all round."""
        if (row1, col1) != (row2, col2):
            self.merges.append((row1, col1, row2, col2))
        if style is not None:
            for r in range(row1, row2 + 1):
                for c in range(col1, col2 + 1):
                    self.cells[r, c] = (None, style)
            self.cells[row1, col1] = (value, style)

    def value(self, row, col):
        return self.cells.get((row, col), (None, None))[0]

    def set(self, row, col, value):
        """Change a value and keep the style."""
        self.cells[row, col] = (value, self.cells.get((row, col), (None, Style()))[1])

    def restyle(self, row, col, **changes):
        value, style = self.cells[row, col]
        self.cells[row, col] = (value, style.but(**changes))

    def insert_rows(self, at, count=1):
        """Empty rows before row `at`, everything below moves down."""
        self._move(lambda r, c: (r + count if r >= at else r, c))

    def delete_row(self, at):
        """Remove a row; a merge that began on it keeps its text on the next one."""
        for a, b, c, _ in self.merges:
            if a == at < c:
                self.cells[at + 1, b] = self.cells[at, b]
        self.cells = {k: v for k, v in self.cells.items() if k[0] != at}
        fixed = []
        for a, b, c, d in self.merges:
            if a == c == at:
                continue
            fixed.append((a - (a > at), b, c - (c >= at), d))
        self.merges = [m for m in fixed if (m[0], m[1]) != (m[2], m[3])]
        self.cells = {(r - 1 if r > at else r, c): v for (r, c), v in self.cells.items()}
        self.marks = {k: (r - 1 if r > at else r, c) for k, (r, c) in self.marks.items() if r != at}
        self.heights = {(r - 1 if r > at else r): v for r, v in self.heights.items() if r != at}
        self.hidden_rows = {r - 1 if r > at else r for r in self.hidden_rows if r != at}

    def shift(self, rows, cols):
        """Move the whole table down and to the right."""
        self._move(lambda r, c: (r + rows, c + cols))

    def _move(self, where):
        self.cells = {where(r, c): v for (r, c), v in self.cells.items()}
        self.merges = [where(a, b) + where(c, d) for a, b, c, d in self.merges]
        self.marks = {k: where(r, c) for k, (r, c) in self.marks.items()}
        self.heights = {where(r, 1)[0]: v for r, v in self.heights.items()}
        self.hidden_rows = {where(r, 1)[0] for r in self.hidden_rows}
        self.widths = {where(1, c)[1]: v for c, v in self.widths.items()}
        self.hidden_cols = {where(1, c)[1] for c in self.hidden_cols}


class Styles:
    """The tables of styles.xml, filled as styles are met."""

    def __init__(self, dialect, empty_fills=False):
        self.dialect, self.empty_fills = dialect, empty_fills
        self.fonts, self.fills, self.borders, self.formats, self.xfs = [], [], [], {}, []
        self.of(Style(size="11", border=False, h="", wrap=False))

    @staticmethod
    def index(table, item):
        if item not in table:
            table.append(item)
        return table.index(item)

    def of(self, s: Style) -> int:
        if s.fmt in BUILTIN:
            fmt = BUILTIN[s.fmt]
        else:
            fmt = self.formats.setdefault(s.fmt, 176 + len(self.formats))
        key = (self.index(self.fonts, (s.font, s.size, s.bold, s.color)),
               0 if s.fill is None else 2 + self.index(self.fills, s.fill),
               self.index(self.borders, s.border), fmt, s.h, s.v, s.wrap, s.indent)
        return self.index(self.xfs, key)

    def xml(self, p):
        """styles.xml; `p` is the element prefix."""
        formats = {v: k for k, v in self.formats.items()}
        if self.dialect == "wps":
            formats = {**WPS_FORMATS, **formats}
        out = [f'<{p}styleSheet xmlns{":" + p[:-1] if p else ""}="{MAIN}">']
        if formats:
            out.append(f'<{p}numFmts count="{len(formats)}">' + "".join(
                f"<{p}numFmt numFmtId=\"{i}\" formatCode={quoteattr(f)}/>" for i, f in sorted(formats.items()))
                + f"</{p}numFmts>")
        out.append(f'<{p}fonts count="{len(self.fonts)}">')
        for name, size, bold, color in self.fonts:
            charset = f'<{p}charset val="134"/>' if ord(name[0]) > 127 else f'<{p}family val="1"/>'
            out.append(f'<{p}font>{f"<{p}b/>" if bold else ""}<{p}sz val="{size}"/>'
                       + (f'<{p}color rgb="FF{color}"/>' if color else f'<{p}color theme="1"/>')
                       + f'<{p}name val="{name}"/>{charset}</{p}font>')
        out.append(f"</{p}fonts>")
        empty = f"<{p}fill/>" * (3 if self.empty_fills else 0)
        out.append(f'<{p}fills count="{2 + len(self.fills) + (3 if empty else 0)}">'
                   f'<{p}fill><{p}patternFill patternType="none"/></{p}fill>'
                   f'<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>')
        for rgb in self.fills:
            out.append(f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF{rgb}"/>'
                       f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>')
        out.append(f"{empty}</{p}fills>" + f'<{p}borders count="{len(self.borders)}">')
        for drawn in self.borders:
            if drawn:
                side = "".join(f'<{p}{e} style="thin"><{p}color auto="1"/></{p}{e}>'
                               for e in ("left", "right", "top", "bottom"))
                out.append(f"<{p}border>{side}<{p}diagonal/></{p}border>")
            else:
                out.append(f"<{p}border>" + "".join(
                    f"<{p}{e}/>" for e in ("left", "right", "top", "bottom", "diagonal")) + f"</{p}border>")
        out.append(f'</{p}borders><{p}cellStyleXfs count="1"><{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0">'
                   f'<{p}alignment vertical="center"/></{p}xf></{p}cellStyleXfs><{p}cellXfs count="{len(self.xfs)}">')
        for font, fill, border, fmt, h, v, wrap, indent in self.xfs:
            align = (f' horizontal="{h}"' if h else "") + f' vertical="{v}"' + (' wrapText="1"' if wrap else "")
            align += f' indent="{indent}"' if indent else ""
            out.append(f'<{p}xf numFmtId="{fmt}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"'
                       f' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
                       f"<{p}alignment{align}/></{p}xf>")
        out.append(f'</{p}cellXfs><{p}cellStyles count="1"><{p}cellStyle name="常规" xfId="0" builtinId="0"/>'
                   f'</{p}cellStyles><{p}dxfs count="0"/></{p}styleSheet>')
        return DECL + "".join(out)


class Book:
    def __init__(self, *sheets: Sheet, modified="2025-03-14T09:30:00Z"):
        self.sheets = list(sheets)
        self.modified = modified
        self.empty_fills = False       # <fill/>, as some WPS versions write it; openpyxl refuses it
        self.extra = {}                # part name -> bytes, written last
        self.raw = {}                  # part name -> function of its text, applied last

    def parts(self, dialect="plain"):
        """Part name -> bytes, in the order of the package."""
        p = "x:" if dialect == "prefixed" else ""
        styles, strings = Styles(dialect, self.empty_fills), {}
        bodies = [self.sheet_xml(s, n == 0, styles, strings, dialect, p) for n, s in enumerate(self.sheets)]
        out = {"[Content_Types].xml": None, "_rels/.rels": None, "docProps/app.xml": self.app_xml(dialect),
               "docProps/core.xml": self.core_xml()}
        if dialect == "wps":
            out["docProps/custom.xml"] = WPS_CUSTOM
        out["xl/workbook.xml"] = self.workbook_xml(p, dialect)
        out["xl/_rels/workbook.xml.rels"] = None
        for n, body in enumerate(bodies, 1):
            out[f"xl/worksheets/sheet{n}.xml"] = body
        out["xl/styles.xml"] = styles.xml(p)
        if strings:
            out["xl/sharedStrings.xml"] = DECL + f'<{p}sst xmlns{":x" if p else ""}="{MAIN}" ' \
                f'count="{len(strings)}" uniqueCount="{len(strings)}">' + "".join(
                    f"<{p}si><{p}t{space(t)}>{escape(t)}</{p}t></{p}si>" for t in strings) + f"</{p}sst>"
        if dialect == "wps":
            out["customXml/item1.xml"] = WPS_ITEM
            out["customXml/itemProps1.xml"] = WPS_ITEM_PROPS
            out["customXml/_rels/item1.xml.rels"] = rels([
                ("rId1", REL + "/customXmlProps", "itemProps1.xml")])
        links = [(f"rId{n}", REL + "/worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(bodies) + 1)]
        links.append((f"rId{len(links) + 1}", REL + "/styles", "styles.xml"))
        if strings:
            links.append((f"rId{len(links) + 1}", REL + "/sharedStrings", "sharedStrings.xml"))
        if dialect == "wps":
            links.append((f"rId{len(links) + 1}", REL + "/customXml", "../customXml/item1.xml"))
        out["xl/_rels/workbook.xml.rels"] = rels(links)
        top = [("rId1", REL + "/officeDocument", "xl/workbook.xml"),
               ("rId2", PKG + "/relationships/metadata/core-properties", "docProps/core.xml"),
               ("rId3", REL + "/extended-properties", "docProps/app.xml")]
        if dialect == "wps":
            top.append(("rId4", REL + "/custom-properties", "docProps/custom.xml"))
        out["_rels/.rels"] = rels(top)
        out["[Content_Types].xml"] = content_types(out)
        data = {k: v.encode() if isinstance(v, str) else v for k, v in out.items()}
        for name, change in self.raw.items():
            data[name] = change(data[name])
        return data

    def save(self, path, dialect="plain"):
        when = self.modified
        stamp = (int(when[:4]), int(when[5:7]), int(when[8:10]), int(when[11:13]), int(when[14:16]), 0)
        write_zip(path, {**self.parts(dialect), **self.extra}, stamp)

    def workbook_xml(self, p, dialect):
        version = '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>'
        if dialect != "wps":
            version = f'<{p}fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/>'
        sheets = "".join(f'<{p}sheet name={quoteattr(s.name)} sheetId="{n}"'
                         f'{" state=" + quoteattr("hidden") if s.hidden else ""} r:id="rId{n}"/>'
                         for n, s in enumerate(self.sheets, 1))
        return (DECL + f'<{p}workbook xmlns{":x" if p else ""}="{MAIN}" xmlns:r="{REL}">{version}<{p}workbookPr/>'
                f'<{p}bookViews><{p}workbookView windowWidth="28800" windowHeight="12540"/></{p}bookViews>'
                f'<{p}sheets>{sheets}</{p}sheets><{p}calcPr calcId="191029"/></{p}workbook>')

    def app_xml(self, dialect):
        name = "WPS 表格" if dialect == "wps" else "Microsoft Excel"
        titles = "".join(f"<vt:lpstr>{escape(s.name)}</vt:lpstr>" for s in self.sheets)
        n = len(self.sheets)
        return (DECL + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
                ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
                f'<Application>{name}</Application><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant>'
                f'<vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>{n}</vt:i4></vt:variant></vt:vector>'
                f'</HeadingPairs><TitlesOfParts><vt:vector size="{n}" baseType="lpstr">{titles}</vt:vector>'
                '</TitlesOfParts></Properties>')

    def core_xml(self):
        return (DECL + f'<cp:coreProperties xmlns:cp="{PKG}/metadata/core-properties"'
                ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
                ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>填表人</dc:creator>'
                '<dcterms:created xsi:type="dcterms:W3CDTF">2025-02-20T01:00:00Z</dcterms:created>'
                f'<dcterms:modified xsi:type="dcterms:W3CDTF">{self.modified}</dcterms:modified></cp:coreProperties>')

    def sheet_xml(self, s, first, styles, strings, dialect, p):
        rows = {}
        for (r, c), item in s.cells.items():
            rows.setdefault(r, {})[c] = item
        for r in list(s.heights) + list(s.hidden_rows):
            rows.setdefault(r, {})
        last = max(rows, default=1)
        width = max((c for _, c in s.cells), default=1)
        extra = {"plain": "", "inline": "", "prefixed": ""}.get(
            dialect, ' xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"')
        out = [f'<{p}worksheet xmlns{":x" if p else ""}="{MAIN}" xmlns:r="{REL}"{extra}>'
               f'<{p}sheetPr><{p}pageSetUpPr fitToPage="1"/></{p}sheetPr><{p}dimension ref="A1:{ref(last, width)}"/>'
               f'<{p}sheetViews><{p}sheetView{" tabSelected=" + quoteattr("1") if first else ""} workbookViewId="0"/>'
               f'</{p}sheetViews><{p}sheetFormatPr defaultRowHeight="14.25"/>']
        cols = sorted(set(s.widths) | s.hidden_cols)
        if cols:
            out.append(f"<{p}cols>" + "".join(
                f'<{p}col min="{c}" max="{c}" width="{s.widths.get(c, 9)}" customWidth="1"'
                f'{" hidden=" + quoteattr("1") if c in s.hidden_cols else ""}/>' for c in cols) + f"</{p}cols>")
        out.append(f"<{p}sheetData>")
        for r in sorted(rows):
            attrs = f' ht="{s.heights[r]}" customHeight="1"' if r in s.heights else ""
            attrs += ' hidden="1"' if r in s.hidden_rows else ""
            out.append(f'<{p}row r="{r}"{attrs}>')
            for c in sorted(rows[r]):
                value, style = rows[r][c]
                out.append(cell_xml(ref(r, c), value, styles.of(style), strings, dialect == "inline", p))
            out.append(f"</{p}row>")
        out.append(f"</{p}sheetData>")
        if s.merges:
            out.append(f'<{p}mergeCells count="{len(s.merges)}">' + "".join(
                f'<{p}mergeCell ref="{ref(a, b)}:{ref(c, d)}"/>' for a, b, c, d in sorted(s.merges))
                + f"</{p}mergeCells>")
        out.append(f'<{p}pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
                   f'<{p}pageSetup paperSize="9"{" orientation=" + quoteattr("landscape") if s.landscape else ""}'
                   f' fitToHeight="0"/></{p}worksheet>')
        return DECL + "".join(out)


def cell_xml(at, value, style, strings, inline, p):
    head = f'<{p}c r="{at}" s="{style}"'
    if value is None:
        return head + "/>"
    if isinstance(value, Num):
        return f"{head}><{p}v>{value.text}</{p}v></{p}c>"
    if isinstance(value, Err):
        return f'{head} t="e"><{p}v>{value.text}</{p}v></{p}c>'
    if isinstance(value, Formula):
        body = f"<{p}f>{escape(value.text)}</{p}f>"
        if isinstance(value.cached, Num):
            return f"{head}>{body}<{p}v>{value.cached.text}</{p}v></{p}c>"
        if isinstance(value.cached, Err):
            return f'{head} t="e">{body}<{p}v>{value.cached.text}</{p}v></{p}c>'
        if value.cached is not None:
            return f'{head} t="str">{body}<{p}v>{escape(value.cached)}</{p}v></{p}c>'
        return f"{head}>{body}</{p}c>"
    if inline:
        return f'{head} t="inlineStr"><{p}is><{p}t{space(value)}>{escape(value)}</{p}t></{p}is></{p}c>'
    return f'{head} t="s"><{p}v>{strings.setdefault(value, len(strings))}</{p}v></{p}c>'


def space(text):
    return ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""


def rels(items):
    return DECL + f'<Relationships xmlns="{PKG}/relationships">' + "".join(
        f'<Relationship Id="{i}" Type="{t}" Target="{to}"/>' for i, t, to in items) + "</Relationships>"


def content_types(parts):
    types = {"docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
             "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
             "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
             "xl/workbook.xml": TYPE + "sheet.main+xml", "xl/styles.xml": TYPE + "styles+xml",
             "xl/sharedStrings.xml": TYPE + "sharedStrings+xml",
             "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"}
    lines = [f'<Override PartName="/{n}" ContentType="{types[n]}"/>' for n in parts if n in types]
    lines += [f'<Override PartName="/{n}" ContentType="{TYPE}worksheet+xml"/>'
              for n in parts if n.startswith("xl/worksheets/sheet")]
    return DECL + f'<Types xmlns="{PKG}/content-types"><Default Extension="rels" ContentType="application/' \
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' \
        + "".join(lines) + "</Types>"


def write_zip(path, parts, stamp=(2025, 3, 14, 9, 30, 0)):
    with zipfile.ZipFile(path, "w") as z:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            z.writestr(info, data, compresslevel=6)


WPS_CUSTOM = DECL + ('<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
                     'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
                     '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ICV">'
                     '<vt:lpwstr>0F1E2D3C4B5A69788796A5B4C3D2E1F0_13</vt:lpwstr></property>'
                     '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="KSOProductBuildVer">'
                     '<vt:lpwstr>2052-12.1.0.18276</vt:lpwstr></property></Properties>')
WPS_ITEM = DECL + ('<s:customData xmlns="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
                   'xmlns:s="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>')
WPS_ITEM_PROPS = DECL + ('<ds:datastoreItem ds:itemID="{B1977F7D-205B-4081-913C-38D41E755F92}" '
                         'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
                         '<ds:schemaRef ds:uri="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>'
                         '</ds:schemaRefs></ds:datastoreItem>')
