"""Which functions call each other how often, of what callgrind wrote, as lld takes it.

usage: calls.py CALLGRIND_OUT RETURNS > Profile/calls.txt

Pairs that meet less than five times a return are left out.
"""

import collections
import re
import sys

NAME = re.compile(r"\((\d+)\)(?: (.*))?")
LEAST = 5


def pairs(lines):
    names, calls, caller, callee = {}, collections.Counter(), None, None

    def named(text):
        number, name = NAME.match(text.strip()).groups()
        if name:
            # Callgrind numbers the frames of what calls itself.
            names[number] = name.split("'")[0]
        return names[number]

    for line in lines:
        key, _, rest = line.partition("=")
        if key == "fn":
            caller = named(rest)
        elif key == "cfn":
            callee = named(rest)
        elif key == "calls":
            calls[caller, callee] += int(rest.split()[0])
    return calls


def main():
    path, returns = sys.argv[1], int(sys.argv[2])
    with open(path, encoding="utf-8") as lines:
        calls = pairs(lines)
    for (caller, callee), count in sorted(calls.items(), key=lambda item: (-item[1], item[0])):
        isSymbol = " " not in caller + callee and caller != callee
        if count >= LEAST * returns and isSymbol:
            print(caller, callee, count // returns)


main()
