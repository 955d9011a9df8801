#!/usr/bin/env python3
"""Writes examples/stores.csv: the 1,212 stores of Maison Vermeil, a retailer that does not exist.

    python3 scripts/example-register.py            writes the file
    python3 scripts/example-register.py --check    exits 1 if the file is not what would be written

The towns are real and listed in example-towns.txt, with coordinates that are rough (a hundredth of
a degree, written from memory) and a weight from 1 (small) to 8 (Paris). All else is invented: the
retailer, the streets, who runs a store, its hours and tags. Telephone numbers come from the ranges
that ARCEP keeps for fiction (decision 2018-0881); none is kept overseas, so those stay empty.

The same input always gives the same bytes: choices come from SHA-256 of what they are about, never
from a generator with a state, so that a new town changes its own rows and no others' details.
"""

import csv
import fractions
import hashlib
import io
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
OUTPUT = HERE.parent / "examples" / "stores.csv"
RETAILER = "Maison Vermeil"
STORES = 1212
HYPERMARKETS = 300

REGIONS = {
    "Auvergne-Rhône-Alpes": "01 03 07 15 26 38 42 43 63 69 73 74",
    "Bourgogne-Franche-Comté": "21 25 39 58 70 71 89 90",
    "Bretagne": "22 29 35 56",
    "Centre-Val de Loire": "18 28 36 37 41 45",
    "Corse": "2A 2B",
    "Grand Est": "08 10 51 52 54 55 57 67 68 88",
    "Guadeloupe": "971",
    "Guyane": "973",
    "Hauts-de-France": "02 59 60 62 80",
    "La Réunion": "974",
    "Martinique": "972",
    "Mayotte": "976",
    "Normandie": "14 27 50 61 76",
    "Nouvelle-Aquitaine": "16 17 19 23 24 33 40 47 64 79 86 87",
    "Occitanie": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "Pays de la Loire": "44 49 53 72 85",
    "Provence-Alpes-Côte d'Azur": "04 05 06 13 83 84",
    "Île-de-France": "75 77 78 91 92 93 94 95",
}
REGION_OF = {number: region for region, numbers in REGIONS.items() for number in numbers.split()}

ZONES = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "976": "Indian/Mayotte",
}

# The first digits of a number by region, as the numbering plan divides the country.
PHONES = {
    "01 99 00": ["Île-de-France"],
    "02 61 91": ["Bretagne", "Centre-Val de Loire", "Normandie", "Pays de la Loire"],
    "03 53 01": ["Bourgogne-Franche-Comté", "Grand Est", "Hauts-de-France"],
    "04 65 71": ["Auvergne-Rhône-Alpes", "Corse", "Provence-Alpes-Côte d'Azur"],
    "05 36 49": ["Nouvelle-Aquitaine", "Occitanie"],
}
PHONE_OF = {region: prefix for prefix, regions in PHONES.items() for region in regions}
# Languedoc and Roussillon belong to Occitanie but are called with 04.
PHONE_EAST = {"11", "30", "34", "48", "66"}

QUARTERS = [
    "Centre", "Gare", "Nord", "Sud", "Est", "Ouest", "Bellevue", "Les Tilleuls", "La Fontaine",
    "Le Moulin", "Les Prés", "Beau Site", "Les Halles", "Le Parc", "La Colline", "Les Acacias",
    "Le Stade", "Les Jardins", "La Croix", "Les Remparts", "Le Pont", "La Prairie",
    "Les Platanes", "Les Écoles", "Le Canal", "La Gare Routière", "Les Cerisiers", "Le Belvédère",
    "La Roseraie", "Les Vergers", "Le Théâtre", "La Poste", "Le Lavoir", "Les Chênes", "Le Verger",
    "La Butte",
]
STREETS = [
    "avenue de la Gare", "rue de la République", "place du Marché", "route de la Mer",
    "boulevard Victor Hugo", "rue des Tilleuls", "avenue Jean Jaurès", "rue du Moulin",
    "rue de l'Église", "avenue du Général de Gaulle", "rue des Écoles", "chemin des Prés",
    "rue Pasteur", "place de la Mairie", "boulevard Gambetta", "rue du Stade",
]
INLAND = {"route de la Mer": "route de Paris"}
RETAIL_PARKS = [
    "zone commerciale des Portes", "centre commercial Les Arcades", "zone d'activités du Parc",
    "centre commercial La Rotonde", "zone commerciale du Grand Pré",
    "centre commercial Les Terrasses",
]

HYPER_HOURS = [
    "Mo-Sa 08:30-21:00; Su 09:00-12:30",
    "Mo-Sa 08:30-21:30; Su 09:00-12:30",
    "Mo-Sa 08:30-20:30",
    "Mo-Sa 09:00-21:00; Su 09:00-13:00; PH off",
]
SUPER_HOURS = [
    "Mo-Sa 08:30-19:30; Su 09:00-12:30",
    "Mo-Sa 08:30-20:00; Su 09:00-12:30",
    "Mo-Sa 08:00-20:00; Su 08:30-13:00",
    "Mo-Th 09:00-12:30,14:30-19:30; Fr,Sa 09:00-19:30; Su 09:00-12:00",
    "Mo-Sa 08:30-20:00; PH off",
]
OVERSEAS_HOURS = [
    "Mo-Sa 08:00-20:00; Su 08:00-12:30",
    "Mo-Sa 08:30-20:30; Su 08:30-13:00",
]

TAGS = {
    "drive": (90, 55), "fuel": (85, 40), "wine": (95, 60), "toys": (90, 15), "garden": (60, 10),
    "bakery": (100, 80), "fishmonger": (95, 30), "parcel-point": (80, 60),
}


