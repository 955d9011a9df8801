#!/usr/bin/env python3
"""Runs a command in a terminal of its own and draws what the terminal shows as an SVG.

    python3 scripts/terminal-picture.py docs/images/demo.svg \\
      --from 'the launch' --to 'verified' -- .build/debug/vitrine demo --language en

The terminal is a small one: it knows line ends, carriage returns, the cursor up and right, the
clearing of a line and of what is below, and the colours and weights of SGR; what else a command
asks for is left out. Lines that have scrolled away are kept, so that --from and --to can cut any
part of the run: from the first line that holds the one text to the first line after it that holds
the other.

A command that asks questions is answered from a file (--keys): each line is a text to wait for, a
tab, and the keys to press then, with the escapes of Python (\\r is Enter, \\x1b[A the arrow up).
Where the keys are the word STOP the picture is taken, and the command is ended.
"""

import argparse
import codecs
import fcntl
import os
import pty
import re
import signal
import struct
import sys
import termios
import unicodedata
from xml.sax.saxutils import escape

WIDTH, HEIGHT, SIZE, MARGIN = 8.0, 18, 13, 16
PAPER, INK = "#14181f", "#d5dae3"
COLORS = ["#5b6472", "#ef7d7d", "#8fce8b", "#e6c56f", "#7fb2f0", "#cf9be8", "#78cfd0", "#e9edf3"]
SEQUENCE = re.compile(r"\x1b\[([0-9;?]*)([A-Za-z])|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")
PLAIN = (None, False, False)


class Screen:
    """The lines so far, each a list of cells: a character, and its colour, weight and faintness."""

    def __init__(self, columns):
        self.columns = columns
        self.lines = [[]]
        self.row = 0
        self.column = 0
        self.style = PLAIN

    def feed(self, text):
        position = 0
        while position < len(text):
            sequence = SEQUENCE.match(text, position)
            if sequence:
                self.obey(sequence.group(1) or "", sequence.group(2))
                position = sequence.end()
                continue
            self.put(text[position])
            position += 1

    def obey(self, parameters, command):
        if command == "m":
            for number in [int(part) for part in parameters.split(";") if part.isdigit()] or [0]:
                self.paint(number)
        elif command == "K":
            kept = {"": slice(self.column), "0": slice(self.column), "2": slice(0)}.get(parameters)
            if kept:
                self.lines[self.row] = self.lines[self.row][kept]
        elif command == "J" and parameters in ("", "0"):
            self.lines[self.row] = self.lines[self.row][: self.column]
            del self.lines[self.row + 1 :]
        elif command == "A":
            self.row = max(0, self.row - int(parameters or 1))
        elif command == "C":
            self.column = min(self.columns - 1, self.column + int(parameters or 1))

    def paint(self, number):
        color, bold, faint = self.style
        if number == 0:
            self.style = PLAIN
        elif number == 1:
            self.style = (color, True, faint)
        elif number == 2:
            self.style = (color, bold, True)
        elif number == 22:
            self.style = (color, False, False)
        elif 30 <= number <= 37 or 90 <= number <= 97:
            self.style = (COLORS[number % 10], bold, faint)
        elif number == 39:
            self.style = (None, bold, faint)

    def put(self, character):
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.down()
        elif unicodedata.combining(character) and self.column > 0:
            cell = self.lines[self.row][self.column - 1]
            self.lines[self.row][self.column - 1] = (cell[0] + character, cell[1])
        elif character >= " ":
            if self.column == self.columns:
                self.down()
            line = self.lines[self.row]
            line.extend([(" ", PLAIN)] * (self.column + 1 - len(line)))
            line[self.column] = (character, self.style)
            self.column += 1

    def down(self):
        self.row += 1
        self.column = 0
        if self.row == len(self.lines):
            self.lines.append([])


