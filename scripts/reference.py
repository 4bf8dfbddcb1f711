#!/usr/bin/env python3
"""Puts the method reference, computed by kefu itself, between the marks in README.md.

reference.py KEFU          rewrites README.md
reference.py KEFU --check  changes nothing and fails when README.md is out of date
"""

import pathlib
import subprocess
import sys

BEGIN = "<!-- reference: begin -->\n"
END = "<!-- reference: end -->\n"


def main():
    readme = pathlib.Path(__file__).resolve().parent.parent / "README.md"
    command = [sys.argv[1], "rpc", "--markdown", "--no-start"]
    table = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    wanted = before + BEGIN + "\n" + table + "\n\n" + END + after
    if wanted == text:
        return 0
    if "--check" in sys.argv:
        print("error: the reference in README.md is out of date", file=sys.stderr)
        print("  try: scripts/reference.py " + sys.argv[1], file=sys.stderr)
        return 1
    readme.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
