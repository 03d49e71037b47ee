"""Many at once: a hundred sessions that score, a hundred that dawdle."""
from __future__ import annotations

import pathlib
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from common import PROGRAMME, ROUND, SCHEME, Client, Server, check, command, returns, say

SESSIONS = 100
EACH = 5


def crowd(server: Server, scorebook, work: pathlib.Path) -> None:
    """A hundred people drop five returns each, at once; all get what the command says."""
    files = list(returns(ROUND / "first").items())
    kinds = [dict(files[(at + step) % len(files)] for step in range(EACH)) for at in range(len(files))]
    wanted = []
    for at, kind in enumerate(kinds):
        folder = work / f"crowd-{at}"
        for name, data in kind.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        out = command(scorebook, work / f"crowd-out-{at}", folder, "--scheme", SCHEME, "--programme", str(PROGRAMME))
        wanted.append(out["results.json"])
    programme = PROGRAMME.read_bytes()
    gate = threading.Barrier(SESSIONS)
    times = []

    def person(at: int) -> bool:
        client = Client(server).open()
        number = client.begin(f"第{at}人", SCHEME, programme)
        gate.wait()
        began = time.monotonic()
        for name, data in kinds[at % len(kinds)].items():
            client.put(number, name, data)
        client.score(number)
        client.wait(number, pause=0.3)
        times.append(time.monotonic() - began)
        return client.take(number, "results").body == wanted[at % len(kinds)]

    began = time.monotonic()
    with ThreadPoolExecutor(SESSIONS) as threads:
        right = list(threads.map(person, range(SESSIONS)))
    took = time.monotonic() - began
    check(f"crowd: all {SESSIONS} get the command's results", all(right), right.count(False))
    check("crowd: memory", server.memory() < 400, server.memory())
    say(f"crowd: {SESSIONS} sessions with {EACH} returns each, {took:.1f} s, the slowest {max(times):.1f} s, "
        f"peak {server.memory():.0f} MB")


def dawdlers(server: Server) -> None:
    """A hundred connections that send a byte a second hold nobody up, nor the end of the server."""
    stop = threading.Event()
    links = []
    client = Client(server).open()
    number = client.begin("慢", SCHEME)
    head = (f"PUT /api/rounds/{number}/returns?path=slow.xlsx HTTP/1.1\r\nHost: localhost\r\nX-Scorebook: 1\r\n"
            f"Cookie: scorebook={client.cookie}\r\nContent-Length: 100000\r\n\r\n").encode()
    for at in range(100):
        link = socket.create_connection(("127.0.0.1", server.port))
        link.sendall(head if at % 2 else b"GET / HTTP/1.1\r\n")
        links.append(link)

    def dawdle():
        while not stop.wait(1):
            for link in links:
                try:
                    link.sendall(b"x")
                except OSError:
                    pass

    thread = threading.Thread(target=dawdle)
    thread.start()
    began = time.monotonic()
    for name, data in returns(ROUND / "first").items():
        client.put(number, name, data)
    client.score(number)
    client.wait(number)
    client.take(number, "everything")
    took = time.monotonic() - began
    check("dawdlers: a round beside them", took < 15, took)
    began = time.monotonic()
    status = server.end(patience=30)
    ended = time.monotonic() - began
    check("dawdlers: SIGTERM ends the server", status == 0, status)
    check("dawdlers: and soon", ended < 15, ended)
    stop.set()
    thread.join()
    for link in links:
        link.close()
    say(f"dawdlers: 100 connections, a round beside them {took:.1f} s, SIGTERM ended in {ended:.1f} s")
    server.start()
    check("dawdlers: none of their files is kept", "slow.xlsx" not in client.files(number))
