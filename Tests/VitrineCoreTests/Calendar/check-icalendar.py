"""Reads calendars of Vitrine with icalendar, recurring-ical-events and vobject, and compares what
they find with what Vitrine says is in them.

Each file N.ics in the folder has an N.json: a list of events with their texts and when each begins.
Each file is read twice: as it is, where a reader may know a zone by its
name, and with other names of zones, where only the VTIMEZONE of the file can tell it.
"""

import datetime
import json
import pathlib
import re
import sys
import warnings

import icalendar
import recurring_ical_events
import vobject
import vobject.icalendar

UTC = datetime.timezone.utc


def shown(time):
    """A time as the expectations write it."""
    if time.tzinfo is None:
        return time.strftime("%Y-%m-%dT%H:%M:%S")
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def with_icalendar(data, expected):
    """The texts of the events."""
    calendar = icalendar.Calendar.from_ical(data)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    found = []
    for uid, event in events.items():
        categories = event.get("CATEGORIES")
        found.append({
            "uid": uid,
            "summary": str(event["SUMMARY"]),
            "description": str(event.get("DESCRIPTION", "")),
            "categories": [str(name) for name in categories.cats] if categories else [],
            "status": str(event["STATUS"]),
            "minutes": event["DURATION"].dt // datetime.timedelta(minutes=1),
        })
    for component in calendar.walk():
        if component.errors:
            raise ValueError(f"icalendar reports {component.errors}")
    return found


def with_vobject_texts(calendar):
    """The same texts from vobject."""
    found = []
    for event in getattr(calendar, "vevent_list", []):
        found.append({
            "uid": event.uid.value,
            "summary": event.summary.value,
            "description": event.description.value if hasattr(event, "description") else "",
            "categories": event.categories.value if hasattr(event, "categories") else [],
            "status": event.status.value,
            "minutes": event.duration.value // datetime.timedelta(minutes=1),
        })
    return found


def with_recurring(data, expected):
    """The times by recurring-ical-events."""
    calendar = icalendar.Calendar.from_ical(data)
    years = datetime.date(2019, 1, 1), datetime.date(2045, 1, 1)
    events = recurring_ical_events.of(calendar).between(*years)
    return sorted((str(event["UID"]), shown(event["DTSTART"].dt)) for event in events)


def with_vobject(calendar, expected):
    """The times by vobject."""
    events = getattr(calendar, "vevent_list", [])
    return sorted((event.uid.value, shown(event.dtstart.value)) for event in events)


def read_vobject(data):
    # vobject keeps zones from one file to the next by their names.
    zones = vars(vobject.icalendar)["__tzidMap"]
    for name in [name for name in zones if name != "UTC"]:
        del zones[name]
    return vobject.readOne(data.decode("utf-8"))


def differences(path):
    data = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    texts = [{key: event.get(key) for key in (
        "uid", "summary", "description", "categories", "status", "minutes")}
        for event in expected]
    times = sorted((event["uid"], event["start"]) for event in expected)
    # A name of its own for each file: icalendar remembers zones from one file to the next.
    renamed = re.sub(rb"(?m)(^TZID:|;TZID=)", rb"\1X-" + path.stem.encode() + b"-", data)

    if any(len(line) > 75 for line in data.split(b"\r\n")):
        yield "lines", "at most 75", "longer"
    found = with_icalendar(data, expected)
    if found != texts:
        yield "icalendar", texts, found
    found = with_vobject_texts(read_vobject(data))
    if found != texts:
        yield "vobject texts", texts, found
    for name, form in (("", data), (" without known zones", renamed)):
        found = with_recurring(form, expected)
        if found != times:
            yield "recurring-ical-events" + name, times, found
        found = with_vobject(read_vobject(form), expected)
        if found != times:
            yield "vobject" + name, times, found


def short(wanted, found):
    """Where two findings part."""
    if isinstance(wanted, list):
        for one, other in zip(wanted, found):
            if one != other:
                return f"wanted {one!r}\n  found {other!r}"
    return f"wanted {wanted!r}\n  found {found!r}"


def main():
    warnings.simplefilter("ignore")
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.ics"), key=lambda path: int(path.stem))
    wrong = 0
    for path in paths:
        try:
            found = list(differences(path))
        except Exception as error:  # A reader that refuses a file is a difference, too.
            found = [("reading", "a calendar", f"{type(error).__name__}: {error}")]
        for reader, wanted, got in found:
            print(f"{path.name}, {reader}: {short(wanted, got)}")
        wrong += bool(found)
        if wrong >= 5:
            break
    if wrong or not paths:
        return 1
    print(f"{len(paths)} compared")
    return 0


if __name__ == "__main__":
    sys.exit(main())
