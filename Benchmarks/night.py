"""The deterministic part of a night for 1,000, 10,000 and 30,000 people: about 30 records each, twelve months of history
for a tenth of them. Embedded store, release build, no model.

For each size three runs of `reho nightly`: the first, one more on the same day (nobody has changed), and one of the next
day (only those whose day it is). Wall and CPU seconds and peak memory are the whole process's. Exits 1 when a goal is
missed.
"""

import datetime
import json
import os
import re
import resource
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

DAY = datetime.date(2026, 11, 21)
GOALS = []


def report(name, value, unit, goal=None):
    verdict = "" if goal is None else ("  ok" if value <= goal else "  MISSED") + f" (goal {goal} {unit})"
    if goal is not None and value > goal:
        GOALS.append(name)
    print(f"{name:48} {value:10.2f} {unit}{verdict}", flush=True)


def month(back):
    index = DAY.year * 12 + DAY.month - 1 - back
    return index // 12, index % 12 + 1


def when(back, day):
    year, number = month(back)
    return int(datetime.datetime(year, number, day, tzinfo=datetime.timezone.utc).timestamp() * 1000)


class Person:
    """One person's records, drawn from the number alone."""

    def __init__(self, number):
        self.id = f"be{number:022x}"
        self.draws = random.Random(number)
        self.count = 0
        self.rows = []
        self.add("users", {
            "email": {"string": f"p{number}@example.com"}, "name": {"string": f"Person {number}"},
            "role": {"string": "USER"}, "status": {"string": "active"}, "verified": {"bool": True}}, own=False)
        months = 12 if number % 10 == 0 else 2
        pay = self.draws.randint(1_600, 4_500)
        for back in range(months):
            self.month(back, pay)
        for _ in range(self.draws.randint(0, 2)):
            self.debt()
        if self.draws.random() < 0.5:
            self.goal()

    def add(self, collection, fields, own=True):
        self.count += 1
        id = self.id if not own else f"bf{int(self.id[2:], 16):014x}{self.count:08x}"
        body = {"_id": {"id": id}, "isDeleted": {"bool": False}, "createdAt": {"date": when(0, 1)},
                "updatedAt": {"date": when(0, 1)}, **fields}
        if own:
            body["userId"] = {"id": self.id}
        self.rows.append((collection, id, self.id if own else None, json.dumps(body, sort_keys=True, separators=(",", ":"))))

    def month(self, back, pay):
        self.add("incomes", {"name": {"string": "Salary"}, "amount": {"int": pay},
                             "frequency": {"string": "monthly"}, "receiveDate": {"date": when(back, 1)}})
        fixed = [("Rent", pay * 35 // 100, 1), ("Energy", 110, 5), ("Phone", 22, 9)]
        shops = [(self.draws.choice(["Tesco", "Aldi", "Pub", "Boots", "Bus", "Cafe"]), self.draws.randint(4, 80),
                  self.draws.randint(1, 20)) for _ in range(8)]
        for place, (name, amount, day) in enumerate(fixed + shops):
            self.add("expenses", {
                "name": {"string": name}, "amount": {"int": amount}, "endDate": {"date": when(back, day)},
                "frequency": {"string": "monthly" if place < 3 else "on-off"}})
        if back == 0:
            self.add("budgets", {"name": {"string": "Food"}, "amount": {"int": 250}, "category": {"string": "Food"},
                                 "type": {"string": "personal"}, "createdAt": {"date": when(0, 1)}})

    def debt(self):
        amount = self.draws.randint(300, 9_000)
        self.add("debts", {"name": {"string": "Card"}, "amount": {"int": amount},
                           "monthlyPayment": {"int": max(20, amount // 25)}, "userInterestRate": {"double": "19.9"},
                           "payDueDate": {"date": when(-1, 5)}})

    def goal(self):
        self.add("savinggoals", {"name": {"string": "Holiday"}, "totalAmount": {"int": 1_800},
                                 "savedMoney": {"int": 400}, "monthlyTarget": {"int": 100},
                                 "completeDate": {"date": when(-10, 1)}, "isCompleted": {"bool": False}})


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
        base.executemany("INSERT INTO documents VALUES (?, ?, ?, 0, ?)", person)
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


def main():
    binary = os.path.abspath(sys.argv[1])
    for count in [int(size) for size in sys.argv[2:]] or [1_000, 10_000, 30_000]:
        measure(binary, count)
    if GOALS:
        sys.exit(f"missed: {', '.join(GOALS)}")


main()
