"""What is done to the stage. The order, the victims and the lengths come from the seed alone."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from process import Process, answers, until
from stage import Stage

KINDS = ("kill", "term", "redis", "mongo", "nginx")
# Two at a time, only when asked for: lines are cut while Redis or the database is away.
PAIRS = ("pair",)
# The service has to answer again within so long; a politely ended instance has to be gone within `DRAIN`.
RECOVERY, DRAIN = 20.0, 30.0
CALM, OUTAGE = (1, 4), (0.1, 4)


@dataclass(frozen=True)
class Fault:
    """One of them: after a calm of `calm` seconds, lasting `outage`, on the first or the second of two."""

    kind: str
    calm: float
    outage: float
    victim: int


def schedule(seed: int, kinds: list[str], scale: float = 1) -> Iterator[Fault]:
    """Every kind once in each round, in an order of its own; endless. `scale` shortens all times alike."""
    dice = random.Random(seed)
    while True:
        for kind in dice.sample(kinds, len(kinds)):
            calm, outage = (round(dice.uniform(*span) * scale, 2) for span in (CALM, OUTAGE))
            yield Fault(kind, calm, outage, dice.randrange(2))


class Nemesis:
    """Does one thing after the other, the next when all answers again; keeps what did not go as promised."""

    def __init__(self, stage: Stage, tell=print):
        self.stage, self.tell = stage, tell
        self.done: Counter[str] = Counter()
        self.troubles: list[str] = []
        # The longest from the moment in which what was missing is started again until both instances are ready.
        self.slowest: dict[str, float] = {}
        self.returned = 0.0
        self.began = time.monotonic()

    async def run(self, faults: Iterator[Fault], seconds: float) -> None:
        for fault in faults:
            await asyncio.sleep(fault.calm)
            if time.monotonic() > self.began + seconds:
                return
            try:
                await asyncio.to_thread(self.strike, fault)
            except TimeoutError as late:
                return self.troubles.append(f"{late}; the run ends here")

    def strike(self, fault: Fault) -> None:
        victim = ("first", "second")[fault.victim]
        self.tell(f"{time.monotonic() - self.began:7.1f} s  {fault.kind} for {fault.outage} s, {victim}")
        self.look("before")
        getattr(self, f"_{fault.kind}")(fault)
        self._recover(fault.kind)
        self.look("after")
        self.done[fault.kind] += 1

    def _recover(self, kind: str) -> None:
        for one in self.stage.instances:
            try:
                until(one.ready, RECOVERY, f"{one.name} is not ready after {kind}")
            except TimeoutError as late:
                self.troubles.append(str(late))
        self.slowest[kind] = max(self.slowest.get(kind, 0), time.monotonic() - self.returned)

    def look(self, when: str) -> None:
        """Who has gone without being asked; the run goes on with a new one."""
        for one in self.stage.all:
            if not one.is_running:
                self.troubles.append(f"{one.name} ended by itself ({one.process.returncode}, {when} a fault)")
                one.start()

    def _kill(self, fault: Fault) -> None:
        self._away(self.stage.instances[fault.victim], fault.outage)

    def _term(self, fault: Fault) -> None:
        one = self.stage.instances[fault.victim]
        code, took = one.terminate()
        if code != 0 or took > DRAIN:
            self.troubles.append(f"{one.name} ended with {code} after {took:.1f} s of its drain")
        time.sleep(fault.outage / 4)
        self._back(one)

    def _redis(self, fault: Fault) -> None:
        self._away(self.stage.redis, fault.outage)

    def _mongo(self, fault: Fault) -> None:
        self._away(self.stage.mongo, fault.outage)

    def _nginx(self, fault: Fault) -> None:
        """Old workers cut their sockets without a word after a second."""
        self.stage.nginx.hang_up()
        time.sleep(1.5)
        self.returned = time.monotonic()
        until(lambda: answers(self.stage.ports["nginx"]), RECOVERY, "nginx is not back")

    def _pair(self, fault: Fault) -> None:
        gone = (self.stage.redis, self.stage.mongo)[fault.victim]
        gone.kill()
        self._nginx(fault)
        time.sleep(fault.outage)
        self._back(gone)

    def _away(self, one: Process, seconds: float) -> None:
        one.kill()
        time.sleep(seconds)
        self._back(one)

    def _back(self, one: Process) -> None:
        self.returned = time.monotonic()
        one.start()
