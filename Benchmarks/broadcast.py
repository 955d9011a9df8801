#!/usr/bin/env python3
"""Measures a broadcast to 1,212 pages, side by side with a plain script on Meta's official SDK.

    python3 Benchmarks/broadcast.py --vitrine .build/release/vitrine [--json FILE]

For each added latency (0, 50 and 300 ms) a sandbox and a desk are set up; then, in turns, an
approved broadcast is launched and the plain script posts to the same pages. Ours makes three calls
a page (draft, release, read back), in requests of 50 calls, 13 at a time, with intent and record
on disk; the script makes one call a page, one request at a time, and keeps nothing. After each run
the sandbox is asked what visitors see. Exits 1 when a goal is missed.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from desk import ROOT, Desk, measured
from machine import machine, show_machine, sync_time

PAGES = 1212
SDK = "facebook-business==26.0.3"
# What the project set itself (seconds, ratios to the script's sending, MiB, milliseconds).
GOALS = {"wall0": 1.0, "ratio50": 1.0, "ratio300": 0.5, "memory": 150, "help": 15.0}


def main():
    options = arguments()
    vitrine = pathlib.Path(options.vitrine).resolve()
    python = sdk_python(pathlib.Path(options.venv))
    latencies = [int(part) for part in options.latencies.split(",")]
    pathlib.Path(options.folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=options.folder) as folder:
        result = {
            "machine": machine(),
            "sync": sync_time(pathlib.Path(folder)),
            "help": start_up(vitrine),
            "latencies": [],
        }
        for latency in latencies:
            with Desk(vitrine, folder, latency) as desk:
                result["latencies"].append(
                    compare(desk, python, options.repetitions, result))
    result["goals"] = judge(result)
    show(result)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2, sort_keys=True) + "\n")
    sys.exit(0 if all(goal["met"] for goal in result["goals"]) else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    build = ROOT / ".build"
    parser.add_argument("--vitrine", required=True, help="the release binary")
    parser.add_argument("--latencies", default="0,50,300", help="added milliseconds, with commas")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--json", help="write the figures to this file as well")
    parser.add_argument("--venv", default=build / "bench-venv", help="where the SDK is kept")
    parser.add_argument("--folder", default=build, help="the disk to measure on")
    return parser.parse_args()


def sdk_python(venv):
    """A Python with Meta's SDK: this one, or one of its own, made at first use."""
    if importlib.util.find_spec("facebook_business"):
        return pathlib.Path(sys.executable)
    python = venv / "bin" / "python"
    probe = [str(python), "-c", "import facebook_business"]
    if not python.exists() or subprocess.run(probe, capture_output=True).returncode:
        print(f"installing {SDK} into {venv}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", SDK], check=True)
    return python


def compare(desk, python, repetitions, result):
    """Ours and the script in turns; medians, and every run's truth checked."""
    ours, theirs, sandbox = [], [], []
    for number in range(repetitions):
        text = f"Benchmark {desk.latency} ms, ours {number},"
        broadcast = desk.approved(text)
        before = desk.sandbox.seconds()
        figures, _ = desk.run("broadcast", "launch", broadcast, who="launcher")
        sandbox.append(desk.sandbox.seconds() - before)
        check(desk, text)
        ours.append(figures)

        text = f"Benchmark {desk.latency} ms, script {number},"
        figures, answer = measured(
            [python, ROOT / "Benchmarks" / "plain_script.py", desk.ready["baseURL"],
             desk.ready["userToken"], text], desk.environment)
        answer = json.loads(answer)
        if answer["done"] != PAGES or answer["failed"]:
            raise SystemExit(f"the script reports {answer}")
        check(desk, text)
        theirs.append((figures, answer))
    if desk.latency == 0:
        verify, answer = desk.run("audit", "verify", "--json", who="auditor")
        result["setup"] = {
            "storeImport": desk.importing.wall, "pageConnect": desk.connecting.wall,
            "auditVerify": verify.wall, "records": json.loads(answer)["records"],
        }
    wall = statistics.median(figures.wall for figures in ours)
    sending = statistics.median(answer["sendingSeconds"] for _, answer in theirs)
    return {
        "latency": desk.latency,
        "ours": {
            "wall": wall,
            "walls": [figures.wall for figures in ours],
            "cpu": statistics.median(figures.cpu for figures in ours),
            "memory": max(figures.memory for figures in ours),
            "sandboxCPU": statistics.median(sandbox),
        },
        "script": {
            "sending": sending,
            "sendings": [answer["sendingSeconds"] for _, answer in theirs],
            "wall": statistics.median(figures.wall for figures, _ in theirs),
            "cpu": statistics.median(figures.cpu for figures, _ in theirs),
            "memory": max(figures.memory for figures, _ in theirs),
        },
        "ratio": wall / sending,
    }


