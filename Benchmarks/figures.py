"""Memory at rest, memory per idle socket, 200 answers at once, and stop latency of a release build.

Whole-process figures of the server alone (VmRSS, user + system CPU seconds); the load generator and the fake model share
the machine, so wall times are upper bounds and CPU seconds are the figures to compare. Exits 1 when a floor is missed.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import os
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import websockets
from fake_model import FakeModel

SECRET = "benchmark-secret-of-more-than-32-bytes"
SOCKETS_PER_USER = 5
FLOORS = []


def report(name, value, unit, floor=None):
    verdict = "" if floor is None else ("  ok" if value <= floor else "  MISSED") + f" (floor {floor} {unit})"
    if floor is not None and value > floor:
        FLOORS.append(name)
    print(f"{name:48} {value:10.2f} {unit}{verdict}", flush=True)


def token(user):
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=")

    body = part({"alg": "HS256", "typ": "JWT"}) + b"." + part({"id": user, "role": "USER", "exp": int(time.time()) + 3600})
    mac = hmac.new(SECRET.encode(), body, hashlib.sha256).digest()
    return (body + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")).decode()


class Server:
    """The binary under test, on a port of its own, with the embedded store."""

    def __init__(self, binary, folder, **environment):
        self.log = open(os.path.join(folder, "server.log"), "w+")
        inherited = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LD_LIBRARY_PATH")}
        settings = {"PORT": "0", "REHO_DATA_DIR": folder, "JWT_SECRET": SECRET, "LOG_LEVEL": "info",
                    # What a night takes is measured by night.py.
                    "NIGHTLY_AT": "off"}
        self.process = subprocess.Popen(
            [binary, "serve"], env={**inherited, **settings, **environment}, stdout=self.log, stderr=self.log)
        self.port = self.wait_for(r"http://127\.0\.0\.1:(\d+)")

    def wait_for(self, pattern):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            self.log.flush()
            with open(self.log.name) as log:
                found = re.search(pattern, log.read())
            if found:
                return int(found.group(1))
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        with open(self.log.name) as log:
            raise SystemExit(f"the server did not start:\n{log.read()}")

    def memory(self, field="VmRSS"):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(rf"{field}:\s+(\d+)", status.read()).group(1)) / 1024

    def cpu(self):
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(40)


def connect(server, user):
    return websockets.connect(
        f"ws://127.0.0.1:{server.port}/chat/ws", subprotocols=["reho.v2", f"bearer.{token(user)}"],
        compression=None, max_queue=None, open_timeout=30, ping_interval=None)


async def until(socket, *kinds):
    while True:
        frame = json.loads(await asyncio.wait_for(socket.recv(), 60))
        if frame["type"] in kinds:
            return frame


async def open_sockets(server, users, count):
    gate = asyncio.Semaphore(50)

    async def one(index):
        async with gate:
            socket = await connect(server, users[index // SOCKETS_PER_USER])
            await until(socket, "welcome")
            return socket

    return await asyncio.gather(*(one(index) for index in range(count)))


async def idle(binary, users, folder):
    server = Server(binary, folder)
    await asyncio.sleep(1)
    report("server just started, resident", server.memory(), "MiB")
    # By then it has given back the pages that only the start needed.
    await asyncio.sleep(5)
    report("idle server, resident", server.memory(), "MiB", 48)
    report("idle server, anonymous part", server.memory("RssAnon"), "MiB")
    few = await open_sockets(server, users, 200)
    await asyncio.sleep(1)
    before, count = server.memory(), len(users) * SOCKETS_PER_USER
    many = await open_sockets(server, users[40:], count - 200)
    await asyncio.sleep(1)
    after = server.memory()
    report(f"one idle authenticated socket ({count} open)", (after - before) * 1024 / (count - 200), "KiB", 16)
    cpu = server.cpu()
    await asyncio.sleep(5)
    report("CPU to hold them for 5 s", server.cpu() - cpu, "s")
    await asyncio.gather(*(socket.close() for socket in few + many))
    server.stop()


async def turns(binary, users, folder):
    model = FakeModel()
    port = await model.start()
    server = Server(binary, folder, OPENAI_BASE_URL=f"http://127.0.0.1:{port}/v1")
    sockets = await asyncio.gather(*(connect(server, user) for user in users[:200]))
    await asyncio.gather(*(until(socket, "welcome") for socket in sockets))
    firsts, cpu, began = [], server.cpu(), time.monotonic()

    async def turn(socket):
        asked = time.monotonic()
        await socket.send(json.dumps({"type": "send", "clientMsgId": os.urandom(8).hex(), "message": "How am I doing?"}))
        await until(socket, "text_delta")
        firsts.append(time.monotonic() - asked)
        return (await until(socket, "turn_completed", "turn_failed"))["data"].get("text")

    answers = await asyncio.gather(*(turn(socket) for socket in sockets))
    wall = time.monotonic() - began
    right = sum(answer is not None and answer.strip() == model.text.strip() for answer in answers)
    report("200 turns at once, wrong answers", len(answers) - right, "", 0)
    report("most streams open upstream at once", model.most, "")
    report("wall (the model alone takes 1 s)", wall, "s")
    report("first token, median", statistics.median(firsts) * 1000, "ms")
    report("first token, slowest", max(firsts) * 1000, "ms")
    report("server CPU for 10,000 tokens", server.cpu() - cpu, "s")
    report("resident after it", server.memory(), "MiB")
    await stops(server, model, sockets[:20])
    server.stop()


async def stops(server, model, sockets):
    model.tokens, delays = 500, []
    for socket in sockets:
        await socket.send(json.dumps({"type": "send", "clientMsgId": os.urandom(8).hex(), "message": "Tell me more"}))
        frame = await until(socket, "text_delta")
        model.closed_at, asked = None, time.monotonic()
        await socket.send(json.dumps({"type": "stop", "turnId": frame["turnId"]}))
        await until(socket, "turn_stopped")
        while model.closed_at is None and time.monotonic() - asked < 2:
            await asyncio.sleep(0.001)
        delays.append(((model.closed_at or time.monotonic()) - asked) * 1000)
    report("stop to closed upstream, slowest of 20", max(delays), "ms", 250)


async def main(binary):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 10_000), hard))
    with tempfile.TemporaryDirectory() as folder:
        listed = subprocess.run(
            [binary, "demo-data", "--list"], env={**os.environ, "REHO_DATA_DIR": folder, "JWT_SECRET": SECRET},
            capture_output=True, text=True, check=True)
        users = listed.stdout.split()
        await idle(binary, users, folder)
        await turns(binary, users, folder)
    if FLOORS:
        sys.exit(f"missed: {', '.join(FLOORS)}")


asyncio.run(main(sys.argv[1]))
