#!/usr/bin/env python3
"""Checks the files of published results, with nothing but Python 3.9 or newer: python3 check.py [FOLDER].

The same four things as check.mjs, written a second time: the package (every file is as datapackage.json says), the
chain (every release names the fingerprint of the one before), the figures of the newest release (recompute.py, beside
this, makes them again from its counts), and the tables (each figure is that of the release).
Exits 0: all agree; 1: names what differs; 2: something is missing, or of another method.
"""
import csv
import hashlib
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from recompute import recompute  # noqa: E402
from recompute_flags import recompute_flags  # noqa: E402

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
SAID, MISSING, WRONG = [], [], []  # what was checked, what could not be, what differs
TABLE = re.compile(r"(results(\.[\w-]+)?|gaps|flags)\.csv")
RELEASE = re.compile(r"[1-9]\d*\.json")


def sha256(path):
    return hashlib.sha256((FOLDER / path).read_bytes()).hexdigest()


def names_in(folder, pattern):
    return sorted(one.name for one in (FOLDER / folder).glob("*") if pattern.fullmatch(one.name))


def read_json(path, **how):
    """A JSON file; None where it cannot be read, which is said."""
    if not (FOLDER / path).is_file():
        MISSING.append(f"{path} is missing.")
        return None
    try:
        return json.loads((FOLDER / path).read_bytes(), **how)
    except ValueError as error:
        WRONG.append(f"{path} is no JSON: {error}.")
        return None


def read_csv(path):
    with open(FOLDER / path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, restval=""))


def check_package():
    resources = (read_json("datapackage.json") or {}).get("resources", [])
    for one in resources:
        path, size, found = one["path"], one["bytes"], one["hash"]
        if not (FOLDER / path).is_file():
            MISSING.append(f"{path} is missing; datapackage.json names it.")
            continue
        if f"sha256:{sha256(path)}" != found:
            WRONG.append(f"{path}: its SHA-256 is sha256:{sha256(path)}, in datapackage.json {found}.")
        if (FOLDER / path).stat().st_size != size:
            WRONG.append(f"{path}: it has {(FOLDER / path).stat().st_size} bytes, in datapackage.json {size}.")
    named = {one["path"] for one in resources}
    files = ["codebook.csv", *names_in(".", TABLE), *(f"releases/{one}" for one in names_in("releases", RELEASE))]
    MISSING.extend(f"{one} is not in datapackage.json." for one in files if one not in named)
    SAID.append(f"Package: {len(resources)} files compared with size and SHA-256 in datapackage.json.")


def check_chain():
    """The path of the newest release, after a look at the whole chain."""
    numbers = [int(one[:-5]) for one in names_in("releases", RELEASE)]
    if not numbers:
        MISSING.append("There is no release in releases/.")
        return None
    oldest, newest = min(numbers), max(numbers)
    before = "nothing" if oldest == 1 else "unknown"
    for number in range(oldest, newest + 1):
        path = f"releases/{number}.json"
        release = read_json(path)
        if release is None:
            before = "unknown"
            continue
        if release["release"] != number:
            WRONG.append(f"{path}: it says {release['release']}.")
        if before != "unknown" and release["previous"] != (None if before == "nothing" else before):
            WRONG.append(f'{path}: "previous" is {release["previous"]}, the SHA-256 of the one before is {before}.')
        before = sha256(path)
    SAID.append(f"Chain: releases {oldest} to {newest}, each compared with the SHA-256 that the next one names.")
    if oldest > 1:
        SAID.append(f"Those before release {oldest} are not in this folder, and were not looked at.")
    SAID.append(f"SHA-256 of release {newest}: {before}. Compare it with the one on the page of the results.")
    return path


def named(value):
    """A release with names instead of places; numbers as they are written there."""
    if isinstance(value, list):
        def name(place, one):
            if not isinstance(one, dict):
                return str(place)
            return one["code"] if "code" in one else f"{one['question']}:{one['option']}"
        return {name(place, one): named(one) for place, one in enumerate(value)}
    return {name: named(one) for name, one in value.items()} if isinstance(value, dict) else value


