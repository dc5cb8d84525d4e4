"""Ends processes under load and holds the ledger against what was promised.

    Chaos/run.py [--seed N] [--seconds S] [--clients N] [--faults kill,term,redis,mongo,nginx] [--short] BINARY

The seed is printed and gives the same faults again. Exit 1 when a count is not 0 or something did not come back.
"""

import argparse
import asyncio
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

import model
from asker import Asker
from faults import KINDS, PAIRS, Nemesis, schedule
from oracle import COUNTS, Findings, Stored, judge
from stage import Stage

# What a dead instance left has its end after ten seconds, and so has an answer that the database did not take.
SETTLING, SHORT_SETTLING = 20.0, 12.0
# Seconds, clients, and how long faults last beside those of a long run.
SHORT = (14.0, 6, 0.3)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 31))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--faults", default=",".join(KINDS))
    parser.add_argument("--keep", action="store_true", help="leave the folder with the logs")
    parser.add_argument("--short", action="store_true", help="each fault once and briefly, 40 s at most")
    given = parser.parse_args()
    given.scale = 1.0
    if given.short:
        given.seconds, given.clients, given.scale = SHORT
    given.kinds = given.faults.split(",")
    if not set(given.kinds) <= {*KINDS, *PAIRS}:
        parser.error(f"faults are {', '.join(KINDS + PAIRS)}")
    return given


async def play(given, stage: Stage, machine: model.Model) -> tuple[list[Asker], Nemesis]:
    """The run itself: people ask, things break, all comes to rest."""
    people = await asyncio.to_thread(stage.start, given.clients)
    askers = [Asker(number, stage.base, stage.token(user), user, has_ticket=number % 2 == 0)
              for number, user in enumerate(people)]
    over, nemesis = asyncio.Event(), Nemesis(stage)
    asking = [asyncio.create_task(asker.run(over)) for asker in askers]
    try:
        await nemesis.run(schedule(given.seed, given.kinds, given.scale), given.seconds)
        over.set()
        await asyncio.gather(*asking)
    finally:
        for one in asking:
            one.cancel()
    return askers, nemesis


async def settle(stage: Stage, books, seconds: float) -> list[dict]:
    """Waits until every acknowledged question has an end in the database, for so long as may be; gives its rows."""
    deadline = time.monotonic() + seconds
    while True:
        rows = await asyncio.to_thread(stage.rows)
        stored = Stored(rows)
        open_ones = [one for book in books for one in book.asked.values() if one.is_acknowledged and one.end
                     and not any(row["state"] != "partial" for row in stored.answers_to(one))]
        if not open_ones or time.monotonic() > deadline:
            return rows
        await asyncio.sleep(1)


def verdict(given, nemesis: Nemesis, books, findings: Findings, machine: model.Model) -> str:
    asked = [one for book in books for one in book.asked.values()]
    ends = {state: sum(one.end == state for one in asked) for state in ("complete", "failed", "stopped")}
    faults = " ".join(f"{kind} {nemesis.done[kind]}" for kind in KINDS + PAIRS if nemesis.done[kind] or kind in KINDS)
    slowest = " ".join(f"{kind} {seconds:.1f}" for kind, seconds in nemesis.slowest.items())
    counts = " ".join(f"{count} {findings.counts[count]}" for count in COUNTS)
    by_code = sum(one.end == "complete" and not machine.asked[one.text] for one in asked)
    return (f"chaos: runs 1, seed {given.seed}, {time.monotonic() - nemesis.began:.0f} s, faults {faults} | "
            f"sent {len(asked)} acknowledged {sum(one.is_acknowledged for one in asked)} completed {ends['complete']} "
            f"failed {ends['failed']} (retryable {sum(one.is_retryable for one in asked)}) "
            f"from the store {sum(one.is_told for one in asked)} unstored at first "
            f"{sum(not one.is_stored for one in asked)} without the model "
            f"{by_code} | {counts} | slowest ready again, s: {slowest} | "
            f"barred {sum(len(book.barred) for book in books)} troubles {len(nemesis.troubles)}")


def report(findings: Findings, nemesis: Nemesis, books) -> bool:
    """The examples; gives whether all is well."""
    for count in COUNTS:
        for example in findings.examples[count]:
            print(f"{count:>10}: {example}")
    for trouble in nemesis.troubles[:5]:
        print(f"   trouble: {trouble}")
    barred = [(book.conversation, code) for book in books for code in book.barred]
    for conversation, code in barred[:5]:
        print(f"    barred: {conversation} with {code}")
    return findings.is_clean and not nemesis.troubles and not barred


async def main() -> int:
    given = arguments()
    # Who ends this ends what it started.
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asyncio.current_task().cancel)
    print(f"chaos: seed {given.seed}, {given.seconds:.0f} s, {given.clients} clients, {given.faults}", flush=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="reho-chaos-", dir="/dev/shm"))
    folder.chmod(0o755)
    machine = model.Model()
    stage = Stage(str(pathlib.Path(given.binary).resolve()), folder, await machine.start())
    try:
        askers, nemesis = await play(given, stage, machine)
        books = [asker.book for asker in askers]
        rows = await settle(stage, books, SHORT_SETTLING if given.short else SETTLING)
        findings = judge(books, rows, model.answer, machine.asked)
    finally:
        await asyncio.to_thread(stage.stop)
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)
    is_well = report(findings, nemesis, books)
    print(verdict(given, nemesis, books, findings, machine), flush=True)
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