def steps(path):
    """What to wait for, and the keys to press then."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            text, tab, keys = line.rstrip("\n").partition("\t")
            if not tab:
                continue
            # The escapes are ASCII; what is not stays as it is.
            yield text, re.sub(
                r"\\(?:x[0-9a-f]{2}|.)",
                lambda found: found.group().encode().decode("unicode_escape"),
                keys,
            )


def run(command, columns, answers):
    """The screen after the command, and its exit code; none when it was stopped for the picture."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS=str(columns), LINES="50")
        os.environ.pop("NO_COLOR", None)
        try:
            os.execvp(command[0], command)
        except OSError as error:
            print(error, file=sys.stderr)
            os._exit(127)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    screen = Screen(columns)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    unseen = ""
    answers = list(answers)
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says EIO when the last process has closed the terminal.
            break
        if not piece:
            break
        text = decoder.decode(piece)
        screen.feed(text)
        unseen += text
        while answers and answers[0][0] in unseen:
            wanted, keys = answers.pop(0)
            unseen = unseen[unseen.index(wanted) + len(wanted) :]
            if keys == "STOP":
                os.kill(process, signal.SIGTERM)
                os.waitpid(process, 0)
                return screen, 0
            os.write(terminal, keys.encode())
    _, status = os.waitpid(process, 0)
    if answers:
        sys.exit(f"'{answers[0][0]}' was never shown; no picture was written")
    return screen, os.waitstatus_to_exitcode(status)


def part(lines, first, last):
    """The lines from one text to another; all of them where no text is given."""
    texts = ["".join(character for character, _ in line) for line in lines]

    def found(text, start):
        for number in range(start, len(texts)):
            if text in texts[number]:
                return number
        sys.exit(f"no line holds '{text}'")

    start = found(first, 0) if first else 0
    end = found(last, start) + 1 if last else len(lines)
    return lines[start:end]


def runs(line):
    """Neighbouring cells of one style, with the column where they begin."""
    start = 0
    while start < len(line):
        end = start
        while end < len(line) and line[end][1] == line[start][1]:
            end += 1
        text = "".join(character for character, _ in line[start:end])
        if text.strip():
            yield start, end - start, text, line[start][1]
        start = end


def draw(lines, columns, title):
    width = int(columns * WIDTH + 2 * MARGIN)
    height = len(lines) * HEIGHT + 2 * MARGIN
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
    yield f' width="{width}" height="{height}" role="img" aria-label="{escape(title)}">\n'
    yield f"<title>{escape(title)}</title>\n"
    yield f'<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>\n'
    yield f'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{SIZE}"'
    yield f' fill="{INK}">\n'
    for number, line in enumerate(lines):
        y = MARGIN + number * HEIGHT + SIZE
        for start, length, text, (color, bold, faint) in runs(line):
            look = f' fill="{color}"' if color else ""
            look += ' font-weight="bold"' if bold else ""
            look += ' opacity="0.6"' if faint else ""
            # Whatever font there is, every run is as wide as its cells; SVG folds plain spaces.
            words = escape(text).replace(" ", "\u00a0")
            yield f'<text x="{MARGIN + start * WIDTH:g}" y="{y}" textLength="{length * WIDTH:g}"'
            yield f' lengthAdjust="spacingAndGlyphs"{look}>{words}</text>\n'
    yield "</g>\n</svg>\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("output", help="the SVG to write")
    arguments.add_argument("--columns", type=int, default=120, help="how wide the terminal is")
    arguments.add_argument("--from", dest="first", metavar="TEXT", help="leave out what is before")
    arguments.add_argument("--to", dest="last", metavar="TEXT", help="leave out what comes after")
    arguments.add_argument("--title", help="what the picture shows; the command if left out")
    arguments.add_argument("--keys", metavar="FILE", help="what to answer, and when")
    arguments.add_argument("command", nargs="+", help="the command, after --")
    options = arguments.parse_args()
    screen, code = run(
        options.command, options.columns, steps(options.keys) if options.keys else []
    )
    if code != 0:
        sys.exit(f"the command ended with {code}; no picture was written")
    lines = part(screen.lines, options.first, options.last)
    title = options.title or " ".join(options.command)
    with open(options.output, "w", encoding="utf-8") as file:
        file.writelines(draw(lines, options.columns, title))


if __name__ == "__main__":
    main()
