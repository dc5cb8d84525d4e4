"""Counts the instructions of hot paths and holds them against `budgets.json`.

    python3 Benchmarks/budgets.py MICRO [NAME …]           prints each path, exits 1 when one costs over 10 % more
    python3 Benchmarks/budgets.py --write MICRO            writes what is counted now as the budgets

MICRO is the driver of `Benchmarks/Micro`. Each path runs twice under valgrind, once with twice the rounds; the difference
is what a round costs. Counts do not depend on the machine's load or clock, so a budget holds in a container too, where
hardware counters are usually not to be had. They do depend on the compiler and on the libraries' versions.
"""

import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BUDGETS = pathlib.Path(__file__).with_name("budgets.json")
SLACK = 1.10
ENVIRONMENT = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no"}


def instructions(micro, name, rounds):
    run = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", micro, name, str(rounds)],
        capture_output=True, text=True, env=ENVIRONMENT)
    found = re.search(r"I\s+refs:\s+([\d,]+)", run.stderr)
    if run.returncode or not found:
        sys.exit(f"{name}: {run.stderr[-2000:]}")
    return int(found.group(1).replace(",", ""))


def cost(micro, path):
    name, rounds = path
    once, twice = (instructions(micro, name, count) for count in (rounds, 2 * rounds))
    return name, (twice - once) // rounds


def paths(micro, wanted):
    listed = subprocess.run([micro, "--list"], capture_output=True, text=True, check=True, env=ENVIRONMENT).stdout
    named = [line.split() for line in listed.splitlines()]
    return [(name, int(rounds)) for name, rounds in named if not wanted or name in wanted]


@contextlib.contextmanager
def without_symbols(micro):
    """A copy that an older valgrind can read: it stops at debug information it does not know."""
    with tempfile.TemporaryDirectory() as folder:
        copy = f"{folder}/micro"
        subprocess.run(["strip", "-g", "-o", copy, micro], check=True)
        yield copy


def main(arguments):
    is_writing = "--write" in arguments
    micro, *wanted = [argument for argument in arguments if argument != "--write"]
    budgets = json.loads(BUDGETS.read_text()) if BUDGETS.exists() else {}
    missed = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool, without_symbols(micro) as micro:
        for name, count in pool.map(lambda path: cost(micro, path), paths(micro, wanted)):
            budget = budgets.get(name)
            is_over = not is_writing and (budget is None or count > budget * SLACK)
            share = "" if budget is None else f"{100 * count / budget:6.1f} % of {budget:,}"
            print(f"{name:32} {count:14,} instructions  {share}{'  OVER' if is_over else ''}", flush=True)
            budgets[name] = count if is_writing else budget
            missed += [name] if is_over else []
    if is_writing:
        BUDGETS.write_text(json.dumps(budgets, indent=4, sort_keys=True) + "\n")
    if missed:
        sys.exit(f"over budget: {', '.join(missed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
