"""How the page looks and how it is used without a mouse: looks.py SERVE SCOREBOOK [--pictures DIR]

Every state at 1366×768 and at a phone's 390×844, in both languages, held against looks.js; the
keyboard alone through the page; the words of both languages against each other.
"""
from __future__ import annotations

import argparse
import pathlib
import re
import tempfile
import threading
import time

from common import HERE, PROGRAMME, ROUND, SCHEME, SITE, Client, Server, check, returns, say
from driver import DESKTOP, PHONE, Browser, Keys

JUDGE = (HERE / "looks.js").read_text()


class Looks:
    def __init__(self, browser: Browser, pictures: pathlib.Path):
        self.browser, self.pictures = browser, pictures
        self.count = 0

    def state(self, name: str) -> None:
        """Judges what is shown now, on both screens; the picture is for people."""
        for size, kind in ((DESKTOP, "desktop"), (PHONE, "phone")):
            self.browser.size(*size, touch=kind == "phone")
            time.sleep(0.15)
            wrong = self.browser.run(JUDGE, size[0])
            for one in wrong:
                check(f"looks: {name}, {kind}", False, one)
            check(f"looks: {name}, {kind}", not wrong, len(wrong))
            self.browser.picture(self.pictures / f"{name}-{kind}.png")
            self.count += 1
        self.browser.size(*DESKTOP)


def words() -> None:
    books = {}
    for name in ("chinese", "english"):
        text = (SITE / f"{name}.js").read_text()
        books[name] = dict(re.findall(r'(\w+): "((?:[^"\\]|\\.)*)"', text))
        check(f"words: {name} has each once", len(re.findall(r'(\w+): "', text)) == len(books[name]))
    code = "\n".join(path.read_text() for path in SITE.glob("*.js") if path.stem not in books)
    check("words: the same keys", set(books["chinese"]) == set(books["english"]),
          set(books["chinese"]) ^ set(books["english"]))
    for key, text in books["chinese"].items():
        check(f"words: {key} is used", re.search(rf'"{key}"|\b{key}: "?|heads\.{key}', code)
              or re.search(rf'\[?"{key}"', code), key)
        holes = [sorted(set(re.findall(r"\{\d\}", book.get(key, "")))) for book in books.values()]
        check(f"words: {key} has the same values", holes[0] == holes[1], holes)
        check(f"words: {key} is Chinese", key == "language" or re.search("[一-龥]", text) or not re.search("[A-Za-z]", text), text)
        check(f"words: {key} is English", key == "language" or not re.search("[一-龥]", books["english"].get(key, "").replace(
            "须改", "").replace("项目, 资金, 指标", "")), books["english"].get(key))
    for key in set(re.findall(r'\bt\("(\w+)"', code)):
        check(f"words: {key} exists", key in books["chinese"])
    for path in sorted(SITE.iterdir()):
        foreign = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"']*", path.read_text())) - {"http://www.w3.org/2000/svg"}
        check(f"words: {path.name} names no other host", not foreign, foreign)


def prepared(server: Server, browser: Browser) -> tuple[Client, int]:
    """The browser's own session, for what is quicker done without it."""
    cookie = browser.driver.get_cookie("scorebook")["value"]
    client = Client(server, cookie)
    number = client.begin("2024年度项目支出绩效自评（第一批，含补报）", SCHEME)
    return client, number


