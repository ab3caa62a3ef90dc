#!/usr/bin/env python3
"""Prints what an archive of any size costs: start, load, memory, keys, each beside a peer measured in the same run.

    cargo build --release --bins --examples
    python3 benches/scale.py ARCHIVE [MEASURE]...

ARCHIVE is a folder or a JSON Lines file. Needs Python 3 alone; `rg`, `find` and `fzf` are measured when they are there.
MEASURE is any of start, load, warm, keys, idle, inside; all of them when none is named. Times are in milliseconds by the clock.
Files should be in the page cache, and the machine at rest.
"""

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RELEASE = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
ROOM, BARE = RELEASE / "liseuse", RELEASE / "examples" / "bare"
QUERIES = ["gouvernement", "kazemi 2020", "negoc strat", "oil prices", "washington"]


class Session:
    """A program in a pseudo-terminal of 120 by 40."""

    def __init__(self, command, home):
        self.written = b""
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = {**os.environ, **home, "TERM": "xterm-256color"}
        self.began = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.login_tty(slave)
            os.execve(command[0], command, environment)
        os.close(slave)

    def read(self, patience):
        """What is written next, and when; nothing after `patience` seconds."""
        ready, _, _ = select.select([self.master], [], [], patience)
        if not ready:
            return None
        try:
            piece = os.read(self.master, 1 << 16)
        except OSError:
            return None
        self.written += piece
        return time.perf_counter()

    def wait_for(self, wanted, patience=120):
        """Milliseconds from the start until `wanted` was written."""
        while not re.search(wanted, self.written):
            if self.read(patience) is None:
                raise RuntimeError(f"the program wrote no {wanted!r}")
        return (time.perf_counter() - self.began) * 1e3

    def settle(self, quiet):
        """Reads until nothing came for `quiet` seconds."""
        while self.read(quiet) is not None:
            pass

    def press(self, key, quiet):
        """Milliseconds from a key to the first bytes of the next frame, and to the last before `quiet` seconds of rest."""
        began = time.perf_counter()
        os.write(self.master, key.encode())
        first = last = self.read(5)
        while (more := self.read(quiet)) is not None:
            last = more
        return [(at - began) * 1e3 for at in (first, last)]

    def memory(self, measure):
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(measure + ":"):
                return int(line.split()[1]) * 1024
        return 0

    def wakeups(self):
        count = 0
        for status in Path(f"/proc/{self.pid}/task").glob("*/status"):
            for line in status.read_text().splitlines():
                if "ctxt_switches" in line:
                    count += int(line.split()[1])
        return count

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.master)


def at(times, percent):
    ordered = sorted(times)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


def row(measure, ours, name=None, peer=None):
    line = f"{measure:<34} {at(ours, 50):>10.2f} {at(ours, 99):>10.2f}"
    if peer:
        line += f"   {name:<22} {at(peer, 50):>10.2f} {at(peer, 99):>10.2f}   {at(ours, 50) / at(peer, 50):>6.2f}"
    print(line, flush=True)


def start(archive, home, runs=21):
    """The first frame, without a cache and with a warm one; memory once all is loaded."""
    subprocess.run([ROOM, "actors", archive], env={**os.environ, **home}, stdout=subprocess.DEVNULL, check=True)
    cold, warm, bare = [], [], []
    for _ in range(runs):
        for times, command, wanted in (
            (bare, [str(BARE)], rb"line"),
            (cold, [str(ROOM), "--no-cache", archive], rb"Filter"),
            (warm, [str(ROOM), archive], "▶".encode()),
        ):
            session = Session(command, home)
            times.append(session.wait_for(wanted))
            session.end()
    row("first frame, no cache", cold, "bare ratatui", bare)
    row("first frame with list, warm cache", warm, "bare ratatui", bare)


def processes(command, env, runs, stdout=subprocess.DEVNULL):
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(command, env={**os.environ, **env}, stdout=stdout, check=False)
        times.append((time.perf_counter() - began) * 1e3)
    return times


