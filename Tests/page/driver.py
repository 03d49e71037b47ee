"""Debian's Chromium and its driver, and what clicks and pictures need."""
from __future__ import annotations

import os
import pathlib
import shutil
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

DESKTOP, PHONE = (1366, 768), (390, 844)


def programs() -> tuple[str, str]:
    browser = shutil.which("chromium") or "/usr/bin/chromium"
    driver = shutil.which("chromedriver") or "/usr/bin/chromedriver"
    for path in (browser, driver):
        if not os.access(path, os.X_OK):
            sys.exit(f"{path} is missing; install Debian's chromium and chromium-driver (make setup)")
    return browser, driver


class Browser:
    """A browser of its own: profile, cookies and downloads are gone with it."""

    def __init__(self, size=DESKTOP, touch=False):
        browser, driver = programs()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="page-"))
        self.downloads = self.folder / "downloads"
        self.downloads.mkdir()
        options = webdriver.ChromeOptions()
        options.binary_location = browser
        # Containers have no user namespaces for the sandbox, and little shared memory.
        for argument in (
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=zh-CN",
                "--force-device-scale-factor=1", f"--user-data-dir={self.folder / 'profile'}",
                "--no-first-run", "--disable-background-networking", "--disable-component-update"):
            options.add_argument(argument)
        options.add_experimental_option("prefs", {
            "download.default_directory": str(self.downloads), "download.prompt_for_download": False})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        environment = dict(os.environ, HOME=str(self.folder), XDG_CONFIG_HOME=str(self.folder / "config"))
        self.driver = webdriver.Chrome(options=options, service=Service(driver, env=environment))
        self.size(*size, touch)

    def size(self, width: int, height: int, touch=False) -> None:
        """The size of what is shown, whatever a window's least width is."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()
        shutil.rmtree(self.folder, ignore_errors=True)

    def go(self, address: str) -> None:
        self.driver.get(address)

    def run(self, script: str, *values):
        return self.driver.execute_script(script, *values)

    def until(self, what: str, holds, patience=30.0):
        """Waits until something holds; what it returns."""
        end = time.monotonic() + patience
        problem = None
        while time.monotonic() < end:
            try:
                if found := holds():
                    return found
            except Exception as error:  # noqa: BLE001  elements come and go while the page draws
                problem = error
            time.sleep(0.05)
        raise SystemExit(f"{what}: not after {patience} s ({problem})\n{self.text()[:600]}")

    def find(self, selector: str):
        return self.until(selector, lambda: self.driver.find_element(By.CSS_SELECTOR, selector))

    def all(self, selector: str):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> None:
        def clicked():
            element = self.driver.find_element(By.CSS_SELECTOR, selector)
            element.click()
            return True
        self.until(f"click {selector}", clicked)

    def choose(self, selector: str, value: str) -> None:
        Select(self.find(selector)).select_by_value(value)

    def write(self, selector: str, text: str) -> None:
        self.find(selector).send_keys(text)

    def press(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def text(self, selector="body") -> str:
        # As it is in the document: a text without the breaks that a line's end makes.
        return self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector)

    def sees(self, text: str, selector="body", patience=30.0) -> None:
        self.until(f"“{text}” in {selector}", lambda: text in self.text(selector), patience)

    def drop(self, selector: str, files: dict[str, bytes]) -> None:
        """Drops files as a mouse would: the event carries them; folders cannot be made by a script."""
        import base64
        listed = [[name, base64.b64encode(data).decode()] for name, data in files.items()]
        self.run("""
          const place = document.querySelector(arguments[0]);
          const carried = new DataTransfer();
          for (const [name, data] of arguments[1]) {
            const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
            carried.items.add(new File([bytes], name));
          }
          for (const kind of ["dragenter", "dragover", "drop"]) {
            place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
          }""", selector, listed)

    def drag(self, selector: str, *paths: pathlib.Path) -> None:
        """Drags files and folders of the disk in, through the browser's own machinery."""
        self.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        x, y = self.run("""const box = document.querySelector(arguments[0]).getBoundingClientRect();
          return [box.x + 20, box.y + 20]""", selector)
        for kind in ("dragEnter", "dragOver", "drop"):
            self.driver.execute_cdp_cmd("Input.dispatchDragEvent", {
                "type": kind, "x": x, "y": y,
                "data": {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}})

    def download(self, selector: str, patience=30.0) -> bytes:
        """Clicks a link and returns what arrived, under the name that it had in `name`."""
        before = set(self.downloads.iterdir())
        self.click(selector)
        def arrived():
            new = [one for one in set(self.downloads.iterdir()) - before if one.suffix != ".crdownload"
                   and not one.name.startswith(".")]
            return new if new and new[0].stat().st_size else None
        path = self.until(f"the download of {selector}", arrived, patience)[0]
        time.sleep(0.1)
        self.name = path.name
        return path.read_bytes()

    def picture(self, path: pathlib.Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(path))

    def complaints(self) -> list[str]:
        """What stands in the console since the last time, but for nothing."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


__all__ = ["Browser", "By", "DESKTOP", "Keys", "PHONE"]
