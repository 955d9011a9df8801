"""A sandbox with its pages and a desk that knows them, for measurements."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from register import STORES
from sandbox import Sandbox

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Figures:
    """What a process took: seconds of wall clock and processor, and its largest memory."""

    def __init__(self, wall, usage):
        self.wall = wall
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024  # MiB; Linux counts in KiB

    def __repr__(self):
        return f"{self.wall:.3f} s, {self.cpu:.3f} s CPU, {self.memory:.0f} MiB"


def measured(arguments, environment, expected=0):
    """Runs a process to its end and returns its figures and its standard output."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(argument) for argument in arguments],
            stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=environment,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        text = output.read().decode()
        if process.returncode != expected:
            raise SystemExit(
                f"{' '.join(map(str, arguments[:4]))} ended with {process.returncode}:\n"
                + errors.read().decode()[-2000:] + text[-2000:]
            )
        return Figures(wall, usage), text


class Running:
    """A command that runs beside the measurement, until it ends or is told to."""

    def __init__(self, arguments, environment, secret=""):
        self.output = tempfile.TemporaryFile()
        self.began = time.monotonic()
        with tempfile.TemporaryFile() as stdin:
            stdin.write(secret.encode())
            stdin.seek(0)
            self.process = subprocess.Popen(
                arguments, stdin=stdin, stdout=self.output, stderr=subprocess.STDOUT,
                env=environment)
        self.figures = None

    def ended(self):
        """Its exit code; None while it runs."""
        return self._collect(os.WNOHANG)

    def wait(self):
        return self._collect(0)

    def stop(self):
        """Asks it to finish what it has in hand; returns its figures."""
        if self.ended() is None:
            self.process.terminate()
            self.wait()
        return self.figures

    def text(self):
        """What it has said so far."""
        self.output.seek(0)
        return self.output.read().decode()

    def _collect(self, how):
        if self.figures is None:
            found, status, usage = os.wait4(self.process.pid, how)
            if not found:
                return None
            self.process.returncode = os.waitstatus_to_exitcode(status)
            self.figures = Figures(time.monotonic() - self.began, usage)
        return self.process.returncode


class Desk:
    """A workspace whose pages lie in a sandbox of its own, with everybody a broadcast needs."""

    def __init__(self, vitrine, folder, latency=0, stores=STORES, settings=None):
        """`settings` are keys of vitrine.yaml beside those of the network."""
        self.vitrine = vitrine
        self.latency = latency
        self.stores = stores
        self.settings = settings or {"pacing.batchSize": 50, "pacing.concurrency": 13}
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"latency-{latency}-", dir=folder))
        self.workspace = self.folder / "desk"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "LANG": "en_US.UTF-8",
            "VITRINE_WORKSPACE": str(self.workspace),
        }
        if "LD_LIBRARY_PATH" in os.environ:
            self.environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        self.sandbox = None
        self.tokens = {}

    def __enter__(self):
        try:
            self.open()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.sandbox:
            self.sandbox.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self):
        made = self.json(
            "init", self.workspace, "--admin", "Alice Martin", "--organisation", "Maison Vermeil")
        self.tokens["admin"] = made["token"]
        self.sandbox = Sandbox(
            self.vitrine, self.stores, self.folder, self.latency, self.environment)
        self.ready = self.sandbox.ready
        secret = self.workspace / ".vitrine/keys/facebook-app-secret"
        secret.touch(mode=0o600)
        secret.write_text(self.ready["appSecret"] + "\n")
        for key, value in {
            "baseURL": self.ready["baseURL"],
            "appID": self.ready["appID"],
            "appSecretFile": ".vitrine/keys/facebook-app-secret",
        }.items():
            self.run("config", "set", f"networks.facebook.{key}", value)
        for key, value in self.settings.items():
            self.run("config", "set", key, value)
        for name, role in {
            "editor": "national_editor", "first": "approver", "second": "approver",
            "launcher": "national_broadcaster", "auditor": "auditor",
        }.items():
            self.enrol(name, role)
        self.importing, _ = self.run("store", "import", self.stores)
        connect = self.start(
            "page", "connect", "--network", "facebook", "--token-stdin",
            secret=self.ready["userToken"])
        if connect.wait():
            raise SystemExit(f"page connect ended with {connect.wait()}:\n{connect.text()[-2000:]}")
        self.connecting = connect.figures

    def enrol(self, name, role):
        user = self.json("user", "create", name)
        answer = self.tell(user["enrolment"], "nobody", "login", "--enrol-stdin", "--json")
        self.tokens[name] = json.loads(answer)["token"]
        self.run("grant", "create", "--user", user["id"], "--role", role, "--scope", "all",
                 "--reason", "benchmark")

    def command(self, who, *arguments):
        """Arguments and environment of a command that this person runs."""
        environment = dict(self.environment)
        if who in self.tokens:
            environment["VITRINE_TOKEN"] = self.tokens[who]
        return [str(self.vitrine), *map(str, arguments)], environment

    def run(self, *arguments, who="admin"):
        return measured(*self.command(who, *arguments))

    def start(self, *arguments, who="admin", secret=""):
        """Starts a command, which may read a secret, and goes on."""
        return Running(*self.command(who, *arguments), secret)

    def tell(self, secret, who, *arguments):
        """Runs a command that reads a secret from its standard input; returns its output."""
        command, environment = self.command(who, *arguments)
        return subprocess.run(
            command, env=environment, input=secret.encode(), check=True, capture_output=True).stdout

    def json(self, *arguments, who="admin"):
        return json.loads(self.run(*arguments, "--json", who=who)[1])

    def approved(self, text, steps=None):
        """An approved broadcast to all pages that says a text of its own.

        The figures of what that takes go into `steps`.
        """
        steps = {} if steps is None else steps
        message = self.folder / "message.md"
        message.write_text(
            f"---\ntitle: {text}\nnetworks:\n  - facebook\n---\n\n{text} {{{{store.name}}}}\n")
        steps["create"], made = self.run(
            "broadcast", "create", message, "--to", "all", "--json", who="editor")
        broadcast = json.loads(made)["id"]
        steps["submit"], _ = self.run("broadcast", "submit", broadcast, who="editor")
        for approver in ("first", "second"):
            steps["approve"], _ = self.run("broadcast", "approve", broadcast, who=approver)
        return broadcast

    def visible(self, text):
        """How many pages show the text, and how often it is shown in all: the sandbox's truth."""
        shown = [post["page"] for post in self.sandbox.posts() if text in post["message"]]
        return len(set(shown)), len(shown)
