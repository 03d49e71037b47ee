"""Draws the READMEs' pictures of the page from sample 03: pictures.py SERVER FOLDER"""
from __future__ import annotations

import pathlib
import sys
import tempfile

from common import PROGRAMME, ROUND, SCHEME, Server
from driver import Browser


def draw(server: str, folder: pathlib.Path) -> None:
    with tempfile.TemporaryDirectory() as data, Server(server, pathlib.Path(data)) as page, Browser() as browser:
        def take(name: str) -> None:
            browser.run("window.scrollTo(0, 0); document.activeElement.blur()")
            browser.driver.save_screenshot(str(folder / f"{name}.png"))

        browser.go(f"http://127.0.0.1:{page.port}/")
        browser.write("#round-name", "2024年度项目支出绩效自评")
        browser.click("#create")
        browser.choose("#scheme", SCHEME)
        browser.write("#programme-drop-files", str(PROGRAMME))
        browser.sees("可用：12个项目")
        take("page-issue")
        browser.click("#tab-review")
        browser.write("#returns-drop-folder", str(ROUND / "first"))
        browser.sees("显示9份", patience=60)
        browser.until("done", lambda: browser.all(".sums") and not browser.all("#busy progress"))
        take("page-review")
        browser.run("""[...document.querySelectorAll('a.open')]
          .find((link) => link.textContent.includes('残疾人就业增收项目')).click()""")
        browser.sees("问题（3）")
        take("page")
        browser.click("#tab-back")
        browser.sees("下载")
        browser.until("charts", lambda: browser.all("svg[role=img]"))
        take("page-back")


if __name__ == "__main__":
    draw(sys.argv[1], pathlib.Path(sys.argv[2]))
