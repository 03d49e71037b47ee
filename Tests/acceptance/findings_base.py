"""What the samples of findings are made from: one return without a fault, and a register of what spoils it."""
from __future__ import annotations

import tempfile
from fractions import Fraction as F
from pathlib import Path

import truth
from book import Num, write_zip
from form import SHEET, Fund, Looks, Project, Row, claimed_total, draw, programme
from make_samples import (BENEFIT, CONTENT, COST, LASTING, OUTPUT, QUALITY, QUANTITY, ROOT, SATISFIED, SOCIAL, TIME,
                          funds, q)
from oracle import plain

SAMPLES = []
REASON = "两处助餐点因场地产权未落实未能开工；已另选场地，2025年6月底前建成。"


def meals(number=1, **changes) -> Project:
    """A project whose unit met every target and claims what it earned."""
    p = Project(
        f"CW-2024-{number:02}", "社区助餐服务项目", "澄湾市社会救助服务站", "澄湾市民政局",
        "全年助餐不少于3.2万人次，建成社区助餐点12个，服务对象满意度不低于90%。",
        [q(OUTPUT, QUANTITY, "助餐服务人次（万人次）", "atLeast", "3.2", "万人次", 12, "3.41"),
         q(OUTPUT, QUANTITY, "建设社区助餐点（个）", "atLeast", "12", "个", 10, "13"),
         q(OUTPUT, QUALITY, "餐食抽检合格率（%）", "atLeast", "98", "%", 8, "99.2"),
         q(OUTPUT, QUALITY, "助餐信息平台通过验收（是/否）", "yesNo", "是", "是/否", 6, "是"),
         q(OUTPUT, TIME, "平均送餐时长（分钟）", "atMost", "40", "分钟", 6, "36"),
         q(OUTPUT, COST, "每餐补贴标准（元）", "atMost", "6", "元", 8, "5.8"),
         q(BENEFIT, SOCIAL, "新增服务老年人（人）", "atLeast", "500", "人", 15, "540"),
         q(BENEFIT, LASTING, "助餐长效机制健全程度（定性）", "level", "达成", "", 15, "达成", judged=F("14.5")),
         q(CONTENT, SATISFIED, "服务对象满意度（%）", "atLeast", "90", "%", 10, "94.6")],
        funds(("300", "300", "291.2"), ("20", "20", "20"), ("10", "10", "9.1")))
    for key, value in changes.items():
        setattr(p, key, value)
    return p


# The rows of `meals` by what they are for.
PEOPLE, POINTS_BUILT, PASSED, YES_NO, MINUTES, COSTS, NEW, LEVEL, CONTENTED = range(9)


class Sample:
    """One folder of samples/findings: what is returned, how it is checked, what is found."""

    def __init__(self, name, root: Path, scorebook):
        self.name, self.code, self.scorebook = name, name[:4], scorebook
        self.severity = name[5:] or truth.SEVERITY.get(self.code)
        self.folder = root / name
        self.p, self.looks = meals(), Looks(modified="2025-03-14T02:30:00Z")
        self.book = self.sheet = None
        self.command = "check"
        self.scheme = "mof-2020"
        self.returns = []                  # paths below input/
        self.issued = None                 # the projects of the programme workbook
        self.lines = []
        self.room = tempfile.TemporaryDirectory()

    @property
    def input(self) -> Path:
        (self.folder / "input").mkdir(parents=True, exist_ok=True)
        return self.folder / "input"

    def draw(self):
        self.book = draw(self.p, self.looks)
        self.sheet = self.book.sheets[0]
        return self.sheet

    def row(self, n) -> Row:
        return self.p.rows[n]

    def type(self, n, shown, style=None):
        """Types something else into an actual, which is read as what it was."""
        self.row(n).actual_shown = shown
        if style is not None:
            self.row(n).actual_style = style

    def spoil(self, n, shown, style=None):
        """An actual that cannot be read: its unit claims nothing for it, and says why."""
        self.type(n, shown, style)
        row = self.row(n)
        row.actual, row.claimed, row.claimed_rate, row.judged = None, Num("0"), None, None
        row.reason = REASON

    def fall_short(self, n=POINTS_BUILT, actual="11", reason=REASON):
        row = self.row(n)
        row.actual, row.actual_shown, row.reason = F(actual), None, reason

    def save(self, name="自评表.xlsx"):
        if self.sheet is None:
            self.draw()
        self.book.save(self.input / name, self.looks.dialect)
        self.returns.append(name)

    def save_parts(self, parts, name="自评表.xlsx"):
        write_zip(self.input / name, parts)
        self.returns.append(name)

    def save_bytes(self, data, name="自评表.xlsx"):
        (self.input / name).write_bytes(data)
        self.returns.append(name)

    def retotal(self):
        self.sheet.set(*self.sheet.marks["total"], Num(plain(claimed_total(self.sheet, self.p))))

    def expect(self, *key, sheet=SHEET):
        """A finding on a marked cell."""
        self.expect_at(self.sheet.at(*key), sheet)

    def expect_at(self, cell="-", sheet=SHEET):
        """A finding on a cell by its address; `-` for the sheet as a whole."""
        self.lines.append("\t".join((self.code, self.severity, sheet, cell)))

    def expect_file(self):
        """A finding on a file or round as a whole."""
        self.expect_at(sheet="-")

    def national(self, name, *change):
        """A scheme file of its own: the national form's, without comments and with one change."""
        lines = (ROOT / "templates" / "mof-2020" / "scheme.yaml").read_text(encoding="utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
        text = text.replace("id: mof-2020", f"id: {name}").replace(*change)
        (self.input / "scheme.yaml").write_text(text + "\n", encoding="utf-8")
        return "input/scheme.yaml"

    def finish(self):
        options = ["--scheme", self.scheme]
        if self.issued is not None:
            programme(self.issued).save(self.input / "programme.xlsx")
            options += ["--programme", "input/programme.xlsx"]
        words = ["scorebook", self.command, *options, *(f"input/{name}" for name in self.returns)]
        if self.command == "score":
            words += ["--out", "OUT"]
        (self.folder / "command.txt").write_text(" ".join(words) + "\n", encoding="utf-8")
        (self.folder / "expected-codes.txt").write_text("".join(f"{line}\n" for line in self.lines), encoding="utf-8")


def sample(name):
    """Registers what makes the sample of a code, `-note` or `-warning` behind it for its milder kind."""
    def keep(make):
        SAMPLES.append((name, make))
        return make
    return keep


def moved(fund: Fund, **changes):
    for key, value in changes.items():
        setattr(fund, key, F(value))