def follow(release, steps):
    """What stands at the end of a path, and, where nothing does, the reason nearest to it."""
    nodes = [release]
    for step in steps:
        nodes.append(nodes[-1].get(step) if isinstance(nodes[-1], dict) else None)
    if nodes[-1] is not None:
        return nodes[-1], None
    for start in reversed(range(len(steps))):
        hidden = nodes[start].get("hidden", {}) if isinstance(nodes[start], dict) else {}
        for end in range(len(steps), start, -1):
            part = "/".join(steps[start:end])
            reason = hidden.get("rated" if part == "measured" else part)  # these two are left out together
            if reason is not None:
                return None, reason
    return None, None


def as_text(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def check_table(file, columns, release):
    rows, seen = read_csv(file), set()
    for line, row in enumerate(rows, 2):
        hidden, should = [], []
        for column, path in columns:
            panels, _, groups = path.partition(" | ")
            template = panels if row.get("group", "all") == "all" else groups
            steps = re.sub(r"\{(\w+)\}", lambda name: row.get(name[1], "?"), template).split("/")
            value, reason = follow(release, steps) if template else (None, None)
            if row.get(column) != as_text(value):
                WRONG.append(f'{file}, row {line}, {column}: "{row.get(column)}", in the release "{as_text(value)}".')
            if reason:
                should.append(f"{column}={reason}")
        hidden = row.get("hidden", " ".join(should)).split()
        if sorted(hidden) != sorted(should):
            other = " ".join(sorted(set(hidden) ^ set(should)))
            WRONG.append(f"{file}, row {line}, hidden: {other} stands only in one of table and release.")
        seen.add((row["code"], row.get("panel"), row.get("group"), row.get("view")))
    of = len(release["recommendations"])
    wanted = of * {"gaps.csv": 1, "flags.csv": 2}.get(file, 2 + len(release["segments"]))
    if not len(rows) == len(seen) == wanted:
        WRONG.append(f"{file}: {len(rows)} rows, {len(seen)} of them different, instead of {wanted}.")
    SAID.append(f"Table {file}: {len(rows) * len(columns):,} cells compared with the release.")


def check_tables(path):
    release = named(read_json(path, parse_float=str, parse_int=str))
    needed = ("codebook.csv", "results.csv", "gaps.csv")
    MISSING.extend(f"{one} is missing." for one in needed if not (FOLDER / one).is_file())
    paths = {}
    for one in read_csv("codebook.csv") if (FOLDER / "codebook.csv").is_file() else []:
        if one["path"]:
            paths.setdefault(one["file"], []).append((one["column"], one["path"]))
    for file in names_in(".", TABLE):
        columns = paths.get(file) or paths.get("results.csv")
        if columns:
            check_table(file, columns, release)
        else:
            MISSING.append(f"codebook.csv says of no column of {file} where its figures are from.")


def main():
    try:
        check_package()
        path = check_chain()
        release = path and read_json(path)
        if not release or release["method"] != 2:
            MISSING.append(f"The newest release is of method {release and release['method']}; this checks method 2.")
        else:
            right, wrong = (one + more for one, more in zip(recompute(release), recompute_flags(release)))
            WRONG.extend(f"{path}{one}." for one in wrong)
            SAID.append(f"Figures: {right + len(wrong):,} figures made again from counts.")
            check_tables(path)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        WRONG.append(f"A file is not of the form that it should have: {type(error).__name__}, {error}.")
    print(*SAID, *MISSING, *WRONG[:100], sep="\n")
    result = "DIFFERENT" if WRONG else "INCOMPLETE" if MISSING else "All agree"
    print(f"{result}: {len(WRONG)} differences, {len(MISSING)} missing.")
    return 1 if WRONG else 2 if MISSING else 0


if __name__ == "__main__":
    sys.exit(main())
