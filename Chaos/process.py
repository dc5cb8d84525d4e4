"""One process of a stage: started, ended in whatever way, started again on the same port; only ever by its own id."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable

START_WAIT, STOP_WAIT = 30.0, 40.0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answers(port: int, said: bytes = b"", wanted: bytes = b"") -> bool:
    """Whether somebody listens there and, when asked something, says what is wanted."""
    try:
        with socket.create_connection(("127.0.0.1", port), 1) as line:
            line.settimeout(2)
            if said:
                line.sendall(said)
            return not said or wanted in line.recv(4096)
    except OSError:
        return False


def until(test: Callable[[], bool], seconds: float, what: str) -> float:
    """Waits for something; gives how long it took. What does not come in time ends the run."""
    begun = time.monotonic()
    while not test():
        if time.monotonic() > begun + seconds:
            raise TimeoutError(f"{what} after {seconds:.0f} s")
        time.sleep(0.02)
    return time.monotonic() - begun


class Process:
    """`ready` tells whether it does its work; nothing of it is left after `end`."""

    def __init__(self, name: str, command: list[str], log: str, ready: Callable[[], bool], env: dict | None = None):
        self.name, self.command, self.log, self.ready, self.env = name, command, log, ready, env
        self.process: subprocess.Popen | None = None

    def start(self) -> float:
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=log, env=self.env, stdin=subprocess.DEVNULL)
        return until(lambda: self.is_running and self.ready(), START_WAIT, f"{self.name} does not answer")

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(STOP_WAIT)

    def terminate(self) -> tuple[int, float]:
        """Ends it politely; gives its exit code and how long it took."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOP_WAIT), time.monotonic() - begun

    def hang_up(self) -> None:
        """Has it read its configuration again."""
        self.process.send_signal(signal.SIGHUP)

    def end(self) -> None:
        if not self.is_running:
            return
        try:
            self.terminate()
        except subprocess.TimeoutExpired:
            self.kill()
