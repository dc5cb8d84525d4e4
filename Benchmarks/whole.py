"""Whole servers over loopback, Reho beside what people would run instead, in one run: chat turns, dashboards, idle sockets.

    .tools/peers/bin/python Benchmarks/whole.py [--long] [--only reho,fastapi] [--parts turns,dashboard,floors,idle] BINARY

Everything is shared but the candidate: a MongoDB-compatible server, a Redis, a provider that streams 64 tokens 10 ms
apart (or gives them whole after the same time), one load program. CPU seconds are user and system of the candidate with
its workers, from /proc; they bear noise that wall times do not. Prints Markdown; about twelve minutes, `--long` longer.
"""

import argparse
import contextlib
import json
import pathlib
import resource
import tempfile

from bench import GAP_US, TOKENS, Bench
from candidates import node_modules
from floors import tell_floors
from tables import head, ratio, row

# Sockets, questions on each. Nobody may ask more than 20 times a minute.
SHORT = [(1, 16), (50, 8), (200, 4)]
LONG = [*SHORT, (500, 3), (1_000, 3)]


def tell_turns(bench, options):
    warm = bench.people(40)
    for kind in options.only:
        bench.turns(kind, warm, 3)
    head(f"Chat turns, {TOKENS} tokens {GAP_US // 1000} ms apart", "sockets", "server", "turns/s", "turns/CPU s",
         "CPU ms/turn", "Reho/peer", "first text p50 ms", "p99", "reached provider p50 ms", "p99",
         "added to a sentence p50 ms", "p99", "join p50 ms", "failed", "MongoDB CPU ms/turn", "Redis", "provider CPU %",
         "load CPU %")
    results = []
    for sockets, questions in LONG if options.long else SHORT:
        people, found = bench.people(sockets), []
        for kind in options.only:
            found.append(bench.turns(kind, people, questions))
        for r in found:
            made = max(r["turns"], 1)
            streams = r["added_p50"] > 0
            row([sockets, r["kind"], f"{r['per_second']:.1f}", f"{r['per_cpu']:.0f}", f"{1000 * r['server'] / made:.2f}",
                 ratio(found, r["kind"], "per_cpu"), f"{r['first_p50']:.1f}", f"{r['first_p99']:.1f}",
                 f"{r['reached_p50']:.1f}", f"{r['reached_p99']:.1f}", f"{r['added_p50']:.2f}" if streams else "whole",
                 f"{r['added_p99']:.2f}" if streams else "whole", f"{r['join_p50']:.1f}", r["failed"],
                 f"{1000 * r['mongo'] / made:.2f}", f"{1000 * r['redis'] / made:.2f}",
                 f"{100 * r['model'] / r['wall']:.0f}", f"{100 * r['cpu'] / r['wall']:.0f}"])
        results += found
    return results


def tell_dashboards(bench, options):
    head("Dashboards, 16 connections", "server", "requests", "requests/s", "requests/CPU s", "CPU ms each", "Reho/peer",
         "p50 ms", "p99", "failed", "MongoDB CPU ms each", "Redis", "provider CPU %", "load CPU %")
    found = []
    for kind in options.only:
        bench.dashboards(kind, range(400), 400)
        found.append(bench.dashboards(kind, range(400), 2_000))
    for r in found:
        made = max(r["requests"], 1)
        row([r["kind"], made, f"{r['per_second']:.0f}", f"{r['per_cpu']:.0f}", f"{1000 * r['server'] / made:.2f}",
             ratio(found, r["kind"], "per_cpu"), f"{r['p50']:.2f}", f"{r['p99']:.2f}", r["failed"],
             f"{1000 * r['mongo'] / made:.2f}", f"{1000 * r['redis'] / made:.2f}", f"{100 * r['model'] / r['wall']:.0f}",
             f"{100 * r['cpu'] / r['wall']:.0f}"])
    return found


def tell_idle(bench, options):
    head("Idle sockets", "sockets", "deflate offered", "server", "KiB each", "CPU s for 10 s", "failed")
    results = []
    for count in [1_000, 4_000]:
        for deflate in [False, True]:
            for kind in options.only:
                r = bench.idle(kind, count, deflate)
                results.append(r)
                row([count, "yes" if deflate else "no", kind, f"{r['kib']:.1f}", f"{r['server']:.2f}", r["failed"]])
    return results


PARTS = {"turns": tell_turns, "dashboard": tell_dashboards, "floors": tell_floors, "idle": tell_idle}


def options():
    usual = "reho,fastapi,fastapi-streaming" + (",node" if node_modules().exists() else "")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", type=lambda text: text.split(","), default=usual)
    parser.add_argument("--parts", type=lambda text: text.split(","), default="turns,dashboard,floors,idle")
    parser.add_argument("--people", type=int, default=1_100)
    parser.add_argument("--json", help="where the figures go as JSON, too")
    return parser.parse_args()


def main():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 16_000), hard))
    chosen = options()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        bench = Bench(chosen, folder)
        with bench.running():
            found = {}
            for part in chosen.parts:
                with bench.serving() if part != "idle" else contextlib.nullcontext():
                    found[part] = PARTS[part](bench, chosen)
    if chosen.json:
        pathlib.Path(chosen.json).write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
