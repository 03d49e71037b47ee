"""The page's server without a browser: service.py SCOREBOOK-SERVE SCOREBOOK [--kills N] [--only NAME]

Sessions, limits, hostile names and files, a crowd, kills. One line a part; exit status 1 for a miss.
"""
from __future__ import annotations

import argparse
import pathlib
import tempfile
import time
import traceback

import service_crowd
import service_guard
import service_killed
import service_uploads
from common import Server, check, say


def parts(program, scorebook, work: pathlib.Path, server: Server, kills: int):
    return {
        "sessions": lambda: service_guard.sessions_apart(server),
        "hosts": lambda: service_guard.hosts(server),
        "malformed": lambda: service_guard.malformed(server),
        "restarted": lambda: service_guard.restarted(server),
        "names": lambda: service_uploads.names(server),
        "collisions": lambda: service_uploads.collisions(server),
        "without sense": lambda: service_uploads.without_sense(server),
        "bundles": lambda: service_uploads.bundles(server, scorebook, work),
        "interrupted": lambda: service_uploads.interrupted(server),
        "crowd": lambda: service_crowd.crowd(server, scorebook, work),
        "dawdlers": lambda: service_crowd.dawdlers(server),
        "in use": lambda: service_killed.in_use(server),
        "killed": lambda: service_killed.killed(server, scorebook, work, kills),
        "outside": lambda: service_guard.nothing_outside(server),
        "password": lambda: service_guard.password(program, work),
        "limits": lambda: service_uploads.limits(program, work / "limits"),
        "full disk": lambda: service_killed.full_disk(program, work),
        "hostile": lambda: service_uploads.hostile(program, scorebook, work / "hostile-page", work),
    }


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("scorebook")
    options.add_argument("--kills", type=int, default=service_killed.KILLS)
    options.add_argument("--only", action="append")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        with Server(given.program, work / "page") as server:
            for name, part in parts(given.program, given.scorebook, work, server, given.kills).items():
                if given.only and name not in given.only:
                    continue
                began = time.monotonic()
                try:
                    part()
                except (Exception, SystemExit) as error:  # noqa: BLE001  one part's end is not the others'
                    traceback.print_exc()
                    check(name, False, repr(error))
                if not check(f"{name}: the server lives", server.lives()):
                    server.start()
                say(f"  {name}: {time.monotonic() - began:.1f} s")
    check.end("service")


if __name__ == "__main__":
    main()
