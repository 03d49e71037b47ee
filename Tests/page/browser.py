"""The three paths through the page in a real browser: browser.py SCOREBOOK-SERVE SCOREBOOK

From the first click to the downloaded file, whose bytes have to be those that the command writes.
"""
from __future__ import annotations

import io
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

from common import PROGRAMME, ROUND, SCHEME, Server, check, command, returns, say
from driver import Browser

FIRST = ROUND / "first"
NAME = "2024年度项目支出绩效自评"


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        return {entry.filename: bundle.read(entry) for entry in bundle.infolist() if not entry.is_dir()}


def same(name: str, got: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    check(f"{name}: names", set(got) == set(wanted), set(got) ^ set(wanted))
    for path in sorted(set(got) & set(wanted)):
        check(f"{name}: bytes of {path}", got[path] == wanted[path])


def faulty(path: pathlib.Path) -> pathlib.Path:
    """The programme with a project that is named twice and a text where money belongs."""
    book = openpyxl.load_workbook(PROGRAMME)
    sheet = book["项目"]
    sheet["A4"] = sheet["A3"].value
    funds = book["资金"]
    funds.cell(3, funds.max_column, "一百万")
    book.save(path)
    return path


def console(browser: Browser, where: str) -> None:
    said = browser.complaints()
    check(f"{where}: nothing in the console", not said, said)


def hand_out(browser: Browser, server: Server, scorebook, work: pathlib.Path) -> None:
    browser.go(f"http://127.0.0.1:{server.port}/")
    browser.sees("还没有批次")
    browser.write("#round-name", NAME)
    browser.click("#create")
    browser.sees("1　选择方案")
    check("issue: no blanks yet", browser.find("#make-blanks").get_attribute("disabled"))
    browser.choose("#scheme", SCHEME)
    browser.write("#programme-drop-files", str(faulty(work / "有错的下达.xlsx")))
    browser.sees("须改正", "#programme-check")
    table = [[cell.text for cell in row.find_elements("css selector", "td")]
             for row in browser.all("#programme-check tbody tr")]
    told = subprocess.run(
        [scorebook, "handout", "--scheme", SCHEME, "--programme", str(work / "有错的下达.xlsx"), "--out",
         str(work / "no"), "--lang", "zh"], capture_output=True, text=True)
    check("issue: the command refuses it too", told.returncode == 2, told)
    check("issue: mistakes are listed", len(table) >= 2, table)
    for sheet, cell, problem in table:
        check(f"issue: the mistake at {sheet} {cell} as the command tells it", sheet in told.stderr
              and cell in told.stderr and problem and problem.split("\n")[0] in told.stderr, (problem, told.stderr))
    check("issue: a faulty one makes no blanks", browser.find("#make-blanks").get_attribute("disabled"))
    browser.drop("#programme-drop", {"programme.xlsx": PROGRAMME.read_bytes()})
    browser.sees("可用：", "#programme-check")
    browser.click("#make-blanks")
    data = browser.download("#take-blanks")
    check("issue: the bundle is named after the round", browser.name == f"{NAME}_空表.zip", browser.name)
    subprocess.run([scorebook, "handout", "--scheme", SCHEME, "--programme", str(PROGRAMME), "--out",
                    str(work / "blanks"), "--quiet"], check=True)
    same("issue: blanks", entries(data), returns(work / "blanks"))
    console(browser, "issue")


def rows(browser: Browser) -> list[list[str]]:
    return browser.run("""return [...document.querySelectorAll('.returns tbody tr')]
      .map((row) => [...row.cells].map((cell) => cell.innerText))""")


def reviewed(browser: Browser, count: int) -> list[list[str]]:
    browser.until(f"{count} rows", lambda: len(rows(browser)) == count and browser.all(".sums")
                  and not browser.all("#busy progress"), 60)
    return rows(browser)


def collect(browser: Browser, wanted: dict[str, bytes]) -> None:
    browser.click("#tab-review")
    browser.sees("还没有收到自评表")
    files = sorted(FIRST.rglob("*.xlsx"))
    results = json.loads(wanted["results.json"])["returns"]
    # Some as files, dropped; then all in their folders, as a folder; then one bundle.
    browser.drop("#returns-drop", {path.name: path.read_bytes() for path in files[:2]})
    reviewed(browser, 2)
    browser.run("window.confirm = () => true")
    browser.click("details summary")
    browser.click(".files button")
    browser.sees("已收1个文件", "#files-title")
    browser.click(".files button")
    browser.until("taken out", lambda: not browser.find("details").is_displayed())
    browser.write("#returns-drop-folder", str(FIRST))
    table = reviewed(browser, len(files))
    for line, row in zip(results, table):
        check(f"review: {line['file']} has its row", line['file'] in row[0]
              and (line["project"] or {"name": ""})["name"] in row[0], row)
        check(f"review: {line['file']} its total", row[2] == (line["total"] or ""), (row, line["total"]))
        check(f"review: {line['file']} its grade", row[3] == (line["grade"] or ""), (row, line["grade"]))
        verdict = "无法读取" if line["status"] != "scored" else "通过" if line["verdict"] == "accept" else "退回修改"
        check(f"review: {line['file']} its verdict", row[-1].startswith(verdict) or line.get("superseded"), (row, line))
    console(browser, "review")


def opened(browser: Browser, wanted: dict[str, bytes]) -> None:
    results = json.loads(wanted["results.json"])["returns"]
    at = max(range(len(results)), key=lambda index: len(results[index]["findings"]))
    line = results[at]
    browser.click(f".returns tbody tr:nth-child({at + 1}) a.open")
    browser.sees((line["project"] or {"name": line["file"]})["name"], "h2.grow")
    listed = browser.text("#panel")
    for finding in line["findings"]:
        check(f"detail: {finding['code']} {finding['cell']}", all(
            text in listed for text in (finding["code"], finding["message"], finding["advice"] or "")), finding)
        if finding["cell"]:
            flagged = browser.all(f"td.found[data-cell='{finding['cell']}']")
            check(f"detail: a mark at {finding['cell']}", flagged or finding["sheet"] not in browser.text(".sheets"))
    cells = [finding for finding in line["findings"] if finding["cell"]]
    browser.click(f"#panel button")
    check("detail: a finding leads to its cell", browser.find("td.reached").get_attribute("data-cell") == cells[0]["cell"])
    browser.click("#part-scores")
    scores = browser.text("#panel")
    for row in line["indicators"]:
        for text in (row["name"], row["score"], row["working"]):
            check(f"detail: {row['name'][:12]}: {text}", not text or text in scores, scores[:200])
    browser.click("#part-funds")
    funds = browser.text("#panel")
    for fund in line["funds"]:
        for key in ("source", "budget", "executed"):
            check(f"detail: funds {key} {fund[key]}", not fund[key] or fund[key] in funds, funds)
    path = line["annotated"]
    data = browser.download("#take-copy")
    check("detail: the copy's name", browser.name == pathlib.PurePath(path).name, browser.name)
    check("detail: the copy's bytes", data == wanted[path])
    browser.click("#to-list")
    console(browser, "detail")


def send_back(browser: Browser, wanted: dict[str, bytes]) -> None:
    results = json.loads(wanted["results.json"])["returns"]
    browser.click("#tab-back")
    browser.sees("未报的项目")
    missing = json.loads(wanted["results.json"])
    check("back: summary", browser.download("#take-summary") == wanted["summary.xlsx"])
    check("back: findings", browser.download("#take-findings") == wanted["findings.csv"])
    same("back: everything", entries(browser.download("#take-everything")), wanted)
    back = {line["annotated"] for line in results if line["annotated"] and line["verdict"] != "accept"
            and not line.get("superseded")}
    same("back: to send back", entries(browser.download("#take-sendBack")), {path: wanted[path] for path in back})
    check("back: so many", f"{len(back)}份" in browser.text(), browser.text()[:300])
    listed = browser.text("#missing")
    for name in [project["name"] for project in missing.get("missing", []) if isinstance(project, dict)]:
        check(f"back: {name} is missing", name in listed, listed)
    check("back: charts carry their numbers", len(browser.all("figure svg[role=img][aria-label]")) >= 2)
    console(browser, "back")


def bundled(browser: Browser, scorebook, work: pathlib.Path) -> None:
    """A .zip, without programme and scheme, in a second round; and files made to harm."""
    folder = work / "bundle"
    folder.mkdir()
    with zipfile.ZipFile(folder / "回收.zip", "w") as bundle:
        for name, data in returns(FIRST).items():
            bundle.writestr(name, data)
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (folder / "<b onclick=alert(1)>旧.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (folder / "加密.xlsx").write_bytes((ROUND.parents[1] / "findings/F002/input").glob("*").__next__().read_bytes())
    wanted = command(scorebook, work / "bundle-out", folder)
    browser.click("#new-round")
    browser.write("#round-name", "压缩包")
    browser.click("#create")
    browser.sees("压缩包", "#rounds")
    browser.click("#tab-review")
    browser.sees("还没有收到自评表")
    browser.write("#returns-drop-files", "\n".join(str(path) for path in sorted(folder.iterdir())))
    results = json.loads(wanted["results.json"])["returns"]
    rejected = [line for line in results if line["status"] != "scored"]
    table = reviewed(browser, len(results))
    check("bundle: a row each", len(table) == len(returns(FIRST)) + 3, len(table))
    unread = [row for row in table if row[-1] == "无法读取"]
    check("bundle: as many as the command cannot read", len(unread) == len(rejected) >= 3, unread)
    for row, line in zip(unread, rejected):
        check(f"bundle: {line['file']} says why", all(one["message"] in row[0] for one in line["findings"]), row)
    check("bundle: names are no markup", not browser.all("td b[onclick]"))
    browser.click("#tab-back")
    same("bundle: everything", entries(browser.download("#take-everything")), wanted)
    browser.sees(f"另有{len(rejected)}份无法读取")
    console(browser, "bundle")


def dragged(browser: Browser, wanted: dict[str, bytes], work: pathlib.Path) -> None:
    """A folder in folders, dragged in; the scheme and programme of the first round are not this one's."""
    browser.click("#new-round")
    browser.write("#round-name", "拖文件夹")
    browser.click("#create")
    browser.sees("拖文件夹", "#rounds")
    browser.choose("#scheme", SCHEME)
    browser.drag("#programme-drop", PROGRAMME)
    browser.sees("可用：", "#programme-check")
    browser.click("#tab-review")
    browser.sees("还没有收到自评表")
    browser.drag("#returns-drop", work / "inbox/first")
    reviewed(browser, len(json.loads(wanted["results.json"])["returns"]))
    browser.click("#tab-back")
    same("dragged: everything", entries(browser.download("#take-everything")), wanted)
    # Dropped beside the place, a file does not take the page's.
    browser.drag("h1", PROGRAMME)
    check("dragged: beside the place", "#/" in browser.driver.current_url and browser.text("h1") == "绩效自评审核")
    console(browser, "dragged")


def main() -> None:
    program, scorebook = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        # A browser names files by the folder that was chosen: the command is given its parent.
        options = ("--scheme", SCHEME, "--programme", str(PROGRAMME))
        inbox = work / "inbox/first"
        for name, data in returns(FIRST).items():
            (inbox / name).parent.mkdir(parents=True, exist_ok=True)
            (inbox / name).write_bytes(data)
        wanted = command(scorebook, work / "out", inbox.parent, *options)
        with Server(program, work / "page") as server, Browser() as browser:
            hand_out(browser, server, scorebook, work)
            collect(browser, wanted)
            opened(browser, wanted)
            send_back(browser, wanted)
            bundled(browser, scorebook, work)
            dragged(browser, wanted, work)
            say(f"browser: server peak {server.memory():.0f} MB")
    check.end("browser")


if __name__ == "__main__":
    main()
