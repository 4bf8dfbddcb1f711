#!/usr/bin/env python3
"""Refuses a target that depends on, or a file that imports, what its layer must not see."""

import json
import pathlib
import re
import subprocess
import sys

SHIMS = {
    "CArchive", "CBench", "CCrypto", "CPoppler", "CReadline", "CSQLite", "CSystem", "CTesseract",
    "CText", "CXML", "CXapian",
}
# What each layer may import; the toolchain's own modules are free to all but the shims.
ALLOWED = {
    "KefuDomain": set(),
    "KefuText": {"CText", "KefuDomain"},
    "KefuImport": {"CText", "KefuDomain"},
    "KefuPages": set(),
    "KefuExtract": {
        "CArchive", "CPoppler", "CSystem", "CTesseract", "CXML", "KefuDomain", "KefuImport",
        "KefuPages",
    },
    "KefuRPC": {"CSystem", "KefuDomain"},
    "KefuStore": {"CSQLite", "KefuDomain"},
    "KefuSearch": {"CXapian", "KefuDomain", "KefuStore", "KefuText"},
    "KefuDesk": {
        "CSystem", "KefuDomain", "KefuImport", "KefuRPC", "KefuSearch", "KefuStore", "KefuText",
    },
    "KefuClient": {"CCrypto", "CReadline", "CSystem", "KefuDomain", "KefuRPC"},
    "kefu": {"KefuClient", "KefuDomain"},
    "kefu-extract": {"KefuExtract"},
    "kefud": {"KefuDesk", "KefuDomain"},
    "kefu-bench": {
        "CBench", "CXapian", "KefuDomain", "KefuRPC", "KefuSearch", "KefuStore", "KefuText",
    },
}
TOOLCHAIN = {"Dispatch", "FoundationEssentials", "Glibc", "Synchronization"}
IMPORT = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:\w+\s+)?(\w+)")


def declared():
    """The dependencies that the manifest gives each target."""
    dump = subprocess.run(
        ["swift", "package", "dump-package"], check=True, capture_output=True, text=True
    ).stdout
    for target in json.loads(dump)["targets"]:
        names = {d["byName"][0] for d in target["dependencies"] if "byName" in d}
        yield target["name"], target["type"], names


def imported(folder):
    """Each import of each Swift file below a folder, with its place."""
    for path in sorted(folder.rglob("*.swift")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = IMPORT.match(line)
            if match:
                yield f"{path}:{number}", match.group(1)


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    faults = []
    for name, kind, names in declared():
        if name in SHIMS or kind == "test" or name == "Support":
            continue
        if name not in ALLOWED:
            faults.append(f"Package.swift: {name} has no line in the layer table")
            continue
        for extra in sorted(names - ALLOWED[name]):
            faults.append(f"Package.swift: {name} must not depend on {extra}")
        for place, module in imported(root / "Sources" / name):
            if module not in ALLOWED[name] | TOOLCHAIN:
                faults.append(f"{place}: {name} must not import {module}")
    for fault in faults:
        print(f"error: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
