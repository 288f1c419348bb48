"""What the measuring scripts share: running commands, reading their output, telling the machine."""

import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUDGET_TITLES = ["row", "rate", "beside its baseline", "budget", "met"]


def note(text):
    print(text, file=sys.stderr, flush=True)


def output_of(*command):
    """The output of a command, or nothing when it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def tool():
    """The released, static tool as `make run` builds it."""
    path = os.path.join(output_of("swift", "build", "-c", "release", "--show-bin-path"), "passwright")
    if not os.access(path, os.X_OK):
        sys.exit("no release build of the tool: run `make run` first")
    return path


def install(*packages):
    """Installs system packages where that can be done, and says so where it cannot."""
    for package in packages:
        done = subprocess.run(
            [os.path.join(ROOT, "scripts/install-dependencies"), package],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines() or ["no reason given"]
            note(f"cannot install {package}: {lines[-1]}")


def has(program):
    return shutil.which(program) is not None


def seconds_to_read(command, size=1 << 20):
    """Runs a shell command with its output to a pipe that is read to the end; its time and bytes."""
    buffer = bytearray(size)
    total = 0
    start = time.perf_counter()
    with subprocess.Popen(
        ["/bin/sh", "-c", command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, bufsize=0, env={**os.environ, "LC_ALL": "C"},
    ) as process:
        while count := process.stdout.readinto(buffer):
            total += count
    elapsed = time.perf_counter() - start
    if process.returncode != 0:
        raise RuntimeError(f"exit status {process.returncode}: {command}")
    return elapsed, total


def seconds_to_null(command):
    """Runs a program with its output to /dev/null; its time."""
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def lines_of(command):
    """The lines that a shell command writes."""
    done = subprocess.run(
        ["/bin/sh", "-c", command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, check=True, env={**os.environ, "LC_ALL": "C"})
    return done.stdout.decode().splitlines()


def summary(values):
    """The median of some values and their spread."""
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def portions(shares):
    """The portion of the whole that each stage has, where the last is what no name was found for.

    Ends the script when another has nothing: a figure of 0 is one that was not measured.
    """
    *named, _ = shares
    if missing := [stage for stage in named if shares[stage] <= 0]:
        sys.exit(f"no sample was found of: {'; '.join(missing)}; the names that the script looks for have changed")
    total = sum(shares.values())
    return {stage: share / total for stage, share in shares.items()}


def refuse_unfit(quiet_load=0.5, patience=300):
    """Ends the script unless what it measures can be published.

    The tree must be that of its commit. The machine must be quiet; what a build before has done to the
    load average is waited for.
    """
    if output_of("git", "status", "--porcelain") or not output_of("git", "rev-parse", "HEAD"):
        sys.exit("the tree is not that of a commit; commit or stash first, or measure with --quick")
    deadline = time.monotonic() + patience
    while (load := os.getloadavg()[0]) > quiet_load:
        if time.monotonic() > deadline:
            sys.exit(f"the machine is not quiet: load average {load:.2f}, and {quiet_load} is the most; end what runs, or measure with --quick")
        time.sleep(5)


def rate(value):
    """A rate to three digits: 1.23 M."""
    for unit, name in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if value >= unit:
            return f"{value / unit:.3g}{name}"
    return f"{value:.3g}"


def ratio(value):
    """A ratio to three digits: 1,230."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def markdown_table(titles, rows):
    """A table; a colon at the end of a title makes the column one of numbers."""
    marks = ["---:" if title.endswith(":") else "---" for title in titles]
    lines = [[title.removesuffix(":") for title in titles], *rows]
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
    return "\n".join([lines[0], "|" + "|".join(marks) + "|", *lines[1:]])


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return output_of("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()


def machine():
    """Where and when a run was made."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "processor": processor(),
        "cores": cores,
        "system": platform.platform(),
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "loadAverage": round(os.getloadavg()[0], 2),
        "commit": output_of("git", "describe", "--always", "--dirty"),
    }


def told(machine):
    """Where and when a run was made, as a line."""
    return (f"{machine['processor']}, {machine['cores']} cores, load average {machine['loadAverage']}, "
            f"{machine['date']}, commit {machine['commit']}")
