#!/usr/bin/env python3
"""Turns pages into text as scrapers do: all that a page shows, a line for each element with words.

    python3 examples/pages/as_text.py PAGES OUT [--lang fr] [--most 30]

With --lang only pages whose `<html lang>` begins with it; of these every n-th, so that MOST are taken.
"""
import argparse
import html.parser
import pathlib
import re

INLINE = set("a abbr b bdi bdo big cite code em font i kbd mark q s samp small span strike strong sub sup time tt u var label".split())
SILENT = set("script style noscript template head svg iframe select option textarea button object".split())
VOID = set("area base br col embed hr img input link meta param source track wbr".split())


class Lines(html.parser.HTMLParser):
    """Collects the words between elements that begin a line."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.words, self.silent = [], [], 0

    def end_line(self):
        line = " ".join("".join(self.words).split())
        self.words = []
        if line:
            self.lines.append(line)

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self.silent += 1
        elif tag not in INLINE:
            self.end_line()

    def handle_endtag(self, tag):
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag not in INLINE and tag not in VOID:
            self.end_line()

    def handle_data(self, data):
        if not self.silent:
            self.words.append(data)


def text(page):
    """The text of a page, a line an element."""
    reader = Lines()
    reader.feed(page)
    reader.end_line()
    return "\n".join(reader.lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--lang", default="")
    parser.add_argument("--most", type=int, default=0)
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    wanted = []
    for path in sorted(told.pages.iterdir()):
        page = path.read_bytes().decode("utf-8", errors="replace")
        lang = re.search(r"<html[^>]*\slang=[\"']?([a-zA-Z-]+)", page)
        if not told.lang or lang and lang[1].lower().startswith(told.lang):
            wanted.append((path, page))
    step = max(1, len(wanted) // told.most) if told.most else 1
    for path, page in wanted[::step][: told.most or None]:
        (told.out / (path.stem + ".txt")).write_text(text(page), encoding="utf-8")


if __name__ == "__main__":
    main()
