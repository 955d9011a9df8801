#!/usr/bin/env python3
"""Measures the audit log at a million records: verifying, exporting, appending.

    swift build -c release --product vitrine && swift build -c release --product vitrine-log
    python3 Benchmarks/audit.py --vitrine .build/release/vitrine [--records 1000000] [--json FILE]

A desk is made with `vitrine init`, `vitrine-log` appends records to its database as the product does,
and then the product verifies them: from the database, and from an exported folder. Beside it stands
what `openssl dgst -sha256` takes over the same bytes, and what the disk takes for 4 KiB. Exits 1
when a goal is missed.
"""

import argparse
import json
import os
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile

from machine import machine, sync_time
from desk import ROOT, measured

# What the project set itself: seconds and MiB for a million records.
GOALS = {"verify": 10.0, "memory": 200}


def main():
    options = arguments()
    vitrine = pathlib.Path(options.vitrine).resolve()
    tool = pathlib.Path(options.tool).resolve() if options.tool else vitrine.with_name("vitrine-log")
    with tempfile.TemporaryDirectory(prefix="audit-", dir=options.folder) as folder:
        folder = pathlib.Path(folder)
        result = {"machine": machine(), "sync": sync_time(folder), "records": options.records}
        desk = folder / "desk"
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "en_US.UTF-8"}
        if "LD_LIBRARY_PATH" in os.environ:
            environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        _, text = measured([vitrine, "init", desk, "--admin", "Alice Martin", "--json"], environment)
        environment["VITRINE_TOKEN"] = json.loads(text)["token"]
        environment["VITRINE_WORKSPACE"] = str(desk)
        database = desk / ".vitrine" / "vitrine.db"
        _, text = measured([tool, database, options.records], environment)
        result["fill"] = json.loads(text)
        _, text = measured([tool, database, 20_000, "--batch", 50, "--seed", 2], environment)
        result["append"] = json.loads(text)
        result["bytes"] = database.stat().st_size

        runs = []
        for _ in range(options.repetitions):
            figures, text = measured([vitrine, "audit", "verify", "--json"], environment)
            answer = json.loads(text)
            if not answer["good"]:
                raise SystemExit(f"the log does not verify: {answer}")
            runs.append(figures)
        result["verified"] = answer["records"]
        result["verify"] = figures_of(runs)

        plain = folder / "records"
        with plain.open("wb") as file:
            for (record,) in sqlite3.connect(database).execute(
                    "SELECT record FROM audit_leaf ORDER BY position"):
                file.write(record)
        result["recordBytes"] = plain.stat().st_size
        hashing = [measured(["openssl", "dgst", "-sha256", plain], environment)[0]
                   for _ in range(options.repetitions)]
        result["openssl"] = figures_of(hashing)
        plain.unlink()
        result["ratio"] = result["verify"]["wall"] / result["openssl"]["wall"]
        measure_export(result, vitrine, folder, desk, environment, options.repetitions)
    million = options.records / 1_000_000
    result["goals"] = [
        {"name": "verify, seconds", "is": result["verify"]["wall"],
         "goal": GOALS["verify"] * max(million, 0.1)},
        {"name": "verify, MiB", "is": result["verify"]["memory"], "goal": GOALS["memory"]},
    ]
    show(result)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2, sort_keys=True) + "\n")
    sys.exit(0 if all(goal["is"] <= goal["goal"] for goal in result["goals"]) else 1)


def measure_export(result, vitrine, folder, desk, environment, repetitions):
    """Exporting needs an auditor, since administrators must not carry the log away."""
    admin = dict(environment)
    _, text = measured([vitrine, "user", "create", "Aude Auditor", "--json"], admin)
    user = json.loads(text)
    measured([vitrine, "grant", "create", "--user", user["id"], "--role", "auditor", "--scope", "all",
              "--reason", "bench"], admin)
    said = subprocess.run(
        [str(vitrine), "login", "--enrol-stdin", "--json"], input=user["enrolment"], text=True,
        capture_output=True, env=environment, check=True)
    auditor = dict(environment, VITRINE_TOKEN=json.loads(said.stdout)["token"])
    figures, _ = measured([vitrine, "audit", "export", "--out", folder / "export"], auditor)
    result["export"] = figures_of([figures])
    result["verifyExport"] = figures_of([
        measured([vitrine, "audit", "verify", "--export", folder / "export"], environment)[0]
        for _ in range(repetitions)])


def figures_of(runs):
    return {"wall": statistics.median(run.wall for run in runs),
            "cpu": statistics.median(run.cpu for run in runs),
            "memory": max(run.memory for run in runs)}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vitrine", required=True, help="the release binary")
    parser.add_argument("--tool", help="vitrine-log; beside the binary if absent")
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--json", help="write the figures to this file as well")
    parser.add_argument("--folder", default=ROOT / ".build", help="the disk to measure on")
    return parser.parse_args()


def show(result):
    print(f"machine: {result['machine']}")
    print(f"disk, 4 KiB written and synced: {result['sync']}")
    print(f"{result['verified']} records, {result['recordBytes'] / 1e6:.0f} MB of bytes, "
          f"{result['bytes'] / 1e6:.0f} MB of database")
    for name in ("verify", "verifyExport", "export", "openssl"):
        figures = result[name]
        print(f"{name:13} {figures['wall']:7.2f} s {figures['cpu']:7.2f} s CPU "
              f"{figures['memory']:5.0f} MiB")
    print(f"ratio to openssl {result['ratio']:.1f}")
    for name in ("fill", "append"):
        print(f"{name}: {result[name]['nanosecondsPerRecord'] / 1000:.1f} µs a record "
              f"in batches of {result[name]['batch']}")
    for goal in result["goals"]:
        met = "met" if goal["is"] <= goal["goal"] else "MISSED"
        print(f"{goal['name']}: {goal['is']:.2f}, goal {goal['goal']:.2f}: {met}")


if __name__ == "__main__":
    main()
