"""One person who asks one question after the other over the repository's own client, and writes down what came."""

import asyncio
import pathlib
import sys
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "clients/python"))

import reho.turn
from book import Book
from model import question
from reho import Reho

# Twenty questions a minute are allowed; an honest client stays under it.
PACE = 3.2
# A turn of which nothing is heard for so long, on an open line, is stuck: P6 promises an end within ten seconds.
PATIENCE = 15.0
# Longest without any line, and longest of all; then the service is gone and not only hurt.
LONGEST_OUTAGE, LONGEST = 60.0, 90.0
# How long a client waits between tries is tested elsewhere; here it only costs load.
reho.turn.LONGEST_WAIT = 2.0


class Line(Reho):
    """Shows what comes in before the client has put it in order."""

    book: Book

    async def _receive(self, frame) -> None:
        await super()._receive(frame)
        self.book.heard_raw(frame)


class Asker:
    """A line of its own, or several one after the other when the service told one never to come back."""

    def __init__(self, number: int, base: str, token: str, user: str, has_ticket: bool):
        self.number, self.base, self.token, self.has_ticket = number, base, token, has_ticket
        self.book = Book(user, str(uuid.uuid4()))
        self.is_open, self.is_shut, self.opened, self.count = False, False, 0.0, 0

    async def run(self, over: asyncio.Event) -> None:
        while not over.is_set():
            line = Line(self.base, lambda why: self.token, self.book.conversation, ticket=self.has_ticket)
            line.book, self.is_shut, self.is_open = self.book, False, False
            self.book.begin_anew()
            async with line:
                listening = asyncio.create_task(self._listen(line))
                await self._ask_on(line, over)
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
            await asyncio.sleep(PACE if self.is_shut else 0)

    async def _listen(self, line: Line) -> None:
        async for event in line:
            if event.type == "state":
                self._stands(event.data)
            self.book.heard(event)

    def _stands(self, state: dict) -> None:
        self.is_open = state["state"] == "open"
        self.is_shut = state["state"] == "closed"
        if self.is_open:
            self.opened = time.monotonic()
        if self.is_shut:
            self.book.barred.append(state["code"])

    async def _ask_on(self, line: Line, over: asyncio.Event) -> None:
        """Until all is over, or this line is of no more use."""
        while not over.is_set() and not self.is_shut:
            begun = time.monotonic()
            one = self.book.ask(str(uuid.uuid4()), question(self.number, self.count))
            self.count += 1
            await line.send(one.text, one.id)
            await self._settled(one)
            if one.gave_up:
                return
            while not over.is_set() and time.monotonic() < begun + PACE:
                await asyncio.sleep(0.1)

    async def _settled(self, one) -> None:
        begun = time.monotonic()
        while one.end is None and not one.gave_up:
            await asyncio.sleep(0.05)
            if self.is_shut:
                one.gave_up, one.is_barred = f"barred with {self.book.barred[-1]}", True
            silence = time.monotonic() - max(one.moved, self.opened)
            if time.monotonic() > begun + LONGEST:
                one.gave_up = f"no end in {LONGEST:.0f} s, {one.last} last"
            elif silence > (PATIENCE if self.is_open else LONGEST_OUTAGE):
                touch = "in touch" if self.is_open else "no line"
                one.gave_up = f"{touch}, nothing for {silence:.0f} s after {one.last}"
