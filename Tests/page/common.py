"""What the tests of the page share: its server as a process, a client, checks that are counted."""
from __future__ import annotations

import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SITE = ROOT / "Sources/Page/Site"
ROUND = ROOT / "samples/03-bureau-round/input"
PROGRAMME = ROUND / "programme.xlsx"
SCHEME = "mof-2020"


class Checks:
    """Counts what was checked; tells what failed at once."""

    def __init__(self):
        self.count = 0
        self.failed: list[str] = []
        self.lock = threading.Lock()

    def __call__(self, name: str, holds, detail="") -> bool:
        with self.lock:
            self.count += 1
            if not holds:
                self.failed.append(name)
                print(f"FAILED {name}: {str(detail)[:600]}", flush=True)
        return bool(holds)

    def end(self, what: str) -> None:
        print(f"{what}: {self.count} checks, {len(self.failed)} failed", flush=True)
        sys.exit(1 if self.failed else 0)


check = Checks()


def say(text: str) -> None:
    print(text, flush=True)


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


class Server:
    """The page's server over a folder of data; its home and its folder for passing files are seen."""

    def __init__(self, program, folder: pathlib.Path, *options: str, port: int | None = None):
        self.program, self.folder, self.options = os.path.abspath(program), pathlib.Path(folder), options
        self.data = self.folder / "data"
        self.port = port or free_port()
        self.process = None

    def start(self) -> "Server":
        home, passing = self.folder / "home", self.folder / "tmp"
        for place in (home, passing):
            place.mkdir(parents=True, exist_ok=True)
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(home), "TMPDIR": str(passing), "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            [self.program, "--data", str(self.data), "--port", str(self.port), *self.options],
            env=environment, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = b""
        while b"http://" not in said:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit(f"the server did not start: {self.process.stderr.read().decode()}")
            said += line
        return self

    def end(self, how=signal.SIGTERM, patience=20) -> int:
        if self.process is None:
            return 0
        self.process.send_signal(how)
        try:
            status = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            status = 999
        self.process.stdout.close()
        self.process.stderr.close()
        self.process = None
        return status

    def lives(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def memory(self, field="VmHWM") -> float:
        """Megabytes: the most so far (VmHWM) or now (VmRSS)."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.split(f"{field}:")[1].split()[0]) / 1024

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.end(signal.SIGKILL)


class Answer:
    def __init__(self, status: int, headers, body: bytes):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.body[:300]!r}"


class Client:
    """One browser's session, as far as the server can tell."""

    def __init__(self, server: Server, cookie: str | None = None, timeout: float = 120,
                 source: str = "127.0.0.1"):
        self.server, self.cookie, self.timeout = server, cookie, timeout
        self.source = (source, 0)

    def ask(self, method: str, path: str, body=None, headers=None, own=True) -> Answer:
        link = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=self.timeout,
                                          source_address=self.source)
        sent = dict(headers or {})
        if own:
            sent.setdefault("X-Scorebook", "1")
        if self.cookie:
            sent.setdefault("Cookie", f"scorebook={self.cookie}")
        try:
            link.request(method, path, body=body, headers=sent)
            answer = link.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            link.close()

    def open(self, password: str = "") -> "Client":
        answer = self.ask("POST", "/api/session", password.encode())
        if answer.status == 204:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0].split("=", 1)[1]
        self.opened = answer
        return self

    def begin(self, name="批次", scheme: str | None = None, programme: bytes | None = None) -> int:
        number = self.ask("POST", "/api/rounds", name.encode()).json["number"]
        if scheme:
            self.ask("PUT", f"/api/rounds/{number}/scheme", scheme.encode())
        if programme:
            self.ask("PUT", f"/api/rounds/{number}/programme?path=programme.xlsx", programme)
        return number

    def put(self, number: int, name: str, data: bytes, **more) -> Answer:
        path = urllib.parse.quote(name.encode("utf-8", "surrogatepass"), safe="")
        return self.ask("PUT", f"/api/rounds/{number}/returns?path={path}", data, **more)

    def round(self, number: int):
        return self.ask("GET", f"/api/rounds/{number}").json

    def rows(self, number: int):
        return self.ask("GET", f"/api/rounds/{number}/rows").json

    def files(self, number: int):
        return self.ask("GET", f"/api/rounds/{number}/files").json

    def take(self, number: int, product: str) -> Answer:
        return self.ask("GET", f"/api/rounds/{number}/take/{product}")

    def score(self, number: int) -> Answer:
        return self.ask("POST", f"/api/rounds/{number}/score")

    def wait(self, number: int, patience=120.0, pause=0.05, work="scoring"):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            now = self.round(number)
            if now[work]["phase"] not in ("waiting", "running"):
                return now
            time.sleep(pause)
        raise SystemExit(f"round {number} is not done after {patience} s: {now}")


def returns(folder: pathlib.Path) -> dict[str, bytes]:
    """The files below a folder by their paths."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()}


def command(program, out: pathlib.Path, folder: pathlib.Path, *options: str) -> dict[str, bytes]:
    """What `scorebook score` writes for a folder."""
    subprocess.run(
        [str(program), "score", *options, str(folder), "--out", str(out), "--quiet",
         "--fail-on", "never"], check=True)
    return returns(out)


def listing(*folders: pathlib.Path) -> set[str]:
    return {str(path) for folder in folders for path in folder.rglob("*")}
