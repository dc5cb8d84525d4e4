"""The binary under test on a free loopback port, with the demo people's store, and what it is asked over HTTP."""

import base64
import hashlib
import hmac
import json
import os
import re
import signal
import subprocess
import time
import urllib.request

SECRET = "evals-secret-of-more-than-32-bytes-"
START_WAIT = 60
STOP_WAIT = 30
REQUEST_WAIT = 10
PEOPLE = {"maya": 0, "daniel": 1, "priya": 2}


def person_id(person):
    """The id of a demo person: a name from `PEOPLE` or a number."""
    return f"de01{PEOPLE.get(person, person):04d}" + "0" * 16


def token(user, role="USER"):
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=")

    claims = {"id": user, "role": role, "exp": int(time.time()) + 3600}
    body = part({"alg": "HS256", "typ": "JWT"}) + b"." + part(claims)
    mac = hmac.new(SECRET.encode(), body, hashlib.sha256).digest()
    return (body + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")).decode()


class Server:
    """Runs until `stop`; only the process started here is ever ended."""

    def __init__(self, binary, folder, provider):
        inherited = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LD_LIBRARY_PATH")}
        settings = {"PORT": "0", "REHO_DATA_DIR": folder, "JWT_SECRET": SECRET, "NIGHTLY_AT": "off",
                    "LOG_LEVEL": "warning"}
        self.log = os.path.join(folder, "server.log")
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [binary, "serve"], env={**inherited, **settings, **provider}, stdout=log, stderr=log)
        self.port = self._wait_for_port()

    def _wait_for_port(self):
        deadline = time.monotonic() + START_WAIT
        while time.monotonic() < deadline and self.process.poll() is None:
            with open(self.log) as log:
                found = re.search(r"http://127\.0\.0\.1:(\d+)", log.read())
            if found:
                return int(found.group(1))
            time.sleep(0.05)
        self.stop()
        with open(self.log) as log:
            raise SystemExit(f"the server did not start:\n{log.read()[-2000:]}")

    def ask(self, person, path, body=None):
        """The JSON of a route for a person; a body is PUT."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", data=None if body is None else json.dumps(body).encode(),
            method="GET" if body is None else "PUT",
            headers={"Authorization": f"Bearer {token(person_id(person))}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=REQUEST_WAIT) as answer:
            return json.load(answer)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(STOP_WAIT)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(STOP_WAIT)
