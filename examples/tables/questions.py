#!/usr/bin/env python3
"""Three questions to the tables of `liseuse export-facts`, asked with DuckDB, and the same tables read with pandas.

    pip install duckdb pandas pyarrow
    liseuse export-facts -o facts --format parquet press/
    python3 examples/tables/questions.py facts ACTOR

ACTOR is an identifier of the table of actors; without it, the one that most articles name.
"""
import json
import pathlib
import sys

import duckdb
import pandas

TABLES = ["articles", "actors", "mentions", "dates", "events", "families", "stories", "statements", "figures", "annotations"]
PANDAS = {"csv": pandas.read_csv, "parquet": pandas.read_parquet, "jsonl": lambda path: pandas.read_json(path, lines=True)}
DUCKDB = {"csv": "read_csv('{}', header = true)", "parquet": "read_parquet('{}')", "jsonl": "read_json('{}', format = 'newline_delimited')"}

MONTHS = """
SELECT month, source, count(*) AS articles, sum(words) AS words
FROM articles WHERE month IS NOT NULL
GROUP BY month, source ORDER BY month, articles DESC, source
"""

TOGETHER = """
SELECT a.name AS one, b.name AS other, count(DISTINCT (x.article, x.sentence_start)) AS sentences,
       count(DISTINCT x.article) AS articles
FROM mentions x
JOIN mentions y ON x.article = y.article AND x.sentence_start = y.sentence_start AND x.actor < y.actor
JOIN actors a ON a.id = x.actor JOIN actors b ON b.id = y.actor
GROUP BY one, other ORDER BY sentences DESC, articles DESC, one, other LIMIT 10
"""

SAID = """
SELECT coalesce(r.source, '(unknown)') AS outlet, e.first AS day, e.told, e.sentence
FROM events e JOIN articles r ON r.id = e.article
WHERE list_contains(string_split(e.actors, ' '), ?)
ORDER BY outlet, day, e.sentence
"""


def main(folder, actor=None):
    folder = pathlib.Path(folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    files = {resource["name"]: folder / resource["path"] for resource in package["resources"]}
    assert sorted(files) == sorted(TABLES), files
    base = duckdb.connect()
    for name, path in files.items():
        form = path.suffix.lstrip(".")
        columns = [field["name"] for field in package["resources"][list(files).index(name)]["schema"]["fields"]]
        source = DUCKDB[form].format(path)
        frame = PANDAS[form](path)
        if form == "jsonl" and frame.empty:
            # A file without lines says nothing of its columns.
            frame = pandas.DataFrame(columns=columns)
            base.execute(f"CREATE TABLE {name} ({', '.join(f'{column!r} VARCHAR'.replace(chr(39), chr(34)) for column in columns)})").fetchall()
        else:
            base.execute(f"CREATE TABLE {name} AS SELECT * FROM {source}").fetchall()
        rows = base.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        assert rows == len(frame), f"{name}: DuckDB reads {rows} rows, pandas {len(frame)}"
        assert list(frame.columns) == columns, f"{name}: {list(frame.columns)}"
    if actor is None:
        actor = base.execute("SELECT id FROM actors ORDER BY articles DESC, mentions DESC, id LIMIT 1").fetchone()[0]
    kinds = base.execute("SELECT typeof(date_first), typeof(words), typeof(has_headline) FROM articles LIMIT 1").fetchone()
    print("types:", *kinds)
    print("\narticles a month and outlet")
    print(base.execute(MONTHS).df().to_string(index=False))
    print("\nwho is named together in one sentence")
    print(base.execute(TOGETHER).df().to_string(index=False))
    print(f"\nwhat each outlet said of {actor}")
    print(base.execute(SAID, [actor]).df().to_string(index=False, max_colwidth=80))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
