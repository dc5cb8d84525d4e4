"""The deterministic part of a night for 1,000, 10,000 and 30,000 people: about 30 records each, twelve months of history
for a tenth of them. Embedded store, release build, no model.

For each size three runs of `reho nightly`: the first, one more on the same day (nobody has changed), and one of the next
day (only those whose day it is). Wall and CPU seconds and peak memory are the whole process's. Then 1,000 people in a
MongoDB-compatible server beside `reho serve`, whose own metrics say how many calls to the database a person takes. Exits
1 when a goal is missed.
"""

import datetime
import json
import os
import re
import secrets
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

import pymongo
from people import DAY, Person, stored

GOALS = []
KEY = secrets.token_hex(20)


def report(name, value, unit, goal=None):
    verdict = "" if goal is None else ("  ok" if value <= goal else "  MISSED") + f" (goal {goal} {unit})"
    if goal is not None and value > goal:
        GOALS.append(name)
    print(f"{name:48} {value:10.2f} {unit}{verdict}", flush=True)


def fill(binary, folder, count):
    environment = {**os.environ, "REHO_DATA_DIR": folder}
    subprocess.run([binary, "demo-data"], env=environment, check=True, stdout=subprocess.DEVNULL)
    base = sqlite3.connect(os.path.join(folder, "reho.sqlite"))
    base.execute("PRAGMA synchronous=OFF")
    base.execute("DELETE FROM documents")
    rows = 0
    for number in range(count):
        person = Person(number).rows
        rows += len(person)
        base.executemany("INSERT INTO documents VALUES (?, ?, ?, 0, ?)", [
            (*row, json.dumps(body, sort_keys=True, separators=(",", ":"))) for *row, body in person])
    base.commit()
    base.close()
    return rows


def night(binary, folder, day):
    """Runs one night; gives its words, wall and CPU seconds, and the peak of its memory in MiB."""
    environment = {**os.environ, "REHO_DATA_DIR": folder}
    begun = time.monotonic()
    process = subprocess.Popen([binary, "nightly", "--date", str(day)], env=environment, stdout=subprocess.PIPE)
    text = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begun
    if process.returncode != 0:
        sys.exit(f"the night failed:\n{text[-2000:]}")
    return text, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def told(text, word):
    return int(re.search(rf"(\d+) {word}", text.splitlines()[-2]).group(1))


def measure(binary, count):
    with tempfile.TemporaryDirectory() as folder:
        rows = fill(binary, folder, count)
        report(f"{count} people: records each", rows / count, "")
        tomorrow = DAY + datetime.timedelta(days=1)
        for name, day in [("first night", DAY), ("again", DAY), ("next night", tomorrow)]:
            text, wall, cpu, peak = night(binary, folder, day)
            goal = {"first night": 60, "again": 10}.get(name) if count == 10_000 else None
            report(f"{count} people, {name}: wall", wall, "s", goal)
            report(f"{count} people, {name}: CPU", cpu, "s")
            report(f"{count} people, {name}: peak memory", peak, "MiB")
            report(f"{count} people, {name}: worked out", told(text, "changed"), "people")
            report(f"{count} people, {name}: skipped", told(text, "unchanged"), "people")


def calls(port):
    """Calls to the database so far, by what the service counts itself."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as page:
        lines = page.read().decode().splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("sidecar_mongo_call_seconds_count"))


def asked(port, path, method="GET"):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method, headers={"X-API-KEY": KEY})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def measure_mongo(binary, server, count):
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        database = subprocess.Popen([
            server, "--host", "127.0.0.1", "--port", "27561", "--storage-path", folder, "--log-file-max", "64MB",
            "--cache-size", "256M", "--log-level", "WARNING"])
        service = None
        try:
            time.sleep(2)
            client = pymongo.MongoClient("mongodb://127.0.0.1:27561/?retryWrites=false")
            held = {}
            for number in range(count):
                for collection, _, _, body in Person(number).rows:
                    held.setdefault(collection, []).append(stored(body))
            for collection, documents in held.items():
                client.night[collection].create_index("userId")
                for start in range(0, len(documents), 1_000):
                    client.night[collection].insert_many(documents[start:start + 1_000])
            service = subprocess.Popen([binary, "serve"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={
                **os.environ, "DATABASE_URL": "mongodb://127.0.0.1:27561/", "MONGO_DB_NAME": "night", "PORT": "27562",
                "SCHEDULER_API_KEY": KEY, "JWT_SECRET": secrets.token_hex(20), "NIGHTLY_AT": "off", "REHO_DATA_DIR": folder})
            time.sleep(3)
            for name in ["first night", "again"]:
                before, begun = calls(27562), time.monotonic()
                run = asked(27562, "/schedule/run-daily-ai-jobs", "POST")["runId"]
                while asked(27562, f"/schedule/runs/{run}")["state"] != "done":
                    time.sleep(1)
                wall = time.monotonic() - begun
                people = asked(27562, f"/schedule/runs/{run}")["people"]
                report(f"MongoDB, {count} people, {name}: wall", wall, "s")
                report(f"MongoDB, {count} people, {name}: calls each", (calls(27562) - before) / count, "calls")
                report(f"MongoDB, {count} people, {name}: failed", people["failed"], "people", 0)
        finally:
            for process in [service, database]:
                if process:
                    process.terminate()
                    process.wait()


def main():
    binary = os.path.abspath(sys.argv[1])
    for count in [int(size) for size in sys.argv[2:]] or [1_000, 10_000, 30_000]:
        measure(binary, count)
    measure_mongo(binary, os.environ.get("REHO_MONGO_SERVER", ".tools/mongo/bin/secantusd-rs"), 1_000)
    if GOALS:
        sys.exit(f"missed: {', '.join(GOALS)}")


if __name__ == "__main__":
    main()
