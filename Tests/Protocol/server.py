"""A server of its own for the tests: the built binary over its embedded demo people, and tokens for them.

    REHO_BINARY=.build/debug/reho python test_replay.py
"""

import json
import logging
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request


def person(number: int) -> str:
    """The id of an invented person; the first is Maya."""
    return f"de01{number:04d}" + "0" * 16


# Of slow steps nobody needs to hear.
logging.getLogger("asyncio").setLevel(logging.ERROR)
MAYA, OTHER, LEAVING, NOBODY = person(0), person(3), person(4), person(9_999)
KEY = "a-scheduler-key-of-some-length"
BINARY = os.environ.get("REHO_BINARY", ".build/debug/reho")


class Server:
    """One running `reho serve`, with what else its environment should hold."""

    def __init__(self, **environment: str):
        self.folder = tempfile.mkdtemp(prefix="reho-protocol-")
        self.environment = {
            **os.environ, "REHO_DATA_DIR": self.folder, "HOST": "127.0.0.1", "PORT": "0", "NIGHTLY_AT": "off",
            "JWT_SECRET": "a-secret-of-some-length-for-the-protocol", "SCHEDULER_API_KEY": KEY, **environment}
        self.said: list[str] = []

    def start(self) -> "Server":
        self.process = subprocess.Popen([BINARY, "serve"], env=self.environment, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)
        self.said = []
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found.group(1))
            if "terminal" in line:
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                return self
        raise RuntimeError("the server did not start:\n" + "".join(self.said)[-2_000:])

    def stop(self, keep: bool = False):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(40)
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def token(self, user: str = MAYA, ttl: str = "1h") -> str:
        out = subprocess.run([BINARY, "token", "--user", user, "--ttl", ttl], env=self.environment, check=True,
                             capture_output=True, text=True).stdout
        return next(word for word in out.split() if word.startswith("ey"))

    def ask(self, method: str, path: str, token: str = "", body: dict | None = None) -> tuple[int, str]:
        headers = {"Authorization": f"Bearer {token}"} if token else {"X-API-KEY": KEY}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json", **headers}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=15) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as problem:
            return problem.code, problem.read().decode()