def states(server: Server, browser: Browser, looks: Looks, language: str) -> None:
    address = f"http://127.0.0.1:{server.port}/"
    browser.go(address)
    browser.find("#language")
    if (browser.run("return document.documentElement.lang") == "en") != (language == "en"):
        browser.click("#language")
    browser.find("#create" if not browser.all("#round") else "#tab-review")
    if not browser.all("#round"):
        looks.state(f"{language}-01-first")
    client, number = prepared(server, browser)

    def at(step: str) -> None:
        browser.go("about:blank")
        browser.go(f"{address}#/{number}/{step}")

    at("issue")
    browser.find("#make-blanks")
    looks.state(f"{language}-02-issue-empty")
    client.ask("PUT", f"/api/rounds/{number}/programme?path=x.xlsx", (ROUND / "first/人社局/养老保险经办_自评表.xlsx").read_bytes())
    at("issue")
    browser.find("#programme-check .wrong-text")
    looks.state(f"{language}-03-issue-wrong")
    client.ask("PUT", f"/api/rounds/{number}/programme?path=%E4%B8%8B%E8%BE%BE.xlsx", PROGRAMME.read_bytes())
    client.ask("POST", f"/api/rounds/{number}/blanks")
    client.wait(number, work="issuing")
    at("issue")
    browser.find("#take-blanks")
    looks.state(f"{language}-04-issue-done")
    at("review")
    browser.until("the empty list", lambda: browser.all(".empty:not([hidden])"))
    looks.state(f"{language}-05-review-empty")
    at("back")
    browser.find(".box.empty")
    looks.state(f"{language}-06-back-empty")
    for name, data in returns(ROUND / "first").items():
        client.put(number, name, data)
    client.put(number, "很长的文件名" * 12 + ".xlsx", b"PK\x03\x04")
    at("review")
    browser.find("#again")
    looks.state(f"{language}-07-review-not-yet")
    client.score(number)
    client.wait(number)
    at("review")
    browser.find("a.open")
    looks.state(f"{language}-08-review-done")
    browser.click("details summary")
    browser.find(".files li")
    looks.state(f"{language}-09-review-files")
    client.put(number, "again.xlsx", b"x")
    at("review")
    browser.find("#again")
    looks.state(f"{language}-10-review-stale")
    for part in ("findings", "scores", "funds"):
        at("review/1")
        browser.click(f"#part-{part}")
        browser.find("#panel")
        looks.state(f"{language}-11-detail-{part}")
    at("back")
    browser.find("#missing")
    looks.state(f"{language}-12-back")
    browser.click("#new-round")
    browser.find("#round-name")
    looks.state(f"{language}-13-new-round")
    busy(server, browser, looks, language, client, number)
    said = browser.complaints()
    check(f"looks: {language}: nothing in the console", not said, said)


def busy(server, browser, looks, language, client, number) -> None:
    """While something is under way: an upload that dawdles is shown, and can be stopped."""
    browser.go("about:blank")
    browser.go(f"http://127.0.0.1:{server.port}/#/{number}/review")
    browser.find("#returns-drop")
    browser.driver.execute_cdp_cmd("Network.enable", {})
    browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 30_000})
    browser.drop("#returns-drop", {f"大{at}.xlsx": bytes([at]) * 60_000 for at in range(5)})
    browser.find("#busy progress")
    looks.state(f"{language}-14-review-busy")
    browser.click("#busy button")
    browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    browser.until("stopped", lambda: not browser.all("#busy button"))
    # The service goes away: the page says so.
    browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    browser.click("#tab-back")
    browser.find("[role=alert]")
    looks.state(f"{language}-15-no-answer")
    browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    browser.complaints()


def password(program, work: pathlib.Path, browser: Browser, looks: Looks) -> None:
    secret = work / "password"
    secret.write_text("correct-horse\n")
    with Server(program, work / "password-page", "--password-file", str(secret)) as server:
        browser.go(f"http://127.0.0.1:{server.port}/")
        browser.driver.delete_all_cookies()
        browser.go(f"http://127.0.0.1:{server.port}/")
        browser.find("#password")
        looks.state("password")
        browser.press("wrong", Keys.ENTER)
        browser.until("refused", lambda: browser.text(".wrong-text"))
        looks.state("password-wrong")
        browser.press("correct-horse", Keys.ENTER)
        browser.find("#round-name")
        check("password: opened by the keyboard", True)
        browser.complaints()


def main() -> None:
    import looks_keyboard
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("scorebook")
    options.add_argument("--pictures", type=pathlib.Path)
    given = options.parse_args()
    words()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        with Server(given.program, work / "page") as server, Browser() as browser:
            looks = Looks(browser, given.pictures or work / "pictures")
            states(server, browser, looks, "zh")
            states(server, browser, looks, "en")
            looks_keyboard.alone(server, browser)
            password(given.program, work, browser, looks)
            say(f"looks: {looks.count} pictures")
    check.end("looks")


if __name__ == "__main__":
    main()
