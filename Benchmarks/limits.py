#!/usr/bin/env python3
"""Measures what faults, other people's posts and throttles cost a broadcast, against the sandbox.

    python3 Benchmarks/limits.py --vitrine .build/release/vitrine [--only pace queue throttle]

The desk's pace is 10 posts a second and a request carries 20 calls, so that 1,212 pages take
T = 121.2 s at best. Times run from the start of the launching command until the sandbox shows the
text on the last page that can show it; afterwards it must stand once on each of them.

pace      alone; with 5 % faults (a third each lost answers, errors, null members of a batch); with 50
          dead tokens and 20 pages that hang, which a person accepts as held
queue     alone beside a worker; then the same behind 5,000 posts of stores that are due
throttle  the app is throttled while drafts are made, then while posts become public; then 20 pages are.
          The sandbox counts every call that meets a throttle, those too that were under way when it
          began: the rest of the batch, and requests beside it. They are told apart, without a goal.

Exits 1 when a goal is missed.
"""

import argparse
import json
import pathlib
import sys
import tempfile
import time

from desk import ROOT, Desk
from machine import load, machine, show_machine, sync_time
from watch import Watch, first_draft, quantile

PAGES, PACE, BATCH = 1212, 10, 20
T = PAGES / PACE
# Ratios to T or to a run alone, and seconds.
GOALS = {"clean": 1.3, "faults": 3.0, "broken": 1.1, "first": 2.0, "queue": 1.15,
         "late": 900.0, "resumed": 60.0}
SETTINGS = {
    "pacing.postsPerSecond": PACE, "pacing.batchSize": BATCH, "approvals.severalPages": 0,
    # What stores may send is not the question here.
    "pressure.quietMinutes": 0, "pressure.postsPerDay": 0,
}


