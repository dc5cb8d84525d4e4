"""The servers that are compared: Reho and what people would run instead, on the same stores and the same provider."""

import base64
import hashlib
import hmac
import json
import os
import pathlib
import time

import pymongo
from people import Person, stored
from servers import Served, free_port

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = HERE.parent / ".tools"
SECRET = "benchmark-secret-of-more-than-32-bytes"
ADMINISTRATORS = 400
# The main backend's collections that are read by their owner; it declares no index for that, so we do, for everyone.
OWNED = ["incomes", "expenses", "budgets", "debts", "savinggoals", "subscriptions", "optimization_reports", "admin_alerts"]


def token(user, role="USER"):
    def part(value):
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    claims = {"id": user, "role": role, "iat": int(time.time()), "exp": int(time.time()) + 86_400}
    body = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(json.dumps(claims).encode())
    return (body + b"." + part(hmac.new(SECRET.encode(), body, hashlib.sha256).digest())).decode()


def person_id(number):
    return Person(number).id


def administrator_id(number):
    return f"ad{number:022x}"


def fill(client, name, count):
    """The same people in a database of the candidate's own, so that no one's history grows another's."""
    held = {}
    for number in range(count):
        for collection, _, _, body in Person(number).rows:
            held.setdefault(collection, []).append(stored(body))
    for number in range(ADMINISTRATORS):
        body = {"_id": {"id": administrator_id(number)}, "name": {"string": "Admin"}, "role": {"string": "ADMIN"},
                "email": {"string": f"a{number}@example.com"}, "status": {"string": "active"}, "verified": {"bool": True},
                "isDeleted": {"bool": False}}
        held["users"].append(stored(body))
    for collection, documents in held.items():
        for start in range(0, len(documents), 1_000):
            client[name][collection].insert_many(documents[start:start + 1_000])
    for collection in OWNED:
        client[name][collection].create_index("userId")
    client[name].chat_history.create_index(
        [("userId", 1), ("conversation_id", 1), ("timestamp", pymongo.DESCENDING)])


def start(kind, binary, stores, model_port, folder):
    """One candidate, running. `stores` are the URLs of MongoDB and Redis and the number of its Redis database."""
    mongo, redis, number = stores
    port = free_port()
    common = {
        "DATABASE_URL": mongo, "MONGO_DB_NAME": database_of(kind), "REDIS_URL": f"{redis}/{number}", "JWT_SECRET": SECRET,
        "OPENAI_API_KEY": "sk-benchmark-key-of-no-use-anywhere", "OPENAI_BASE_URL": f"http://127.0.0.1:{model_port}/v1",
        "PORT": str(port)}
    if kind == "reho":
        return Served(kind, [binary, "serve"], port, folder, {
            **common, "NIGHTLY_AT": "off", "MAX_CONCURRENT_TURNS": "1000", "LOG_LEVEL": "warning", "SPEND_TURN_USD": "none",
            "SPEND_PERSON_DAY_USD": "none", "SPEND_DAY_USD": "none", "REHO_DATA_DIR": str(folder)})
    if kind == "node":
        return Served(kind, ["node", "service.js"], port, folder, {**common, "NODE_PATH": str(node_modules())},
                      cwd=HERE / "Peers/node")
    workers = str(os.cpu_count())
    command = [str(TOOLS / "fastapi/bin/uvicorn"), "service:app", "--loop", "uvloop", "--http", "httptools",
               "--workers", workers, "--port", str(port), "--log-level", "warning", "--no-access-log"]
    mode = {"fastapi-afresh": {"REREAD": "1"}, "fastapi-streaming": {"STREAM": "1"}}.get(kind, {})
    return Served(kind, command, port, folder, {**common, **mode}, cwd=HERE / "Peers/fastapi")


def database_of(kind):
    return f"bench-{kind}"


def node_modules():
    """Where the setup has put the packages of the Node peer."""
    return TOOLS / "node/usr/share/nodejs"