def check(desk, text):
    """The text must be on every page, once."""
    pages, posts = desk.visible(text)
    if (pages, posts) != (PAGES, PAGES):
        raise SystemExit(f"'{text}' stands {posts} times on {pages} pages, not once on {PAGES}")


def start_up(vitrine, runs=50):
    """The median of `--help` from start to end, in milliseconds."""
    environment = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
    quiet = [(os.POSIX_SPAWN_OPEN, descriptor, "/dev/null", os.O_RDWR, 0) for descriptor in range(3)]
    times = []
    for _ in range(runs + 3):
        began = time.perf_counter()
        child = os.posix_spawn(
            vitrine, [str(vitrine), "--help"], environment, file_actions=quiet)
        os.waitpid(child, 0)
        times.append((time.perf_counter() - began) * 1000)
    times = times[3:]
    return {"median": statistics.median(times), "least": min(times)}


def judge(result):
    """The goals and whether they were met; of the latencies that were measured."""
    by_latency = {row["latency"]: row for row in result["latencies"]}
    memory = max(row["ours"]["memory"] for row in result["latencies"])
    found = [
        ("vitrine --help, ms", result["help"]["median"], GOALS["help"]),
        ("peak memory, MiB", memory, GOALS["memory"]),
    ]
    if 0 in by_latency:
        found.append(("launch at 0 ms, s", by_latency[0]["ours"]["wall"], GOALS["wall0"]))
    if 50 in by_latency:
        found.append(("ours / script at 50 ms", by_latency[50]["ratio"], GOALS["ratio50"]))
    if 300 in by_latency:
        found.append(("ours / script at 300 ms", by_latency[300]["ratio"], GOALS["ratio300"]))
    return [
        {"goal": name, "value": value, "limit": limit, "met": value <= limit}
        for name, value, limit in found
    ]


def show(result):
    show_machine(result["machine"], result["sync"])
    if "setup" in result:
        setup = result["setup"]
        print(f"store import {setup['storeImport']:.2f} s, page connect {setup['pageConnect']:.2f} s,"
              f" audit verify {setup['auditVerify']:.2f} s for {setup['records']} records")
    print()
    print(f"{PAGES} pages    |            ours (3 calls a page)           "
          "|    plain script (1 call a page)    |")
    print("latency        |  wall s    CPU s  peak MiB  sandbox CPU s   "
          "| sending s  whole s  CPU s  peak MiB | ratio")
    for row in result["latencies"]:
        ours, script = row["ours"], row["script"]
        print(f"{row['latency']:>4} ms        |{ours['wall']:>8.3f} {ours['cpu']:>8.3f} "
              f"{ours['memory']:>9.0f} {ours['sandboxCPU']:>14.2f}   "
              f"|{script['sending']:>10.3f} {script['wall']:>8.3f} {script['cpu']:>6.2f} "
              f"{script['memory']:>9.0f} |{row['ratio']:>6.2f}")
    print()
    for goal in result["goals"]:
        print(f"{'met   ' if goal['met'] else 'MISSED'}  {goal['goal']}: {goal['value']:.2f} "
              f"(goal: at most {goal['limit']:g})")


if __name__ == "__main__":
    main()
