#!/usr/bin/env python3
"""Measures `vitrine library check` over a library of 1,000 templates.

    python3 Benchmarks/library.py --vitrine .build/release/vitrine [--json FILE]

The templates are made here: each with three to eight questions, an offer, a picture, a text of its
own for one network, and a few paragraphs; the rules and the pictures are those of the repository. A
second library has a mistake in every file. Exits 1 when a goal is missed.
"""

import argparse
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

# What the project set itself: seconds and MiB.
GOALS = {"wall": 2.0, "memory": 200}
WORDS = (
    "magasin rayon équipe semaine marché légumes saison produit accueil client matin clémentine "
    "caisse boulanger fromage poisson étal panier automne fête famille quartier voisin recette").split()
NETWORKS = (["facebook"], ["facebook", "instagram"], ["facebook", "mastodon"])


def main():
    options = arguments()
    vitrine = pathlib.Path(options.vitrine).resolve()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=options.folder) as folder:
        folder = pathlib.Path(folder)
        result = {
            "templates": options.templates,
            "good": check(vitrine, folder / "good", options, mistake=""),
            "broken": check(vitrine, folder / "broken", options, mistake=" {{inconnu}}"),
        }
    result["goals"] = [
        {"name": f"{library}, {name}", "goal": goal, "value": result[library][name],
         "met": result[library][name] <= goal}
        for library in ("good", "broken") for name, goal in GOALS.items()
    ]
    show(result)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2, sort_keys=True) + "\n")
    sys.exit(0 if all(goal["met"] for goal in result["goals"]) else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vitrine", required=True, help="the release binary")
    parser.add_argument("--templates", type=int, default=1000)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--json", help="write the figures to this file as well")
    parser.add_argument("--folder", default=ROOT / ".build", help="the disk to measure on")
    return parser.parse_args()


def check(vitrine, workspace, options, mistake):
    """The median wall time and the largest memory of a check of one library."""
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(workspace), "LANG": "en_US.UTF-8",
        "VITRINE_WORKSPACE": str(workspace),
    }
    if "LD_LIBRARY_PATH" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    subprocess.run(
        [vitrine, "init", workspace, "--admin", "Alice Martin"], check=True, capture_output=True,
        env={key: value for key, value in environment.items() if key != "VITRINE_WORKSPACE"})
    library = workspace / "content-library"
    for name in ("media", "rules"):
        shutil.copytree(ROOT / "content-library" / name, library / name, dirs_exist_ok=True)
    templates = library / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    maker = random.Random(4)
    for number in range(options.templates):
        (templates / f"modele-{number:04}.md").write_text(template(maker, number) + mistake + "\n")
    runs = []
    for _ in range(options.repetitions):
        figures, answer = measured(
            [vitrine, "library", "check", "--json"], environment, expected=1 if mistake else 0)
        answer = json.loads(answer)
        wanted = (options.templates, options.templates if mistake else 0)
        if (answer["files"], answer["errors"]) != wanted:
            raise SystemExit(f"{answer['files']} files, {answer['errors']} errors; not {wanted}")
        runs.append(figures)
    return {
        "wall": statistics.median(figures.wall for figures in runs),
        "walls": [figures.wall for figures in runs],
        "cpu": statistics.median(figures.cpu for figures in runs),
        "memory": max(figures.memory for figures in runs),
    }


def template(maker, number):
    """A template as somebody at head office would write it, about 1.5 KB long."""
    def words(count):
        return " ".join(maker.choice(WORDS) for _ in range(count))

    networks = maker.choice(NETWORKS)
    texts = [f"champ_{index}" for index in range(maker.randint(1, 6))]
    lines = [
        "---", f"id: modele-{number:04}", f"title: {words(4)}", f"category: {maker.choice(WORDS)}",
        f"networks: [{', '.join(networks)}]", "families: [fresh-produce]", "usage: |",
        f"  {words(25)}.", "media:", "  - file: marche.jpg", f"    alt: Dessin de {words(6)}.",
    ]
    if "mastodon" in networks:
        lines += ["text:", "  mastodon: |", f"    {words(8)} : {{{{prix}}}} chez {{{{store.name}}}}"]
    lines.append("fields:")
    for name in texts:
        lines += [f"  - name: {name}", "    type: text", f"    label: {words(4)} ?",
                  f"    help: Par exemple « {words(3)} ».", "    max: 60"]
    lines += [
        "  - {name: prix, type: price, label: Prix, min: 0.10, max: 50}",
        "  - {name: fin, type: date, label: Dernier jour}",
        "offer:", f"  product: {maker.choice(WORDS)}", '  price: "{{prix}}"', "  origin: France",
        '  until: "{{fin}}"', "---", "",
        f"{words(8)} chez {{{{store.name}}}} : {{{{prix}}}} le kilo, origine France, jusqu'au {{{{fin}}}}.",
    ]
    for name in texts:
        lines += ["", f"{words(12)} {{{{{name}}}}} {words(12)}."]
    return "\n".join(lines)


def show(result):
    for library in ("good", "broken"):
        figures = result[library]
        print(f"{result['templates']} templates, {library}: {figures['wall']:.3f} s, "
              f"{figures['cpu']:.3f} s CPU, {figures['memory']:.0f} MiB")
    for goal in result["goals"]:
        print(f"{'met   ' if goal['met'] else 'MISSED'} {goal['name']}: {goal['value']:.3f} (goal {goal['goal']})")


if __name__ == "__main__":
    main()
