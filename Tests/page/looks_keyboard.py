"""The page by the keyboard alone."""
from __future__ import annotations

import time

from common import PROGRAMME, ROUND, SCHEME, Client, Server, check, returns
from driver import Browser, Keys

ACTIVE = """const one = document.activeElement;
  return one === document.body ? "" : one.id || one.textContent.trim().slice(0, 30) || one.tagName"""


def reached(browser: Browser, most=120) -> list[str]:
    """What Tab comes to, one after the other, from the beginning of the page."""
    browser.run("document.activeElement.blur(); window.getSelection().removeAllRanges();"
                "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    found = []
    for _ in range(most):
        browser.press(Keys.TAB)
        now = browser.run(ACTIVE)
        if not now or found and now == found[0]:
            break
        found.append(now)
    return found


def every(browser: Browser, where: str) -> list[str]:
    """Everything that can be pressed is reached, in the order in which it is seen."""
    wanted = browser.run("""return [...document.querySelectorAll("a[href], button, select, input, summary")]
      .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !one.closest("[aria-hidden=true]"))
      .map((one) => one.id || one.textContent.trim().slice(0, 30) || one.tagName)""")
    found = reached(browser, len(wanted) + 30)
    missed = [name for name in wanted if name not in found]
    check(f"keyboard: {where}: everything is reached", not missed, missed)
    order = [name for name in found if name in wanted]
    check(f"keyboard: {where}: in the order of the page", order == wanted[:len(order)], (order, wanted))
    outlined = browser.run("""const one = document.activeElement; if (one === document.body) return true;
      return getComputedStyle(one).outlineStyle !== "none" """)
    check(f"keyboard: {where}: where one is can be seen", outlined)
    return found


def to(browser: Browser, name: str) -> None:
    """Tab until something has the focus."""
    for _ in range(80):
        if browser.run(ACTIVE).startswith(name):
            return
        browser.press(Keys.TAB)
    check(f"keyboard: {name} is reached", False, browser.run(ACTIVE))


def focus(browser: Browser) -> str:
    time.sleep(0.5)
    return browser.run(ACTIVE)


def alone(server: Server, browser: Browser) -> None:
    client = Client(server, browser.driver.get_cookie("scorebook")["value"])
    number = client.begin("键盘", SCHEME, PROGRAMME.read_bytes())
    for name, data in returns(ROUND / "first").items():
        client.put(number, name, data)
    client.score(number)
    client.wait(number)
    browser.go("about:blank")
    browser.go(f"http://127.0.0.1:{server.port}/#/{number}/review")
    browser.find("a.open")
    if browser.run("return document.documentElement.lang") == "en":
        browser.click("#language")
        browser.find("a.open")
    found = every(browser, "review")
    check("keyboard: the first is the way to the content", found and found[0] == "skip", found[:3])
    browser.run("document.body.tabIndex = -1; document.body.focus()")
    browser.press(Keys.TAB)
    browser.press(Keys.ENTER)
    check("keyboard: the way to the content leads there", focus(browser) == "content", focus(browser))
    check("keyboard: and nowhere else", f"#/{number}/review" in browser.driver.current_url, browser.driver.current_url)
    # The steps keep the focus where it is.
    browser.run("document.getElementById('tab-review').focus()")
    for step in ("back", "issue", "review"):
        browser.run("document.getElementById(arguments[0]).focus()", f"tab-{step}")
        browser.press(Keys.ENTER)
        browser.until(f"step {step}", lambda: browser.find(f"#tab-{step}").get_attribute("aria-current") == "page")
        check(f"keyboard: the focus stays at {step}", focus(browser) == f"tab-{step}", focus(browser))
        every(browser, step)
    browser.find("a.open")
    # A return is opened by Enter; one lands in it, not at the beginning of the page.
    browser.run("document.querySelector('a.open').focus()")
    browser.press(Keys.ENTER)
    browser.find("#part-findings")
    check("keyboard: one lands in the return", focus(browser) == "content", focus(browser))
    every(browser, "detail")
    browser.run("document.getElementById('part-findings').focus()")
    for key, part in ((Keys.ARROW_RIGHT, "scores"), (Keys.ARROW_RIGHT, "funds"), (Keys.ARROW_RIGHT, "findings"),
                      (Keys.ARROW_LEFT, "funds"), (Keys.HOME, "findings"), (Keys.END, "funds")):
        browser.press(key)
        check(f"keyboard: {part} by arrows", focus(browser) == f"part-{part}", focus(browser))
        chosen = browser.find(f"#part-{part}").get_attribute("aria-selected")
        check(f"keyboard: {part} is chosen", chosen == "true", chosen)
    # Sorting, searching and taking out keep the focus.
    browser.run("document.getElementById('to-list').focus()")
    browser.press(Keys.ENTER)
    browser.find("a.open")
    browser.run("document.querySelectorAll('.sort')[2].focus()")
    browser.press(Keys.ENTER)
    check("keyboard: sorted by total", browser.run("return document.querySelectorAll('th')[2].ariaSort") == "ascending")
    browser.press(Keys.SPACE)
    check("keyboard: sorted the other way", browser.run("return document.querySelectorAll('th')[2].ariaSort") == "descending")
    check("keyboard: the focus stays at the head", focus(browser) == "总分", focus(browser))
    browser.run("window.confirm = () => true; document.querySelector('details summary').focus()")
    browser.press(Keys.ENTER)
    browser.find(".files button")
    before = len(browser.all(".files button"))
    browser.run("document.querySelector('.files button').focus()")
    browser.press(Keys.ENTER)
    browser.until("taken out", lambda: len(client.files(number)) == before - 1)
    browser.until("listed anew", lambda: len(browser.all(".files li")) == before - 1)
    check("keyboard: the list of files stays open", browser.find("details").get_attribute("open") is not None)
    check("keyboard: and the focus in it", focus(browser) not in ("", "content"), focus(browser))
    to(browser, "language")
    browser.press(Keys.ENTER)
    browser.until("English", lambda: browser.run("return document.documentElement.lang") == "en")
    check("keyboard: the focus stays at the language", focus(browser) == "language", focus(browser))
    browser.press(Keys.ENTER)
    browser.until("Chinese", lambda: browser.run("return document.documentElement.lang") == "zh-CN")
