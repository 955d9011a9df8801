"""A running `vitrine sandbox serve`: its own truth, its faults, and what it cost."""

import json
import os
import pathlib
import subprocess
import time
import urllib.request

_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Sandbox:
    """Serves a page for each store of a register until it is closed."""

    def __init__(self, vitrine, stores, folder, latency=0, environment=None):
        ready = pathlib.Path(folder) / "ready.json"
        self.process = subprocess.Popen(
            [vitrine, "sandbox", "serve", "--stores", stores, "--latency", str(latency),
             "--ready-file", ready],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 60
        while not ready.exists():
            if self.process.poll() is not None or time.monotonic() > until:
                self.close()
                raise SystemExit("the sandbox did not start")
            time.sleep(0.01)
        self.ready = json.loads(ready.read_text())

    def close(self):
        self.process.terminate()
        self.process.wait()

    def ask(self, path, value=None, method=None):
        """An answer of `/sandbox/…`; with a value it is posted."""
        request = urllib.request.Request(
            f"{self.ready['baseURL']}/sandbox/{path}", method=method,
            data=None if value is None else json.dumps(value).encode())
        with _OPENER.open(request) as answer:
            return json.load(answer)

    def posts(self, hidden=False):
        """What visitors see; with `hidden` the drafts and the deleted as well."""
        return self.ask("posts?all=true" if hidden else "posts")["items"]

    def pages(self):
        """The ids of all pages, in the order of the register."""
        return [page["id"] for page in self.ask("pages")["items"]]

    def stats(self):
        return self.ask("stats")

    def arm(self, *faults):
        """Adds faults, each as text such as `error,code=2,rate=0.05`."""
        self.ask("faults", {"faults": list(faults)})

    def fired(self):
        """How often each fault has happened, in the order in which they were armed."""
        return [fault["fired"] for fault in self.ask("faults")["items"]]

    def clear(self):
        self.ask("faults", method="DELETE")

    def seconds(self):
        """The processor time that it has taken so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text()
        fields = fields.rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
