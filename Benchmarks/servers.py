"""Processes of a benchmark: started on free ports, watched through /proc, ended with their children."""

import os
import pathlib
import re
import select
import signal
import socket
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def family(pid):
    """A process and all that descend from it."""
    found = [pid]
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += family(int(child))
    return found


class Served:
    """A server process and its workers."""

    def __init__(self, name, command, port, folder, environment=None, cwd=None):
        self.name, self.port = name, port
        self.log = pathlib.Path(folder, f"{name.replace(' ', '-')}.log")
        inherited = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LD_LIBRARY_PATH")}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, env={**inherited, **(environment or {})}, cwd=cwd)
        self.wait()

    def wait(self, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise SystemExit(f"{self.name} did not start:\n{self.log.read_text()[-2000:]}")

    def cpu(self):
        """User and system seconds of the process and its living children."""
        total = 0
        for pid in family(self.process.pid):
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICK

    def memory(self):
        """Proportional share of memory in KiB, so that pages which workers share count once."""
        total = 0
        for pid in family(self.process.pid):
            rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE).group(1))
        return total

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Model:
    """The fake provider: tokens at a pace."""

    def __init__(self, program, gap_us):
        self.process = subprocess.Popen([program, str(gap_us)], stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    cpu, end = Served.cpu, Served.end


class Load:
    """A load program with a conversation on its standard streams."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def line(self, seconds=240):
        if not select.select([self.process.stdout], [], [], seconds)[0]:
            raise SystemExit("the load did not answer in time")
        return self.process.stdout.readline()

    def go(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def end(self):
        self.process.stdin.close()
        self.process.wait()
