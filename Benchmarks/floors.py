"""The physical limits beside ours, in the same run: libcurl alone on the provider's stream, libmongoc alone on the records."""

import json
import subprocess

from bench import TOKENS, address
from candidates import database_of, person_id, token
from tables import head, row


def provider_floor(bench):
    command = [bench.folder / "floor_curl", str(bench.model.port), "50", "400"]
    told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return 1000 * told["cpu"] / told["answers"]


def records_floor(bench, people):
    ids = "".join(f"{person_id(n)}\n" for n in people)
    command = [bench.folder / "floor_mongo", bench.stores[0], database_of("reho"), "1000"]
    told = json.loads(subprocess.run(command, check=True, input=ids, text=True, stdout=subprocess.PIPE).stdout)
    return 1000 * told["cpu"] / told["snapshots"]


def each(told):
    return 1000 * told["server"] / told["requests"]


def tell_floors(bench, options):
    if "reho" not in options.only:
        return {}
    people = range(300)
    turn = bench.turns("reho", bench.people(50), 8)
    empty = each(bench.requests("reho", 2_000, [f"/health\t-\t{address(n)}" for n in people]))
    fresh = each(bench.requests("reho", 1_000, [
        f"/analysis/snapshot?refresh=true\t{token(person_id(n))}\t{address(n)}" for n in people]))
    found = {"turn": 1000 * turn["server"] / max(turn["turns"], 1), "stream": provider_floor(bench), "request": empty,
             "snapshot": fresh - empty, "records": records_floor(bench, people)}
    head("Floors, CPU ms", "what", "ours", "floor", "ratio")
    row([f"a whole turn / libcurl reading {TOKENS} tokens", f"{found['turn']:.2f}", f"{found['stream']:.2f}",
         f"{found['turn'] / found['stream']:.1f}"])
    row(["records read afresh, worked out, as JSON, less an empty request / libmongoc reading the same",
         f"{found['snapshot']:.2f}", f"{found['records']:.2f}", f"{found['snapshot'] / found['records']:.1f}"])
    row(["an empty request (`/health`)", f"{found['request']:.3f}", "", ""])
    return found
