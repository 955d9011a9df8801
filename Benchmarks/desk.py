"""A sandbox with its 1,212 pages and a desk that knows them, for measurements."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
STORES = ROOT / "examples" / "stores.csv"


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


class Desk:
    """A workspace whose pages lie in a sandbox of its own, with everybody a broadcast needs."""

    def __init__(self, vitrine, folder, latency):
        self.vitrine = vitrine
        self.latency = latency
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
            self.sandbox.terminate()
            self.sandbox.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self):
        made = self.json(
            "init", self.workspace, "--admin", "Alice Martin", "--organisation", "Maison Vermeil")
        self.tokens["admin"] = made["token"]
        self.start_sandbox()
        secret = self.workspace / ".vitrine/keys/facebook-app-secret"
        secret.touch(mode=0o600)
        secret.write_text(self.ready["appSecret"] + "\n")
        for key, value in {
            "baseURL": self.ready["baseURL"],
            "appID": self.ready["appID"],
            "appSecretFile": ".vitrine/keys/facebook-app-secret",
        }.items():
            self.run("config", "set", f"networks.facebook.{key}", value)
        self.run("config", "set", "pacing.batchSize", 50)
        self.run("config", "set", "pacing.concurrency", 13)
        for name, role in {
            "editor": "national_editor", "first": "approver", "second": "approver",
            "launcher": "national_broadcaster", "auditor": "auditor",
        }.items():
            self.enrol(name, role)
        self.importing, _ = self.run("store", "import", STORES)
        began = time.perf_counter()
        self.tell(self.ready["userToken"], "admin", "page", "connect", "--network", "facebook",
                  "--token-stdin")
        self.connecting = time.perf_counter() - began

    def start_sandbox(self):
        ready = self.folder / "ready.json"
        self.sandbox = subprocess.Popen(
            [self.vitrine, "sandbox", "serve", "--stores", STORES, "--latency", str(self.latency),
             "--ready-file", ready],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while not ready.exists():
            if self.sandbox.poll() is not None or time.monotonic() > until:
                raise SystemExit("the sandbox did not start")
            time.sleep(0.01)
        self.ready = json.loads(ready.read_text())

    def sandbox_seconds(self):
        """The processor time that the sandbox has taken so far."""
        fields = pathlib.Path(f"/proc/{self.sandbox.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

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

    def tell(self, secret, who, *arguments):
        """Runs a command that reads a secret from its standard input; returns its output."""
        command, environment = self.command(who, *arguments)
        return subprocess.run(
            command, env=environment, input=secret.encode(), check=True, capture_output=True).stdout

    def json(self, *arguments, who="admin"):
        return json.loads(self.run(*arguments, "--json", who=who)[1])

    def approved(self, text):
        """An approved broadcast to all pages that says a text of its own."""
        message = self.folder / "message.md"
        message.write_text(
            f"---\ntitle: {text}\nnetworks:\n  - facebook\n---\n\n{text} {{{{store.name}}}}\n")
        broadcast = self.json("broadcast", "create", message, "--to", "all", who="editor")["id"]
        self.run("broadcast", "submit", broadcast, who="editor")
        self.run("broadcast", "approve", broadcast, who="first")
        self.run("broadcast", "approve", broadcast, who="second")
        return broadcast

    def visible(self, text):
        """How many pages show the text, and how often it is shown in all: the sandbox's truth."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"{self.ready['baseURL']}/sandbox/posts") as answer:
            shown = [post["page"] for post in json.load(answer)["items"] if text in post["message"]]
        return len(set(shown)), len(shown)

