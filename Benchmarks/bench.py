"""One run of a whole-server benchmark: stores, provider and candidates in one place, and what one load costs each."""

import contextlib
import json
import pathlib
import subprocess
import time

import pymongo
from candidates import ADMINISTRATORS, TOOLS, administrator_id, database_of, fill, person_id, start, token
from servers import Load, Model, Served, free_port

HERE = pathlib.Path(__file__).resolve().parent
GAP_US, TOKENS = 10_000, 64
# The load programs and the C libraries they stand on.
PROGRAMS = {"model": [], "chat": [], "http": [], "floor_curl": ["libcurl"], "floor_mongo": ["libmongoc-1.0"]}


def address(number):
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, pathlib.Path(folder)
        self.next_person = 0
        for program, libraries in PROGRAMS.items():
            flags = subprocess.run(["pkg-config", "--cflags", "--libs", *libraries], check=True, capture_output=True,
                                   text=True).stdout.split() if libraries else []
            subprocess.run(["cc", "-O2", "-o", self.folder / program, HERE / f"Load/{program}.c", HERE / "Load/load.c",
                            *flags], check=True)

    def people(self, count):
        """People who have not asked anything yet; the same for every candidate."""
        first = self.next_person
        self.next_person += count
        return range(first, first + count)

    def lines(self, texts):
        path = self.folder / "lines"
        path.write_text("".join(f"{text}\n" for text in texts))
        return path

    @contextlib.contextmanager
    def running(self):
        with contextlib.ExitStack() as stack:
            def keep(process):
                stack.callback(process.end)
                return process

            mongo, redis = free_port(), free_port()
            self.mongo = keep(Served("mongo", [
                TOOLS / "mongo/bin/secantusd-rs", "--host", "127.0.0.1", "--port", str(mongo), "--storage-path",
                self.folder / "mongo", "--log-file-max", "128MB", "--cache-size", "1G", "--standalone", "--log-level",
                "WARNING"], mongo, self.folder))
            self.redis = keep(Served("redis", [
                "redis-server", "--port", str(redis), "--save", "", "--appendonly", "no", "--dir", self.folder], redis,
                self.folder))
            self.model = keep(Model(self.folder / "model", GAP_US))
            client = pymongo.MongoClient(f"mongodb://127.0.0.1:{mongo}/?retryWrites=false")
            self.stores = f"mongodb://127.0.0.1:{mongo}/?retryWrites=false", f"redis://127.0.0.1:{redis}"
            for kind in self.options.only:
                fill(client, database_of(kind), self.options.people)
            client.close()
            yield

    def start(self, kind):
        stores = (*self.stores, self.options.only.index(kind))
        return start(kind, self.options.binary, stores, self.model.port, self.folder)

    @contextlib.contextmanager
    def serving(self):
        """All candidates at once, so that they can be asked in turn."""
        self.candidates = {kind: self.start(kind) for kind in self.options.only}
        time.sleep(3)
        try:
            yield
        finally:
            for candidate in self.candidates.values():
                candidate.end()

    def spent(self, candidate):
        watched = [candidate, self.mongo, self.redis, self.model]
        return [served.cpu() for served in watched]

    def turns(self, kind, people, questions):
        candidate = self.candidates[kind]
        lines = self.lines(f"/chat/ws?token={token(person_id(n))}\t{address(n)}" for n in people)
        stagger = GAP_US * TOKENS // 1000 if len(people) > 1 else 0
        load = Load([self.folder / "chat", str(candidate.port), lines, str(questions), str(stagger)])
        joined = json.loads(load.line())
        before = self.spent(candidate)
        load.go()
        told = {**joined, **json.loads(load.line())}
        after = self.spent(candidate)
        load.end()
        cpu, mongo, redis, model = (b - a for a, b in zip(before, after))
        return {**told, "kind": kind, "sockets": len(people), "server": cpu, "mongo": mongo, "redis": redis, "model": model,
                "per_second": told["turns"] / told["wall"], "per_cpu": told["turns"] / max(cpu, 0.01)}

    def dashboards(self, kind, people, total):
        return self.requests(kind, total, [
            f"/admin/user-dashboard/{person_id(n)}\t{token(administrator_id(n % ADMINISTRATORS), 'ADMIN')}\t{address(n)}"
            for n in people])

    def requests(self, kind, total, texts):
        """`total` requests over 16 connections; a text is a path, a token and an address."""
        candidate = self.candidates[kind]
        lines = self.lines(texts)
        command = [self.folder / "http", str(candidate.port), lines, "16", str(total)]
        before = self.spent(candidate)
        told = json.loads(subprocess.run(command, check=False, stdout=subprocess.PIPE).stdout)
        cpu, mongo, redis, model = (b - a for a, b in zip(before, self.spent(candidate)))
        return {**told, "kind": kind, "server": cpu, "mongo": mongo, "redis": redis, "model": model,
                "per_second": told["requests"] / told["wall"], "per_cpu": told["requests"] / max(cpu, 0.01)}

    def idle(self, kind, count, deflate):
        """What each socket adds to a fresh process that has 200 of them."""
        candidate = self.start(kind)
        sockets = [f"/chat/ws?token={token(person_id(n // 4))}\t{address(n)}" for n in range(count + 200)]
        extra = ["deflate"] if deflate else []
        loads = [Load([self.folder / "chat", str(candidate.port), self.lines(sockets[:200]), "0", "0", *extra])]
        few = json.loads(loads[0].line())
        time.sleep(3)
        before = candidate.memory()
        loads.append(Load([self.folder / "chat", str(candidate.port), self.lines(sockets[200:]), "0", "0", *extra]))
        many = json.loads(loads[1].line())
        # What is worked out for people who come in is over by then.
        time.sleep(20)
        held, cpu = candidate.memory(), candidate.cpu()
        time.sleep(10)
        cpu = candidate.cpu() - cpu
        for load in loads:
            load.end()
        candidate.end()
        return {"kind": kind, "sockets": count, "deflate": deflate, "kib": (held - before) / count, "server": cpu,
                "failed": few["failed"] + many["failed"]}
