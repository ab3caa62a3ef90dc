#!/usr/bin/env python3
"""Converts exports to Markdown and JSON Lines, reads both again, and tells what came back otherwise.

    python3 examples/pages/exports.py EXPORT... [--liseuse target/release/liseuse]
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

FIELDS = ("title", "date", "source", "author", "url", "lang", "section", "page", "docid", "credit", "updated", "words")


def listed(program, path):
    """What the program says of the articles in `path`, the same for the same articles in any order."""
    told = subprocess.run([program, "list", "--format", "json", "--no-cache", path], capture_output=True, text=True, check=False)
    records = [json.loads(line) for line in told.stdout.splitlines()]
    return sorted(records, key=lambda record: json.dumps([record.get(name) for name in ("docid", "title", "date", "source", "words")]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exports", nargs="+")
    parser.add_argument("--liseuse", default="target/release/liseuse")
    told = parser.parse_args()
    for export in told.exports:
        before = listed(told.liseuse, export)
        for form in ("articles", "articles.jsonl"):
            with tempfile.TemporaryDirectory() as folder:
                target = str(pathlib.Path(folder) / form)
                subprocess.run([told.liseuse, "convert", export, "-o", target], capture_output=True, check=True)
                after = listed(told.liseuse, target)
            other = {}
            for one, back in zip(before, after):
                for name in FIELDS:
                    if one.get(name) != back.get(name):
                        other[name] = other.get(name, 0) + 1
            print(f"{export} -> {form}: {len(after)} of {len(before)} articles; other: {other or 'nothing'}")


if __name__ == "__main__":
    main()
