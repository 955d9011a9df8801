#!/usr/bin/env python3
"""Times an auditor's questions over a log of a million records: whole commands, from start to end.

    swift build -c release --product vitrine && swift build -c release --product vitrine-log
    python3 Benchmarks/questions.py --vitrine .build/release/vitrine [--records 1000000] [--json FILE]

A desk with 1,212 pages publishes a broadcast, `vitrine-log` appends the records of two years behind
it, and the desk publishes another one. Then the twelve questions of docs/audit.md are asked as the
auditor would, with ids from the old broadcast and from the new one. Each command is run several
times; the figures are medians and the slowest. Exits 1 when a goal is missed.
"""

import argparse
import json
import pathlib
import statistics
import sys
import tempfile

from desk import ROOT, Desk, measured
from machine import machine, sync_time

# Seconds: a look-up, a filtered list of 50, and any command of a question.
GOALS = {"who": 0.1, "list": 0.1, "question": 1.0}


def main():
    options = arguments()
    vitrine = pathlib.Path(options.vitrine).resolve()
    tool = vitrine.with_name("vitrine-log")
    with tempfile.TemporaryDirectory(prefix="questions-", dir=options.folder) as folder, \
            Desk(vitrine, folder, 0) as desk:
        database = desk.workspace / ".vitrine" / "vitrine.db"
        old = publish(desk, "Une ouverture du dimanche")
        _, text = measured([tool, database, options.records], desk.environment)
        new = publish(desk, "Un retrait devant la porte")
        size = desk.json("audit", "list", "--limit", "1", who="auditor")["items"][0]["index"] + 1
        figures = [time(desk, *row, options.repetitions) for row in rows(desk, old, new)]
    result = {
        "machine": machine(), "sync": sync_time(pathlib.Path(options.folder)), "records": size,
        "fill": json.loads(text), "commands": figures,
    }
    show(result)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2, sort_keys=True) + "\n")
    sys.exit(0 if all(row["slowest"] <= row["goal"] for row in figures) else 1)


def publish(desk, text):
    """A broadcast to all pages; returns ids that a complainant or an auditor could hold."""
    broadcast = desk.approved(text)
    desk.run("broadcast", "launch", broadcast, "--quiet", who="launcher")
    status = desk.json("broadcast", "status", broadcast, "--pages", who="auditor")
    page = next(page for page in status["pages"] if page["permalink"])
    post = desk.json("audit", "who", "--permalink", page["permalink"], who="auditor")
    return {
        "broadcast": broadcast, "post": post["post"], "permalink": page["permalink"],
        "remote": page["postID"], "store": page["store"], "author": post["author"]["id"],
        "at": post["publishedAt"],
    }


def rows(desk, old, new):
    """Question, kind of goal, command."""
    march = ("--since", "2026-03-01T00:00:00Z", "--until", "2026-04-01T00:00:00Z")
    for age, held in (("old", old), ("new", new)):
        yield f"1 who wrote it ({age}, link)", "who", ("audit", "who", "--permalink", held["permalink"])
        yield f"1 who wrote it ({age}, post)", "who", ("audit", "who", "--post", held["post"])
        yield f"1 who wrote it ({age}, remote id)", "who", ("audit", "who", "--remote-id", held["remote"])
    person = old["author"]
    limit = ("--limit", "50")
    yield "2 a person in March", "list", ("audit", "list", "--person", person, *march, *limit)
    yield "2 a person as author", "list", ("audit", "list", "--person", person, "--as", "author", *limit)
    yield "3 who could post that day", "question", (
        "audit", "who", "--store", old["store"], "--at", new["at"])
    yield "4 who approved", "list", (
        "audit", "list", "--object", old["broadcast"], "--action", "broadcast.approve", *limit)
    yield "5 at three in the morning", "list", (
        "audit", "list", "--since", "2026-03-12T03:00:00Z", "--until", "2026-03-12T04:00:00Z", *limit)
    yield "6 words, rare", "list", ("audit", "list", "--text", "foie gras", *limit)
    yield "6 words, on every page", "list", ("audit", "list", "--text", "promotion magasin", *limit)
    yield "7 refused last week", "list", (
        "audit", "list", "--result", "denied", "--since", "2026-03-10T00:00:00Z", *limit)
    yield "7 refused in a week of March", "list", (
        "audit", "list", "--result", "denied", "--since", "2026-03-10T00:00:00Z",
        "--until", "2026-03-17T00:00:00Z", *limit)
    yield "8 rights given at a store", "list", (
        "audit", "list", "--store", old["store"], "--action", "grant.create", *limit)
    yield "8 rights taken at a store", "list", (
        "audit", "list", "--store", old["store"], "--action", "grant.revoke", *limit)
    yield "9 what happened to a post", "list", ("audit", "list", "--object", old["post"], *limit)
    yield "10 a store in a year, CSV", "question", (
        "audit", "list", "--store", old["store"], "--since", "2026-01-01T00:00:00Z",
        "--until", "2027-01-01T00:00:00Z", "--format", "csv")
    yield "11 break-glass", "list", ("audit", "list", "--person", "breakglass", *limit)
    yield "12 a checkpoint", "question", ("audit", "checkpoint")
    yield "12 the newest record", "list", ("audit", "list", "--limit", "1")
    yield "a store", "list", ("audit", "list", "--store", old["store"], *limit)
    yield "an action", "list", ("audit", "list", "--action", "broadcast.launch", *limit)
    yield "a region", "list", ("audit", "list", "--select", "region:Bretagne", *limit)
    yield "a person and a store", "list", (
        "audit", "list", "--person", person, "--store", old["store"], *limit)
    yield "a result, a store, an action", "list", (
        "audit", "list", "--result", "failure", "--store", old["store"], "--action", "post.publish", *limit)


def time(desk, name, kind, command, repetitions):
    runs = [desk.run(*command, who="auditor") for _ in range(repetitions)]
    walls = [figures.wall for figures, _ in runs]
    return {
        "name": name, "goal": GOALS[kind], "median": statistics.median(walls), "slowest": max(walls),
        "lines": runs[0][1].count("\n"), "command": " ".join(command),
    }


def show(result):
    print(f"machine: {result['machine']}")
    print(f"disk, 4 KiB written and synced: {result['sync']}")
    print(f"{result['records']} records")
    print(f"{'question':34} {'median':>9} {'slowest':>9} {'goal':>8} lines")
    for row in result["commands"]:
        met = "" if row["slowest"] <= row["goal"] else "  MISSED"
        print(f"{row['name']:34} {row['median'] * 1000:6.0f} ms {row['slowest'] * 1000:6.0f} ms "
              f"{row['goal'] * 1000:5.0f} ms {row['lines']:5}{met}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vitrine", required=True, help="the release binary")
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--json", help="write the figures to this file as well")
    parser.add_argument("--folder", default=ROOT / ".build", help="the disk to measure on")
    return parser.parse_args()


if __name__ == "__main__":
    main()
