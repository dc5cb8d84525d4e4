"""Everything a run needs, on free loopback ports: a database, Redis, two instances, nginx before them, and people."""

import datetime
import os
import pathlib
import re
import subprocess

import pymongo
from bson import ObjectId
from process import Process, answers, free_port

ROOT = pathlib.Path(__file__).resolve().parents[1]
SECRET, DATABASE = "chaos-secret-of-more-than-32-bytes", "chaos"
PING = b"*1\r\n$4\r\nPING\r\n"


class Stage:
    """Two instances behind nginx over one database and one Redis."""

    def __init__(self, binary: str, folder: pathlib.Path, model_port: int):
        self.binary, self.folder = binary, folder
        self.ports = {name: free_port() for name in ("mongo", "redis", "nginx", "a", "b")}
        self.address = f"mongodb://127.0.0.1:{self.ports['mongo']}/"
        self.mongo, self.redis = self._mongo(), self._redis()
        self.env = self._environment(model_port)
        self.instances = [self._instance("a"), self._instance("b")]
        self.nginx = self._nginx()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.ports['nginx']}"

    @property
    def all(self) -> list[Process]:
        return [self.mongo, self.redis, *self.instances, self.nginx]

    def start(self, people: int) -> list[str]:
        """Starts all of it; gives the ids of so many people."""
        self.mongo.start()
        ids = self._fill(people)
        for one in self.all[1:]:
            one.start()
        return ids

    def stop(self) -> None:
        for one in reversed(self.all):
            one.end()

    def token(self, user: str) -> str:
        command = [self.binary, "token", "--user", user, "--ttl", "4h"]
        return subprocess.run(command, env=self.env, check=True, capture_output=True, text=True).stdout.strip()

    def rows(self) -> list[dict]:
        """Everything that is stored of conversations, asked of the database itself."""
        with pymongo.MongoClient(self.address, serverSelectionTimeoutMS=10_000) as client:
            return list(client[DATABASE].chat_history.find({}, {"origin": 0}))

    def _fill(self, people: int) -> list[str]:
        """People with one income and one expense, so that reading them costs little."""
        ids = [f"c4a0{number:020x}" for number in range(people)]
        now = datetime.datetime.now(datetime.timezone.utc)
        common = {"isDeleted": False, "createdAt": now, "updatedAt": now}
        users = [{"_id": ObjectId(id), "name": f"Asker {id[-2:]}", "email": f"{id}@example.com", "role": "USER",
                  "status": "active", "verified": True, **common} for id in ids]
        incomes = [{"userId": ObjectId(id), "name": "Salary", "amount": 2_000, "frequency": "monthly",
                    "receiveDate": now, **common} for id in ids]
        with pymongo.MongoClient(self.address) as client:
            client[DATABASE].users.insert_many(users)
            client[DATABASE].incomes.insert_many(incomes)
        return ids

    def _process(self, name: str, command: list[str], ready, env=None) -> Process:
        return Process(name, command, str(self.folder / f"{name}.log"), ready, env)

    def _mongo(self) -> Process:
        port = self.ports["mongo"]
        server = os.environ.get("REHO_MONGO_SERVER", str(ROOT / ".tools/mongo/bin/secantusd-rs"))
        # Without the last flag this server forgets what it confirmed in the third of a second before a kill.
        return self._process("mongo", [
            server, "--host", "127.0.0.1", "--port", str(port), "--storage-path", str(self.folder / "mongo"),
            "--log-file-max", "64MB", "--cache-size", "128M", "--log-level", "WARNING", "--sync-on-commit"],
            lambda: answers(port))

    def _redis(self) -> Process:
        port = self.ports["redis"]
        return self._process("redis", [
            "redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
            "--dir", str(self.folder)], lambda: answers(port, PING, b"PONG"))

    def _environment(self, model_port: int) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LD_LIBRARY_PATH")}
        free = {f"SPEND_{name}_USD": "none" for name in ("TURN", "PERSON_DAY", "NIGHT", "DAY")}
        return {**kept, **free, "DATABASE_URL": self.address, "MONGO_DB_NAME": DATABASE, "JWT_SECRET": SECRET,
                "REDIS_URL": f"redis://127.0.0.1:{self.ports['redis']}", "HOST": "127.0.0.1", "NIGHTLY_AT": "off",
                "OPENAI_BASE_URL": f"http://127.0.0.1:{model_port}/v1", "REHO_DATA_DIR": str(self.folder),
                "OPENAI_API_KEY": "none", "LOG_LEVEL": "info", "SWIFT_BACKTRACE": "enable=no"}

    def _instance(self, name: str) -> Process:
        port = self.ports[name]
        ask = f"GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
        return self._process(name, [self.binary, "serve"], lambda: answers(port, ask, b" 200 "),
                             {**self.env, "PORT": str(port)})

    def _nginx(self) -> Process:
        """The shipped configuration; only ports, paths and how long old workers stay differ."""
        put(ROOT / "nginx/conf.d/reho.conf", self.folder / "site.conf", {
            " /tmp/nginx-": f" {self.folder}/", "listen 8080": f"listen 127.0.0.1:{self.ports['nginx']}",
            "server sidecar:8000 max_fails=0;": " ".join(
                f"server 127.0.0.1:{self.ports[name]} max_fails=0;" for name in ("a", "b")),
            "/dev/stdout": str(self.folder / "access.log")})
        put(ROOT / "nginx/nginx.conf", self.folder / "nginx.conf", {
            "conf.d/*.conf": str(self.folder / "site.conf"), "/tmp/nginx.pid": str(self.folder / "nginx.pid"),
            "/dev/stderr": str(self.folder / "error.log"), "worker_processes auto": "worker_processes 1",
            "worker_rlimit_nofile 65536;": "", "worker_connections 16384": "worker_connections 1024",
            "worker_shutdown_timeout 30s": "worker_shutdown_timeout 1s"})
        port = self.ports["nginx"]
        return self._process("nginx", [
            "nginx", "-c", str(self.folder / "nginx.conf"), "-p", str(self.folder), "-g", "daemon off;"],
            lambda: answers(port))


def put(source: pathlib.Path, target: pathlib.Path, changes: dict[str, str]) -> None:
    """A shipped file with parts replaced; one that is no longer there to be replaced is an error."""
    text = source.read_text()
    for shipped, ours in changes.items():
        if not re.search(re.escape(shipped), text):
            raise SystemExit(f"{source.name} no longer holds '{shipped}'")
        text = text.replace(shipped, ours)
    target.write_text(text)