def load(archive, home):
    """All articles with actors and dates, without a cache, and the memory they take in the reading room."""
    runs = 1 if size_of(archive) > 1e9 else 3
    ours = processes([ROOM, "actors", "--no-cache", archive], home, runs)
    rg = shutil.which("rg")
    peer = processes([rg, "-c", "gouvernement", archive], {}, runs) if rg else None
    row("full load, no cache", ours, "rg -c", peer)
    session = Session([str(ROOM), "--no-cache", archive], home)
    loaded(session, archive)
    size = size_of(archive)
    for measure in ("VmRSS", "VmHWM"):
        held = session.memory(measure)
        print(f"{measure + ' without cache, a byte of text':<34} {held / size:>10.2f}   {held >> 20} MiB of {size / 1e6:.0f} MB")
    session.end()


def loaded(session, archive):
    session.wait_for(rb"Filter")
    while session.read(4) is not None:
        pass
    if b"rticle" not in session.written:
        raise RuntimeError(f"{archive} did not load")


def size_of(archive):
    path = Path(archive)
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def warm(archive, home, runs=11):
    """An unchanged archive: all of it counted, by whole processes."""
    processes([ROOM, "actors", archive], home, 1)
    ours = processes([ROOM, "actors", archive], home, runs)
    find = shutil.which("find")
    peer = processes([find, archive, "-type", "f", "-printf", "%s %T@\\n"], {}, runs) if find else None
    row("unchanged archive, warm cache", ours, "stat of all (find)", peer)
    session = Session([str(ROOM), archive], home)
    loaded(session, archive)
    held = {name: session.memory(name) for name in ("VmRSS", "RssAnon", "RssFile")}
    print(f"{'memory, warm cache':<34} " + ", ".join(f"{name} {size >> 20} MiB" for name, size in held.items()))
    session.end()


def keys(archive, home):
    """From a key typed into the filter line to the frame that shows it, and to all results on the screen."""
    session = Session([str(ROOM), archive], home)
    loaded(session, archive)
    session.press("f", 0.5)
    first, last = [], []
    for query in QUERIES:
        for key in query:
            times = session.press(key, 0.4)
            first.append(times[0])
            last.append(times[1])
        session.press("\x15", 1.0)
    session.end()
    row("key to frame, filtering", first)
    row("key to all results on the screen", last)


def idle(archive, home, seconds=15):
    """Wakeups of all threads while nothing happens."""
    session = Session([str(ROOM), archive], home)
    loaded(session, archive)
    before = session.wakeups()
    time.sleep(seconds)
    print(f"{f'wakeups in {seconds} s':<34} {session.wakeups() - before:>10}")
    session.end()


def inside(archive, home):
    """Filter, search and frames, by `benches/scale.rs`; and `fzf --filter` over the same headlines."""
    command = ["cargo", "bench", "-q", "--bench", "scale", "--", archive]
    subprocess.run(command, cwd=ROOT, check=True)
    fzf = shutil.which("fzf")
    if not fzf:
        return
    listed = subprocess.run([ROOM, "list", "--format", "json", archive], env={**os.environ, **home}, capture_output=True, check=True)
    titles = "\n".join(json.loads(line)["title"] for line in listed.stdout.splitlines())
    times = []
    for query in QUERIES:
        began = time.perf_counter()
        subprocess.run([fzf, "--filter", query], input=titles, text=True, stdout=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - began) * 1e3)
    row("fzf --filter, a whole process", times)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    archive = os.path.realpath(sys.argv[1])
    measures = {one.__name__: one for one in (start, load, warm, keys, idle, inside)}
    with tempfile.TemporaryDirectory() as folder:
        home = {f"LISEUSE_{kind}_DIR": f"{folder}/{kind.lower()}" for kind in ("DATA", "CONFIG", "CACHE")}
        print(f"{archive}\n{'':<34} {'p50 ms':>10} {'p99 ms':>10}   {'beside':<22} {'p50 ms':>10} {'p99 ms':>10}   {'times':>6}")
        for name in sys.argv[2:] or measures:
            measures[name](archive, home)


if __name__ == "__main__":
    main()
