"""Registers of any size, made from the one the repository ships as its example."""

import csv
import pathlib

STORES = pathlib.Path(__file__).resolve().parent.parent / "examples" / "stores.csv"


def register_of(count):
    """So many rows; past the example's end its stores come again, under codes and names of their own."""
    with open(STORES, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    result = []
    for number in range(count):
        row = dict(rows[number % len(rows)])
        if number >= len(rows):
            row["code"] = f"FR-{number + 1:05}"
            row["name"] = f"{row['name']} {number // len(rows) + 1}"
        row["opensOn"] = ""
        row["phone"] = row["phone"] or "01 00 00 00 00"
        result.append(row)
    return result


def write_register(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
