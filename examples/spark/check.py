#!/usr/bin/env python3
"""Runs the job on a local cluster of two workers, kills one executor in the middle, and compares with one process.

    pip install pyspark
    python3 examples/spark/check.py --liseuse target/release/liseuse --articles 200000

Needs Java 17 or newer. Prints the times of one process, of two processes by xargs, and of Spark.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

NAMES = ["Odile Varenne", "Marc Testu", "Ana Lorme", "Barham Salih", "Jeanne Delcourt", "Paul Hébrard", "Mustafa al-Kadhimi"]
PLACES = ["la halle", "le port", "la mairie", "le lycée", "le pont", "la gare"]
DEEDS = ["a annoncé la fermeture de", "a visité", "a promis de rouvrir", "veut agrandir", "a défendu devant le conseil"]


def article(number):
    """An article of its own number alone, now and then a line that is none."""
    chance = random.Random(number)
    if number % 997 == 13:
        return '{"title": "une ligne cassée"'
    paragraphs = []
    for _ in range(chance.randint(2, 5)):
        sentences = []
        for _ in range(chance.randint(2, 5)):
            day = f"le {chance.randint(1, 28)} mai {chance.randint(2015, 2021)}"
            sentences.append(
                f"{chance.choice(NAMES)} {chance.choice(DEEDS)} {chance.choice(PLACES)} {day}, selon {chance.choice(NAMES)}."
            )
        paragraphs.append(" ".join(sentences))
    record = {
        "title": f"{chance.choice(PLACES).capitalize()} : {chance.randint(1, 99999)}",
        "date": f"20{chance.randint(15, 21)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "source": chance.choice(["L'Étoile", "La Vigie", "Le Port"]),
        "text": "\n\n".join(paragraphs),
    }
    return json.dumps(record, ensure_ascii=False)


def timed(what, work):
    start = time.monotonic()
    result = work()
    print(f"{what}: {time.monotonic() - start:.1f} s", flush=True)
    return result


def kill_one_executor(after):
    """Kills the first executor that is found once `after` seconds have passed since it started to work."""
    killed = []

    def watch():
        until = time.monotonic() + 600
        while not killed and time.monotonic() < until:
            time.sleep(0.5)
            found = subprocess.run(["pgrep", "-P", str(gateway()), "-f", "CoarseGrainedExecutorBackend"], capture_output=True, text=True)
            executors = [int(word) for word in found.stdout.split()]
            working = [one for one in executors if subprocess.run(["pgrep", "-P", str(one)], capture_output=True).stdout]
            if len(executors) == 2 and working:
                time.sleep(after)
                os.kill(working[0], signal.SIGKILL)
                killed.append(working[0])

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    return killed


def gateway():
    """The process of the driver's virtual machine, which starts the workers of a local cluster."""
    found = subprocess.run(["pgrep", "-P", str(os.getpid()), "java"], capture_output=True, text=True).stdout.split()
    return int(found[0]) if found else -1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--liseuse", required=True)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--partitions", type=int, default=16)
    parser.add_argument("--kill-after", type=float, default=5)
    options = parser.parse_args()
    liseuse = os.path.abspath(options.liseuse)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="liseuse-spark-"))
    press = folder / "press.jsonl"
    with press.open("w", encoding="utf-8") as out:
        for number in range(options.articles):
            out.write(article(number) + "\n")
    print(f"{options.articles} articles, {press.stat().st_size >> 20} MiB", flush=True)
    one = folder / "one.jsonl"
    with press.open("rb") as source, one.open("wb") as out:
        command = [liseuse, "extract", "--threads", "1", "--text", "-"]
        timed("one process, one thread", lambda: subprocess.run(command, stdin=source, stdout=out, check=True))
    subprocess.run(["split", "-n", f"l/{options.partitions}", "-d", press, folder / "part-"], check=True)
    pipe = f"ls {folder}/part-* | xargs -P 2 -I{{}} sh -c '{liseuse} extract --threads 1 --text - < {{}} > {{}}.out'"
    timed("two processes by xargs", lambda: subprocess.run(pipe, shell=True, check=True))
    joined = b"".join(path.read_bytes() for path in sorted(folder.glob("part-*.out")))
    assert joined == one.read_bytes(), "the parts of xargs differ from one process"
    spark(folder, press, liseuse, options)
    parts = sorted(path for path in (folder / "records").iterdir() if path.name.startswith("part-"))
    assert b"".join(path.read_bytes() for path in parts) == one.read_bytes(), "Spark differs from one process"
    print(f"{len(parts)} partitions, the same {one.stat().st_size >> 20} MiB of records", flush=True)
    shutil.rmtree(folder)


def spark(folder, press, liseuse, options):
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark import SparkConf, SparkContext

    from extract_job import extracted

    conf = SparkConf().setAppName("liseuse extract").setMaster("local-cluster[2,1,1024]")
    conf.set("spark.executor.memory", "512m").set("spark.task.maxFailures", "8").set("spark.ui.enabled", "false")
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    killed = kill_one_executor(options.kill_after)
    records = extracted(context, str(press), liseuse, options.partitions)
    timed("Spark, two workers of one core", lambda: records.saveAsTextFile(str(folder / "records")))
    context.stop()
    assert killed, "no executor was killed: the job ended too soon, give more articles"
    print(f"executor {killed[0]} was killed on the way", flush=True)


if __name__ == "__main__":
    main()
