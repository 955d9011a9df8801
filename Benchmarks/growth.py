#!/usr/bin/env python3
"""Grows a broadcast from 1,212 pages to 14,000 and 120,000, against a sandbox without a pace.

    python3 Benchmarks/growth.py --vitrine .build/release/vitrine [--pages 1212 14000] [--json FILE]

For each size a register, a sandbox and a desk are made, and an approved broadcast is launched in the
foreground. What counts is the launching process alone (its processor time and largest memory, as the
kernel tells them); the sandbox runs beside it and is not counted. A page may cost at most 1.2 times
what it costs at the first size, and no launch may need 200 MiB. What comes before the launch is
printed as well, without a goal. Exits 1 when a goal is missed.
"""

import argparse
import json
import pathlib
import statistics
import sys
import tempfile

from desk import ROOT, Desk
from machine import load, machine, show_machine, sync_time
from register import register_of, write_register

# Times the processor time of a page at the first size, and MiB.
RATIO, MEMORY = 1.2, 200


def main():
    options = arguments()
    vitrine = pathlib.Path(options.vitrine).resolve()
    pathlib.Path(options.folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="growth-", dir=options.folder) as folder:
        folder = pathlib.Path(folder)
        result = {"machine": machine(), "sync": sync_time(folder)}
        result["sizes"] = [measure(vitrine, folder, pages, options) for pages in options.pages]
    result["goals"] = judge(result["sizes"])
    show(result)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2, sort_keys=True) + "\n")
    sys.exit(0 if all(goal["met"] for goal in result["goals"]) else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vitrine", required=True, help="the release binary")
    parser.add_argument("--pages", type=int, nargs="+", default=[1212, 14_000, 120_000])
    parser.add_argument("--repetitions", type=int, default=5, help="of the sizes up to 2,000 pages")
    parser.add_argument("--json", help="write the figures to this file as well")
    parser.add_argument("--folder", default=ROOT / ".build", help="the disk to measure on")
    return parser.parse_args()


def measure(vitrine, folder, pages, options):
    """The figures of one size."""
    stores = folder / f"stores-{pages}.csv"
    write_register(stores, register_of(pages))
    launches, sandbox, before = [], [], {}
    with Desk(vitrine, folder, stores=stores) as desk:
        before["store import"] = desk.importing
        before["page connect"] = desk.connecting
        for number in range(options.repetitions if pages <= 2_000 else 1):
            text = f"Growth to {pages} pages, {number},"
            broadcast = desk.approved(text, before)
            cost, at = desk.sandbox.seconds(), load()
            figures, _ = desk.run("broadcast", "launch", broadcast, "--quiet", who="launcher")
            sandbox.append(desk.sandbox.seconds() - cost)
            launches.append(figures)
            if desk.visible(text) != (pages, pages):
                raise SystemExit(f"'{text}' is not once on each of {pages} pages")
    wall = statistics.median(figures.wall for figures in launches)
    cpu = statistics.median(figures.cpu for figures in launches)
    row = {
        "pages": pages, "wall": wall, "cpu": cpu, "perPage": cpu / pages * 1e6,
        "memory": max(figures.memory for figures in launches),
        "sandboxCPU": statistics.median(sandbox), "load": at,
        "before": {
            name: {"wall": figures.wall, "cpu": figures.cpu, "memory": figures.memory}
            for name, figures in before.items()
        },
    }
    print(f"{pages} pages: {row['perPage']:.0f} µs a page, {row['memory']:.0f} MiB", file=sys.stderr)
    return row


def judge(sizes):
    first = sizes[0]
    goals = [
        (f"CPU a page, {row['pages']} to {first['pages']}", row["perPage"] / first["perPage"], RATIO)
        for row in sizes[1:]
    ] + [(f"peak memory at {row['pages']}, MiB", row["memory"], MEMORY) for row in sizes]
    return [
        {"goal": name, "value": value, "limit": limit, "met": value <= limit}
        for name, value, limit in goals
    ]


def show(result):
    show_machine(result["machine"], result["sync"])
    print()
    print("  pages | wall s    CPU s  µs a page  peak MiB  sandbox CPU s  load")
    for row in result["sizes"]:
        print(f"{row['pages']:>7} |{row['wall']:>7.2f} {row['cpu']:>8.2f} {row['perPage']:>10.0f} "
              f"{row['memory']:>9.0f} {row['sandboxCPU']:>14.2f} {row['load']:>5.1f}")
    print()
    print("before the launch (wall s / CPU s / MiB)")
    for row in result["sizes"]:
        steps = (f"{name} {step['wall']:.2f}/{step['cpu']:.2f}/{step['memory']:.0f}"
                 for name, step in row["before"].items())
        print(f"{row['pages']:>7} | {', '.join(steps)}")
    print()
    for goal in result["goals"]:
        print(f"{'met   ' if goal['met'] else 'MISSED'}  {goal['goal']}: {goal['value']:.2f} "
              f"(goal: at most {goal['limit']:g})")


if __name__ == "__main__":
    main()