def number(limit, *about):
    """A number from 0 below limit, always the same for the same words."""
    digest = hashlib.sha256("\x1f".join(map(str, about)).encode()).digest()
    return int.from_bytes(digest[:8], "big") % limit


def choice(options, *about):
    return options[number(len(options), *about)]


def department_of(postcode):
    if postcode.startswith("97"):
        return postcode[:3]
    if postcode.startswith("20"):
        return "2A" if postcode[2] in "01" else "2B"
    return postcode[:2]


def towns():
    """The towns in the order of the list: postcode, name, latitude, longitude, weight."""
    lines = (HERE / "example-towns.txt").read_text(encoding="utf-8").splitlines()
    result = []
    for line in lines:
        if not line or line.startswith("#"):
            continue
        postcode, rest = line.split(" ", 1)
        name, latitude, longitude, weight = rest.rsplit(" ", 3)
        result.append((postcode, name, float(latitude), float(longitude), int(weight)))
    return sorted(result, key=lambda town: (department_of(town[0]), town[1]))


def sites(towns):
    """One store a town, then the rest where a store has most people: (town, place in town)."""
    count = {town: 1 for town in towns}
    if len(towns) > STORES:
        sys.exit(f"{len(towns)} towns are more than {STORES}")
    for _ in range(STORES - len(towns)):
        # A town of one weight more has 1.9 times as many people; exact, so equal on every machine.
        densest = max(
            towns,
            key=lambda town: (
                fractions.Fraction(19, 10) ** town[4] / count[town],
                number(1 << 32, "next", town),
            ),
        )
        count[densest] += 1
    return [(town, place) for town in towns for place in range(count[town])]


def row(index, town, place, is_hyper, of_same_name):
    postcode, city, latitude, longitude, weight = town
    department = department_of(postcode)
    region = REGION_OF[department]
    about = (postcode, city, place)
    name = f"{RETAILER} {city}"
    if of_same_name:
        name += f" ({department})"
    if place > 0:
        # A street of its own part of town; the first store of a town is just called after it.
        start = number(len(QUARTERS), "quarter", postcode, city)
        name += " " + QUARTERS[(start + place - 1) % len(QUARTERS)]
    street = choice(STREETS, "street", *about)
    if department not in {"06", "13", "17", "22", "29", "33", "50", "56", "62", "76", "83", "85"}:
        street = INLAND.get(street, street)
    if is_hyper:
        address = choice(RETAIL_PARKS, "park", *about)
        address = address[0].upper() + address[1:]
    else:
        address = f"{1 + number(180, 'house', *about)} {street}"
    overseas = department in ZONES
    percent = number(100, "mode", *about)
    if overseas:
        mode = "franchise"
    elif is_hyper:
        mode = "integrated" if percent < 60 else "lease-management" if percent < 80 else "franchise"
    else:
        mode = "integrated" if percent < 24 else "lease-management" if percent < 36 else "franchise"
    hours = OVERSEAS_HOURS if overseas else HYPER_HOURS if is_hyper else SUPER_HOURS
    tags = [
        tag
        for tag, chances in TAGS.items()
        if number(100, "tag", tag, *about) < chances[0 if is_hyper else 1]
    ]
    if overseas:
        phone = ""
    else:
        prefix = "04 65 71" if department in PHONE_EAST else PHONE_OF[region]
        phone = f"{prefix} {index // 100:02} {index % 100:02}"
    opened = ""
    if number(100, "opened", *about) < 30:
        opened = "{}-{:02}-{:02}".format(
            1971 + number(54, "year", *about),
            1 + number(12, "month", *about),
            1 + number(28, "day", *about),
        )
    spread = 0 if place == 0 else 25 if weight < 7 else 40
    return {
        "code": f"FR-{index:04}",
        "name": name,
        "format": "hypermarket" if is_hyper else "supermarket",
        "address": address,
        "postcode": postcode,
        "city": city,
        "department": department,
        "region": region,
        "country": "FR",
        "latitude": f"{latitude + (number(2 * spread + 1, 'north', *about) - spread) / 1000:.3f}",
        "longitude": f"{longitude + (number(2 * spread + 1, 'east', *about) - spread) / 1000:.3f}",
        "timezone": ZONES.get(department, "Europe/Paris"),
        "mode": mode,
        "phone": phone,
        "hours": choice(hours, "hours", *about),
        "tags": ";".join(sorted(tags)),
        "opensOn": opened,
        "x-parking": str(20 * (2 + number(8, "parking", *about) + (20 if is_hyper else 0)))
        if is_hyper or number(100, "lot", *about) < 80
        else "",
    }


def register():
    listed = towns()
    placed = sites(listed)
    # Hypermarkets stand in the heavier towns, and are at most every second store of a town.
    order = sorted(
        range(len(placed)),
        key=lambda i: (
            placed[i][1] % 2,
            -placed[i][0][4],
            placed[i][1],
            number(1 << 32, "hyper", *placed[i][0][:2]),
        ),
    )
    hypers = set(order[:HYPERMARKETS])
    cities = [town[1] for town in listed]
    out = io.StringIO()
    writer = None
    for index, (town, place) in enumerate(placed):
        cells = row(index + 1, town, place, index in hypers, cities.count(town[1]) > 1)
        if writer is None:
            writer = csv.DictWriter(out, cells.keys(), lineterminator="\n")
            writer.writeheader()
        writer.writerow(cells)
    return out.getvalue().encode("utf-8")


def main():
    wanted = register()
    if sys.argv[1:] == ["--check"]:
        if not OUTPUT.exists() or OUTPUT.read_bytes() != wanted:
            sys.exit(f"{OUTPUT.name} is out of date; run this script without --check")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        OUTPUT.parent.mkdir(exist_ok=True)
        OUTPUT.write_bytes(wanted)


if __name__ == "__main__":
    main()
