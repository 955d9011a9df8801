"""Expands rules with python-dateutil and compares them with the times that a file gives.

Each line: the rule, its start, the end of the look, and the first hundred times or "-".
"""
import datetime as clock
import sys
from datetime import datetime
from itertools import islice, takewhile

from dateutil.rrule import rrulestr

FORM = "%Y-%m-%dT%H:%M"
# dateutil looks for a rule that gives too little until there are no more years: ends them after the
# last look, which is before 2037.
clock.MAXYEAR = 2040
compared, different = 0, 0
for line in open(sys.argv[1], encoding="utf-8"):
    text, start, end, times = line.split()
    last = datetime.strptime(end, FORM)
    found = rrulestr(text, dtstart=datetime.strptime(start, FORM))
    seen = islice(takewhile(lambda time: time <= last, found), 100)
    expected = ",".join(time.strftime(FORM) for time in seen) or "-"
    compared += 1
    if expected != times:
        different += 1
        if different <= 5:
            print(text, start, "\n  ours    ", times[:200], "\n  dateutil", expected[:200])
if different:
    print(different, "of", compared, "differ")
    sys.exit(1)
print(compared, "compared")
