"""The Python client over a real server and a line that is cut again and again."""

import asyncio
import pathlib
import random
import sys
import unittest
import uuid
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "clients/python"))

from proxy import CuttingProxy
from reho import Reho
from server import LEAVING, MAYA, OTHER, Server

LONG = "How do I pay off my debts fastest? Compare the ways."
SEED = 7


def setUpModule():
    global server
    server = Server().start()


def tearDownModule():
    server.stop()


class CutTest(unittest.IsolatedAsyncioTestCase):
    async def answers(self, chat: Reho, count: int) -> list[list]:
        """The frames of so many turns."""
        turns, frames = [], []
        async with asyncio.timeout(60):
            async for event in chat:
                self.assertNotEqual((event.type, event.data.get("state") if event.type == "state" else ""), ("state", "closed"))
                if event.seq is not None:
                    frames.append(event)
                if event.type in ("turn_completed", "turn_failed", "turn_stopped"):
                    turns.append(frames)
                    frames = []
                if len(turns) == count:
                    return turns
        raise AssertionError("the line ended")

    async def test_an_answer_is_whole_however_often_the_line_is_cut(self):
        dice = random.Random(SEED)
        cuts = [dice.randint(200, 9_000) for _ in range(12)]
        proxy = CuttingProxy(server.port, cuts)
        base = f"http://127.0.0.1:{await proxy.start()}"
        chat = Reho(base, lambda why: server.token(MAYA), str(uuid.uuid4()))
        # Waits are tested elsewhere.
        self.enterContext(mock.patch("reho.client.pause", lambda *_: 0.05))
        async with chat:
            ids = [await chat.send(words) for words in (LONG, "What is left this month?", "Where did my money go?")]
            turns = await self.answers(chat, 3)
            page = await chat.messages()
        self.assertEqual([one[0].data["clientMsgId"] for one in turns], ids)
        stored = [one["content"] for one in page["messages"] if one["role"] == "assistant"][-3:]
        for frames, text in zip(turns, stored):
            self.assertEqual([one.seq for one in frames], list(range(1, len(frames) + 1)))
            self.assertEqual("".join(one.data["text"] for one in frames if one.type == "text_delta"), text)
            self.assertEqual(frames[-1].data["text"], text)
        self.assertEqual([one["content"] for one in page["messages"]].count(LONG), 1)
        self.assertGreaterEqual(proxy.count, 6)
        print(f"\nfigure client {proxy.count} cuts, {sum(map(len, turns))} frames, each once and in order")

    async def test_a_token_refused_at_the_ticket_is_replaced(self):
        asked = []

        def token(why):
            asked.append(why)
            return "an.old.token" if why == "no_token" else server.token(OTHER)

        async with Reho(server.url, token, str(uuid.uuid4())) as chat:
            await chat.send("What is left this month?")
            await self.answers(chat, 1)
            self.assertEqual(len(await chat.conversations(limit=1)), 1)
        self.assertEqual(asked, ["no_token", "expired"])

    async def test_without_a_good_token_it_ends_and_says_so(self):
        chat = Reho(server.url, "an.old.token")
        async with chat:
            states = [event.data async for event in chat if event.type == "state"]
        self.assertEqual((states[-1]["state"], states[-1]["code"]), ("closed", 4501))

    async def test_a_newer_token_is_brought_in_time(self):
        lives = iter(["2s", "1h"])
        async with Reho(server.url, lambda why: server.token(OTHER, next(lives)), str(uuid.uuid4()), ticket=False) as chat:
            async with asyncio.timeout(20):
                async for event in chat:
                    if event.type == "auth_ok":
                        break

    async def test_after_an_erasure_it_begins_anew(self):
        async with Reho(server.url, server.token(LEAVING), ticket=False) as chat:
            seen = []
            async with asyncio.timeout(20):
                async for event in chat:
                    seen.append(event.data.get("code") if event.type == "state" else event.type)
                    if seen.count("welcome") == 1 and event.type == "welcome":
                        await asyncio.to_thread(server.ask, "DELETE", "/me/data", server.token(LEAVING))
                    if seen.count("welcome") == 2:
                        break
        self.assertIn(4505, seen)


if __name__ == "__main__":
    unittest.main(verbosity=1)
