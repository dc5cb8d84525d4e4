"""Plays the cases one after the other and judges each answer."""

import asyncio
import time
from collections import defaultdict

from cases import CHARACTERS
from client import Conversation
from judge import judge
from report import Result
from truth import Truth

LONGEST_RUN = {"fake": 240, "real": 1800}
LONGEST_CASE = {"fake": 90, "real": 240}
AT_ONCE = 10
PHASES = (*CHARACTERS, "model")


class Player:
    """Holds the conversations with one server; `fake` is None beside a real provider.

    Who answers is the same for all conversations of a phase; in one they are held side by side, those of one person
    one after the other.
    """

    def __init__(self, server, store, fake):
        self.server, self.store, self.fake = server, store, fake
        self.kind = "fake" if fake else "real"
        self.truths, self.models = {}, {}
        self.turns, self.seats = defaultdict(asyncio.Lock), asyncio.Semaphore(AT_ONCE)

    async def play(self, cases):
        """Every case with each of its characters, until the time of a run is over; in the order of the cases."""
        deadline = time.monotonic() + LONGEST_RUN[self.kind]
        writers = {case.person for case in cases if case.writes}
        before = self.store.everyone(besides=writers)
        phases = {character: [case for case in cases if character in self._cast(case)] for character in PHASES}
        results = [result for character, chosen in phases.items()
                   for result in await self._phase(character, chosen, deadline)]
        places = {case.id: place for place, case in enumerate(cases)}
        bystanders = Result("hostile", "nobody-else-is-written", "all", "everyone")
        if before != self.store.everyone(besides=writers):
            bystanders.faults.append("records changed of somebody who confirmed nothing")
        return sorted(results, key=lambda result: places[result.case]) + [bystanders]

    async def _phase(self, character, cases, deadline):
        if self.fake:
            self.fake.character = character
        return await asyncio.gather(*(self._seated(case, character, deadline) for case in cases))

    def _cast(self, case):
        """A real model plays all characters but the built-in coach."""
        played = (name if self.fake or name == "coach" else "model" for name in case.characters)
        return set(played)

    async def _seated(self, case, character, deadline):
        async with self.turns[case.person], self.seats:
            return await self._judged(case, character, deadline)

    async def _judged(self, case, character, deadline):
        result = Result(case.area, case.id, character, str(case.person))
        try:
            async with asyncio.timeout(max(0, min(LONGEST_CASE[self.kind], deadline - time.monotonic()))):
                await self._converse(case, character, result)
        except TimeoutError:
            result.faults.append("took too long")
        except Exception as error:
            result.faults.append(f"{type(error).__name__}: {error}")
        return result

    async def _converse(self, case, character, result):
        self._agree(case.person, character != "coach")
        before = self.store.of(case.person)
        origin = {place: self._truth(case.person).value(place) for turn in case.turns
                  for place in turn.expects.get("changes", ())}
        typed = ""
        async with Conversation(self.server, case.person) as conversation:
            for turn in case.turns:
                typed += f"\n{turn.say or turn.do}"
                answer = await (conversation.act(turn.do) if turn.say is None else conversation.say(turn.say))
                if case.writes:
                    self.truths.pop(case.person, None)
                truth = self._truth(case.person)
                truth.origin = origin
                result.take(turn.say or str(turn.do), answer)
                result.faults += judge(turn, answer, truth, typed=typed, character=character)
        if not case.writes and before != self.store.of(case.person):
            result.faults.append("the records changed without a yes")
            self.truths.pop(case.person, None)

    def _agree(self, person, model):
        """The coach answers whoever does not agree to a model."""
        if self.models.get(person, True) != model:
            self.server.ask(person, "/me/choices", {"model": model})
            self.models[person] = model

    def _truth(self, person):
        return self.truths.setdefault(person, Truth(self.server, person))
