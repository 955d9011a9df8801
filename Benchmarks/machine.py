"""The machine that figures are measured on: they mean little without it."""

import os
import pathlib
import platform
import statistics
import time


def machine():
    """Processor, memory, kernel, and the load at this moment."""
    model = "unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": model, "cores": os.cpu_count(), "memoryGiB": round(memory),
        "kernel": platform.release(), "load": load(),
    }


def load():
    """How many processes wanted to run, over the last minute."""
    return round(os.getloadavg()[0], 1)


def sync_time(folder, runs=200):
    """The median time, in milliseconds, until 4 KiB are on this disk."""
    path = folder / "sync"
    times = []
    with open(path, "wb", buffering=0) as file:
        for number in range(runs):
            began = time.perf_counter()
            os.pwrite(file.fileno(), os.urandom(4096), number * 4096)
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - began) * 1000)
    path.unlink()
    return statistics.median(times)


def show_machine(about, sync):
    print(f"{about['cores']} × {about['processor']}, {about['memoryGiB']} GiB, "
          f"Linux {about['kernel']}, load {about['load']:.1f} at the start")
    print(f"4 KiB to disk (write, fdatasync): {sync:.2f} ms")
