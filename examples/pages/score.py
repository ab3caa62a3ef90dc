#!/usr/bin/env python3
"""Counts how many evaluation pages `liseuse list` reads as the evaluation says: dates, headlines, authors.

    python3 examples/pages/score.py GOLD.json PAGES... [--liseuse target/release/liseuse] [--misses misses.tsv]

GOLD.json is htmldate's `tests/eval_default.json` or trafilatura's `tests/evaldata.json`: for each address a `file` and its `date`, `title`,
`author`. PAGES are the folders that hold the files. All pages are read from one folder, as one archive, and compared by file name.
"""
import argparse
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata


def words(text):
    """The words of a text in small letters without accents and soft hyphens, so that typography does not count."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("\u00ad", "").casefold())
    return re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def people(authors):
    """The names in what an evaluation or a page gives as authors, as a set of sets of words."""
    if isinstance(authors, list):
        authors = "; ".join(authors)
    parts = re.split(r"[;,/|&]|\s(?:and|und|et|y|e|i|en)\s", authors or "")
    return {frozenset(words(part)) for part in parts if words(part)}


def told(gold, said, kind):
    """What becomes of one field: `right`, `near` (its words with others before or behind), `other` or `none`."""
    if not said:
        return "none"
    if kind == "date":
        return "right" if said == gold else "coarse" if gold.startswith(said) else "other"
    if kind == "author":
        wanted, given = people(gold), people(said)
        return "right" if wanted == given else "near" if wanted & given else "other"
    wanted, given = words(gold), words(said)
    if wanted == given:
        return "right"
    inside = len(wanted) > 1 and f" {' '.join(wanted)} " in f" {' '.join(given)} "
    around = len(given) > 1 and f" {' '.join(given)} " in f" {' '.join(wanted)} "
    return "near" if inside or around else "other"


def read(program, pages, names):
    """What the program says of each file, by name."""
    with tempfile.TemporaryDirectory() as folder:
        there = {}
        for page in pages:
            for path in sorted(pathlib.Path(page).iterdir()):
                if path.name in names and path.name not in there:
                    there[path.name] = shutil.copy(path, folder)
        listed = subprocess.run([program, "list", "--format", "json", "--no-cache", folder], capture_output=True, text=True, check=False)
        if listed.returncode not in (0, 1) or not listed.stdout:
            sys.exit(listed.stderr)
    records = {}
    for line in listed.stdout.splitlines():
        record = json.loads(line)
        records.setdefault(pathlib.Path(re.sub(r"[#:]\d+$", "", record["path"])).name, record)
    return there, records


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--liseuse", default="target/release/liseuse")
    parser.add_argument("--misses", help="a table of every field that is not right")
    told_to = parser.parse_args()
    gold = json.loads(pathlib.Path(told_to.gold).read_text(encoding="utf-8"))
    there, records = read(told_to.liseuse, told_to.pages, {item["file"] for item in gold.values()})
    counts, misses = {}, []
    for address, item in gold.items():
        if item["file"] not in there:
            print("no page:", item["file"], file=sys.stderr)
            continue
        record = records.get(item["file"], {})
        for kind in ("date", "title", "author"):
            if not item.get(kind):
                continue
            said = record.get(kind) or ""
            # A day that the text alone suggests is no day the page gives: it is shown as such.
            if kind == "date" and record.get("date_provenance") == "inferred":
                said = ""
            if kind == "title" and record.get("title_provenance") == "inferred":
                said = ""
            became = told(item[kind], said, kind)
            count = counts.setdefault(kind, {})
            count[became] = count.get(became, 0) + 1
            if became != "right":
                misses.append([kind, became, item["file"], item[kind], said, address])
    for kind, count in counts.items():
        print(f"{kind}: {sum(count.values())} pages;", ", ".join(f"{name} {number}" for name, number in sorted(count.items())))
    if told_to.misses:
        with open(told_to.misses, "w", encoding="utf-8", newline="") as table:
            csv.writer(table, delimiter="\t").writerows(sorted(misses, key=str))


if __name__ == "__main__":
    main()
