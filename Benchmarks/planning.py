#!/usr/bin/env python3
"""Measures `vitrine calendar plan` over a year of a retailer.

    python3 Benchmarks/planning.py --vitrine .build/release/vitrine [--json FILE]

A workspace with the repository's rules, pictures and register, and a calendar of 200 entries of one
occurrence each, spread over 365 days, made here. Measured are the first plan (cold), the same again, the
plan after one changed text and after one changed store, and the first plan for registers of other sizes.
Exits 1 when a goal is missed.
"""

import argparse
import datetime
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile

from desk import ROOT, measured
from register import register_of, write_register

# What the project set itself: seconds and MiB, for 1,212 stores.
COLD, CHANGED, MEMORY = 15.0, 2.0, 300
# How much more a store may cost in a register of another size.
LINEAR = 1.3
ENTRIES = 200
WORDS = (
    "magasin rayon équipe semaine marché légumes saison accueil client matin caisse boulanger "
    "étal panier automne fête famille quartier voisin recette").split()


def main():
    options = arguments()
    vitrine = pathlib.Path(options.vitrine).resolve()
    results = []
    for stores in options.stores:
        with tempfile.TemporaryDirectory(prefix="calendar-", dir=options.folder) as folder:
            results.append(measure(vitrine, pathlib.Path(folder), stores, options))
    base = next((result for result in results if result["stores"] == 1212), results[0])
    goals = [
        ("cold, s", base["cold"]["wall"], COLD),
        ("one text changed, s", base["text"]["wall"], CHANGED),
        ("one store changed, s", base["store"]["wall"], CHANGED),
        ("memory, MiB", max(base[name]["memory"] for name in ("cold", "text", "store")), MEMORY),
    ]
    for result in results:
        if result is not base:
            ratio = (result["cold"]["cpu"] / result["stores"]) / (base["cold"]["cpu"] / base["stores"])
            goals.append((f"CPU a store, {result['stores']} stores to {base['stores']}", ratio, LINEAR))
    show(results, goals)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(results, indent=2, sort_keys=True) + "\n")
    sys.exit(0 if all(value <= goal for _, value, goal in goals) else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vitrine", required=True, help="the release binary")
    parser.add_argument("--stores", type=int, nargs="+", default=[1212, 4000, 14000])
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--json", help="write the figures to this file as well")
    parser.add_argument("--folder", default=ROOT / ".build", help="the disk to measure on")
    return parser.parse_args()


def measure(vitrine, folder, stores, options):
    """The figures of one register."""
    desk = folder / "desk"
    environment = {
        key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ
    } | {"HOME": str(folder), "LANG": "en_US.UTF-8"}

    def run(*words, **more):
        return subprocess.run(
            [vitrine, *words], check=True, capture_output=True, env=environment | more)

    made = json.loads(run("init", desk, "--admin", "Alice Martin", "--json").stdout)
    environment |= {"VITRINE_WORKSPACE": str(desk), "VITRINE_TOKEN": made["token"]}
    for name in ("media", "rules"):
        shutil.copytree(ROOT / "content-library" / name, desk / "content-library" / name,
                        dirs_exist_ok=True)
    register = folder / "stores.csv"
    rows = register_of(stores)
    write_register(register, rows)
    run("store", "import", register)
    maker = random.Random(5)
    today = datetime.date.today()
    (desk / "content-library" / "templates").mkdir(parents=True, exist_ok=True)
    (desk / "calendars").mkdir(exist_ok=True)
    for number in range(ENTRIES):
        write_template(desk, maker, number)
    calendar(desk, today)
    plan = ["calendar", "plan", "--json", "--from", str(today + datetime.timedelta(days=1)),
            "--to", str(today + datetime.timedelta(days=365))]
    wanted = stores * ENTRIES
    cache = desk / ".vitrine" / "cache"

    def planned(repetitions, before):
        runs = []
        for repetition in range(repetitions):
            before(repetition)
            figures, answer = measured([vitrine, *plan], environment)
            created = json.loads(answer)["summary"]["create"]
            if created != wanted:
                raise SystemExit(f"{created} posts, not {wanted}")
            runs.append(figures)
        return {
            "wall": statistics.median(figures.wall for figures in runs),
            "cpu": statistics.median(figures.cpu for figures in runs),
            "memory": max(figures.memory for figures in runs),
        }

    repetitions = options.repetitions if stores <= 2000 else 1

    def change_store(repetition):
        rows[7]["phone"] = f"01 00 00 00 {repetition:02}"
        write_register(register, rows)
        run("store", "import", register)

    return {
        "stores": stores, "posts": wanted,
        "cold": planned(repetitions, lambda _: shutil.rmtree(cache, ignore_errors=True)),
        "again": planned(repetitions, lambda _: None),
        "text": planned(repetitions, lambda _: write_template(desk, maker, 7)),
        "store": planned(repetitions, change_store),
    }


def write_template(desk, maker, number):
    """A template that says something of the store, about half a KB long."""
    def words(count):
        return " ".join(maker.choice(WORDS) for _ in range(count))

    (desk / "content-library" / "templates" / f"modele-{number:03}.md").write_text(
        f"---\ntitle: {words(3)}\nnetworks: [facebook]\nfields:\n"
        "  - {name: sujet, type: text, label: De quoi parle-t-on ?, max: 80}\n---\n\n"
        f"Bonjour de {{{{store.name}}}}, à {{{{store.city}}}} : {{{{sujet}}}}.\n\n{words(40)}.\n\n"
        f"Notre téléphone : {{{{store.phone}}}}. {words(15)}.\n")


def calendar(desk, today):
    lines = ["entries:"]
    for number in range(ENTRIES):
        day = today + datetime.timedelta(days=2 + number * 360 // ENTRIES)
        lines += [
            f"  - id: entree-{number:03}", f"    template: modele-{number:03}",
            "    values: {sujet: la semaine du marché}", "    binding: default",
            f"    at: local:{day}T{8 + number % 10:02}:30", "    when_closed: next-open-day"]
    (desk / "calendars" / "annee.yaml").write_text("\n".join(lines) + "\n")


def show(results, goals):
    print(f"{ENTRIES} entries, 365 days")
    print(f"{'stores':>8}{'posts':>11}  {'plan':<20}{'wall, s':>9}{'CPU, s':>9}{'MiB':>7}")
    for result in results:
        for name, title in (("cold", "first"), ("again", "again"), ("text", "one text changed"),
                            ("store", "one store changed")):
            figures = result[name]
            print(f"{result['stores']:>8}{result['posts']:>11}  {title:<20}"
                  f"{figures['wall']:>9.2f}{figures['cpu']:>9.2f}{figures['memory']:>7.0f}")
    for name, value, goal in goals:
        print(f"{name}: {value:.2f} (goal {goal:g}) {'met' if value <= goal else 'MISSED'}")


if __name__ == "__main__":
    main()