def main():
    options = arguments()
    vitrine = pathlib.Path(options.vitrine).resolve()
    pathlib.Path(options.folder).mkdir(parents=True, exist_ok=True)
    bars = {"pace": pace, "queue": queue, "throttle": throttle}
    with tempfile.TemporaryDirectory(prefix="limits-", dir=options.folder) as folder:
        result = {"machine": machine(), "sync": sync_time(pathlib.Path(folder)), "runs": []}
        for name in options.only:
            bars[name](lambda: Desk(vitrine, folder, settings=SETTINGS), options, result["runs"])
    show(result)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2, sort_keys=True) + "\n")
    sys.exit(0 if all(goal["met"] for run in result["runs"] for goal in run["goals"]) else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vitrine", required=True, help="the release binary")
    names = ["pace", "queue", "throttle"]
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    parser.add_argument("--routine", type=int, default=5000, help="posts of stores in the queue")
    parser.add_argument("--throttle", type=int, default=60, help="seconds that a throttle lasts")
    parser.add_argument("--patience", type=int, default=900, help="seconds before a run is over")
    parser.add_argument("--json", help="write the figures to this file as well")
    parser.add_argument("--folder", default=ROOT / ".build", help="the disk to measure on")
    return parser.parse_args()


def note(runs, name, figures, goals, at):
    """Keeps a run; a goal is a name, a value (None: never happened) and what it may be at most."""
    run = {
        "run": name, "figures": figures, "load": at,
        "goals": [
            {"goal": goal, "value": value, "limit": limit,
             "met": value is not None and value <= limit}
            for goal, value, limit in goals
        ],
    }
    runs.append(run)
    print(json.dumps(run), file=sys.stderr)


def ratio(value, base):
    return None if value is None or not base else value / base


# Bar 3


def pace(desk, options, runs):
    clean = paced(desk, options, runs, "alone", "clean")
    paced(desk, options, runs, "5 % faults", "faults", faults=[
        f"{kind},rate={0.05 / 3:.5f}" for kind in ("lost-answer", "error,code=2", "null-member")])
    with desk() as opened:
        broken(opened, options, runs, clean)


def paced(desk, options, runs, name, goal, faults=()):
    """A broadcast to all pages; returns how long it took."""
    with desk() as opened:
        broadcast, at = opened.approved(f"Limits, {name},"), load()
        if faults:
            opened.sandbox.arm(*faults)
        watch, launches = launched(opened, broadcast, f"Limits, {name},", set(), options)
        wall = watch.last(set(opened.sandbox.pages()))
        figures = outcome(opened, watch, launches) | {"fired": opened.sandbox.fired()}
        note(runs, name, figures, [
            (f"{name}: time to T", ratio(wall, T), GOALS[goal]), *truth(watch, PAGES, name)], at)
        return wall


def broken(desk, options, runs, clean):
    """50 pages whose token died, 20 that never answer; nobody knows before the launch."""
    name = "50 dead, 20 hanging"
    broadcast, at = desk.approved(f"Limits, {name},"), load()
    pages = desk.sandbox.pages()
    dead, hanging = pages[5:1205:24], pages[9:1209:60]
    desk.sandbox.arm(
        "error,code=190,subcode=463,pages=" + "+".join(dead), "hang,pages=" + "+".join(hanging))
    out = set(dead) | set(hanging)
    watch, launches = launched(desk, broadcast, f"Limits, {name},", out, options)
    wall = watch.last(set(pages) - out)
    figures = outcome(desk, watch, launches) | {
        "first": min(watch.seen.values(), default=None),
        "status": status(desk, broadcast),
    }
    note(runs, name, figures, [
        (f"{name}: time to alone", ratio(wall, clean or T), GOALS["broken"]),
        *truth(watch, PAGES - len(out), name)], at)


def launched(desk, broadcast, text, without, options):
    """Launches until every page but those `without` shows the text; a person accepts what is held."""
    began = time.monotonic()
    watch = Watch(desk.sandbox, text, began)
    launches = [start(desk, broadcast)]

    def again():
        if launches[-1].ended() is not None:
            launches.append(start(desk, broadcast, "--accept-held"))

    watch.until(set(desk.sandbox.pages()) - without, options.patience, pulse=again)
    # What is sent twice is sent after the first; the command is given the time to end by itself.
    for _ in range(20):
        if launches[-1].ended() is not None:
            break
        time.sleep(0.5)
    launches[-1].stop()
    time.sleep(1)
    watch.look()
    return watch, launches


def start(desk, broadcast, *flags):
    return desk.start("broadcast", "launch", broadcast, "--quiet", *flags, who="launcher")


def outcome(desk, watch, launches):
    calls = desk.sandbox.stats()["calls"]
    return {
        "seconds": watch.last(set(watch.seen)), "pages": len(watch.seen),
        "exits": [launch.process.returncode for launch in launches],
        "launched": [round(launch.began - watch.began, 2) for launch in launches],
        "cpu": sum(launch.figures.cpu for launch in launches),
        "memory": max(launch.figures.memory for launch in launches),
        "callsPerPage": sum(
            calls[kind] for kind in ("stage", "release", "read", "list", "delete")) / PAGES,
    }


def status(desk, broadcast):
    found = desk.json("broadcast", "status", broadcast, who="auditor")
    return {key: found[key] for key in ("state", "published", "held", "unknown", "pending")}


def truth(watch, pages, name):
    return [
        (f"{name}: pages without it", pages - len(watch.seen), 0),
        (f"{name}: posts too many", watch.doubled(), 0),
    ]


# Bar 4


def queue(desk, options, runs):
    with desk() as opened:
        opened.enrol("manager", "store_manager")
        worker = opened.start("worker", "--quiet")
        alone, _ = beside_worker(opened, options, runs, "beside a worker")
        due = queued(opened, options.routine)
        routine = Watch(opened.sandbox, "Marché,", due)
        while not routine.look():
            time.sleep(0.5)
        at, before = load(), routine.copies
        beside_worker(opened, options, runs, f"behind {options.routine} posts", alone)
        routine.look()
        during = routine.copies - before
        for _ in range(int(options.patience)):
            routine.look()
            if routine.copies >= options.routine:
                break
            time.sleep(1)
        lateness = time.monotonic() - due if routine.copies >= options.routine else None
        extra = None if lateness is None else lateness - options.routine / PACE
        note(runs, f"{options.routine} posts of stores", {
            "last": lateness, "published": routine.copies, "besideTheBroadcast": during,
            "worker": repr(worker.stop()),
        }, [
            ("posts of stores: the last one later than the pace says, s", extra, GOALS["late"]),
            ("posts of stores: missing", options.routine - routine.copies, 0),
        ], at)


def queued(desk, count):
    """Posts of stores that are due now, in submissions of 200 stores; returns since when."""
    codes = [page["store"] for page in desk.sandbox.ask("pages")["items"]]
    submissions = []
    text = desk.folder / "post.txt"
    for start in range(0, count, 200):
        stores = [codes[number % len(codes)] for number in range(start, min(start + 200, count))]
        # A page gets each text once: a network takes a repetition for a mistake.
        text.write_text(f"Marché, étal {start // 200 + 1} : les pommes de la semaine sont là.\n")
        to = " | ".join(f"store:{code}" for code in stores)
        made = desk.json("post", "create", "--to", to, "--text-file", text, who="manager")
        submissions.append(made["submission"])
        desk.run("post", "submit", made["submission"], "--quiet", who="manager")
    due = time.monotonic()
    for submission in submissions:
        desk.run("post", "publish", submission, "--now", "--detach", "--quiet", who="manager")
    return due


def beside_worker(desk, options, runs, name, alone=None):
    """A broadcast that a person launches while a worker runs; returns its time and its watch."""
    text = f"Limits, {name},"
    broadcast, at = desk.approved(text), load()
    launch = start(desk, broadcast)
    first = first_draft(desk.sandbox, text, launch.began)
    watch = Watch(desk.sandbox, text, launch.began)
    pages = set(desk.sandbox.pages())
    watch.until(pages, options.patience, every=0.5, pulse=launch.ended)
    launch.wait()
    watch.look()
    wall = watch.last(pages)
    goals = [(f"{name}: first call, s", first, GOALS["first"]), *truth(watch, PAGES, name)]
    if alone:
        goals.append((f"{name}: time to alone", ratio(wall, alone), GOALS["queue"]))
    note(runs, name, {
        "seconds": wall, "firstDraft": first, "firstPost": min(watch.seen.values(), default=None),
        "half": quantile(watch.seen.values(), 0.5) if watch.seen else None,
        "exit": launch.process.returncode, "launch": repr(launch.figures),
        "said": launch.text()[-300:],
    }, goals, at)
    return wall, watch


# Bar 5


def throttle(desk, options, runs):
    with desk() as opened:
        throttled(opened, options, runs, "the app throttled at staging", "code=4,op=stage", after=0)
    with desk() as opened:
        throttled(opened, options, runs, "the app throttled at release", "code=4,op=release")
    with desk() as opened:
        some = opened.sandbox.pages()[600:620]
        throttled(opened, options, runs, "20 pages throttled", "code=80001,pages=" + "+".join(some),
                  some)


def throttled(desk, options, runs, name, fault, some=None, after=100):
    """A worker performs a broadcast; when `after` pages have it comes a throttle, and goes.

    It is about all pages, or about some.
    """
    sandbox, text, count = desk.sandbox, f"Limits, {name},", len(some or ["the app"])
    broadcast, at = desk.approved(text), load()
    worker = desk.start("worker", "--quiet")
    fault = f"throttle,{fault},count={count},delay={options.throttle * 1000}"
    if not after:
        sandbox.arm(fault)
    watch = Watch(sandbox, text, time.monotonic())
    desk.run("broadcast", "launch", broadcast, "--detach", "--quiet", who="launcher")
    while watch.look() < after:
        time.sleep(0.25)
    if after:
        sandbox.arm(fault)
    fired = []
    while len(fired) < count and time.monotonic() - watch.began < options.patience:
        watch.look()
        fired += [time.monotonic() - watch.began] * (sandbox.fired()[0] - len(fired))
        time.sleep(0.05)
    if len(fired) < count:
        raise SystemExit(f"{name}: the throttle met {len(fired)} of {count}")
    time.sleep(1.5)
    under_way = sandbox.stats()["whileThrottled"]
    # Until the first one ends.
    while time.monotonic() - watch.began < fired[0] + options.throttle - 0.5:
        watch.look()
        time.sleep(0.25)
    during = sandbox.stats()["whileThrottled"]
    calls = sandbox.stats()["total"]
    first = None
    while not watch.until(set(sandbox.pages()), 0.1):
        now = time.monotonic() - watch.began
        if first is None and sandbox.stats()["total"] > calls:
            first = now
        if now > options.patience:
            break
    # Of the app the first request counts, of pages the last one's post.
    back = watch.last(set(some)) if some else first
    end = (fired[-1] if some else fired[0]) + options.throttle
    note(runs, name, {
        "underWay": under_way, "afterwards": during - under_way,
        "whileThrottled": sandbox.stats()["whileThrottled"],
        "seconds": watch.last(set(watch.seen)), "worker": repr(worker.stop()),
    }, [
        (f"{name}: calls in the throttle", during - under_way, 0),
        (f"{name}: resumed after its end, s", None if back is None else back - end,
         GOALS["resumed"]),
        *truth(watch, PAGES, name)], at)


def show(result):
    show_machine(result["machine"], result["sync"])
    for run in result["runs"]:
        print(f"\n{run['run']} (load {run['load']:.1f})")
        for key, value in run["figures"].items():
            print(f"    {key}: {value:.2f}" if isinstance(value, float) else f"    {key}: {value}")
        for goal in run["goals"]:
            value = "never" if goal["value"] is None else f"{goal['value']:.2f}"
            print(f"  {'met   ' if goal['met'] else 'MISSED'}  {goal['goal']}: {value} "
                  f"(goal: at most {goal['limit']:g})")


if __name__ == "__main__":
    main()
