"""The Python client against a scripted server: gaps, refusals, and every close code of the document."""

import asyncio
import json
import pathlib
import sys
import time
import typing
import unittest

import websockets

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "clients/python"))

from document import document, messages
from reho import Reho
from reho.turn import EventType, pause

COME_BACK = {one["code"]: one["comeBack"] for one in document()["x-closeCodes"]}


def frame(kind: str, data: dict, turn: str | None = None, seq: int | None = None) -> str:
    return json.dumps({"v": 2, "type": kind, "conversationId": "c", "turnId": turn, "seq": seq, "ts": "", "data": data})


WELCOME = frame("welcome", {"conversation": {"id": "c"}, "history": [], "running": None})
DONE = frame("turn_completed", {"text": "", "messageId": "m", "unverified": []}, "t", 3)


def piece(seq: int) -> str:
    return frame("text_delta", {"text": str(seq)}, "t", seq)


def started(client_id: str | None = None) -> str:
    return frame("turn_started", {"clientMsgId": client_id, "userMessageId": "u", "message": "?"}, "t", 1)


def error(code: str, **more) -> str:
    return frame("error", {"code": code, "message": "", "retryable": False, **more})


class ClientTest(unittest.IsolatedAsyncioTestCase):
    async def serve(self, *scenes, ticket: bool = False) -> Reho:
        """One scene for each connection; a socket stays open after its scene unless that closed it."""
        self.arrivals, self.tokens, self.asked, left = [], [], [], list(scenes)

        async def meet(socket):
            self.arrivals.append(time.monotonic())
            self.tokens.append(socket.request.headers["Sec-WebSocket-Protocol"].split("bearer.")[1])
            scene = left.pop(0) if left else None
            if scene:
                await scene(socket)
            await socket.wait_closed()

        def token(why):
            self.asked.append(why)
            return f"token-{len(self.asked)}"

        server = await self.enterAsyncContext(websockets.serve(meet, "127.0.0.1", 0, subprotocols=["reho.v2"]))
        port = server.sockets[0].getsockname()[1]
        self.heard: list = []
        return await self.enterAsyncContext(Reho(f"http://127.0.0.1:{port}", token, ticket=ticket))

    async def until(self, chat: Reho, *wanted):
        """Listens until an event of a type, or a state, has come."""
        async with asyncio.timeout(15):
            async for event in chat:
                self.heard.append(event)
                if event.type in wanted or (event.type == "state" and event.data["state"] in wanted):
                    return event

    def told(self, kind: str) -> list:
        return [event.seq for event in self.heard if event.type == kind]

    async def test_a_gap_is_asked_for_again_and_nothing_is_told_twice(self):
        asked = []

        async def scene(socket):
            for text in (WELCOME, started(), piece(2), piece(2), piece(4), piece(5)):
                await socket.send(text)
            asked.append(json.loads(await socket.recv()))
            for text in (piece(3), piece(4), piece(5), frame("turn_completed", {"text": ""}, "t", 6)):
                await socket.send(text)

        await self.until(await self.serve(scene), "turn_completed")
        self.assertEqual(asked, [{"type": "resume", "turnId": "t", "afterSeq": 2}])
        self.assertEqual(self.told("text_delta"), [2, 3, 4, 5])

    async def test_a_turn_is_resumed_at_once_after_a_slow_line_was_closed(self):
        asked = []

        async def first(socket):
            for text in (WELCOME, started(), piece(2)):
                await socket.send(text)
            await socket.close(4408, "too slow")

        async def second(socket):
            await socket.send(WELCOME)
            asked.append(json.loads(await socket.recv()))
            await socket.send(DONE)

        await self.until(await self.serve(first, second), "turn_completed")
        self.assertEqual(asked, [{"type": "resume", "turnId": "t", "afterSeq": 2}])
        self.assertLess(self.arrivals[1] - self.arrivals[0], 1)

    async def test_a_question_is_kept_until_its_turn_begins(self):
        said = []

        async def first(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))
            await socket.close(1011)

        async def second(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))
            await socket.send(error("rate_limited", retryable=True, retryAfterMs=200))
            said.append(json.loads(await socket.recv()))
            for text in (started(said[-1]["clientMsgId"]), piece(2), DONE):
                await socket.send(text)

        chat = await self.serve(first, second)
        await chat.send("Hello")
        await self.until(chat, "turn_completed")
        self.assertEqual([one["message"] for one in said], ["Hello"] * 3)
        self.assertEqual(len({one["clientMsgId"] for one in said}), 1)
        self.assertEqual(chat.pending, [])

    async def test_a_refused_question_is_told_and_the_next_one_goes(self):
        said = []

        async def scene(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))
            await socket.send(error("conflict", clientMsgId=said[0]["clientMsgId"]))
            said.append(json.loads(await socket.recv()))

        chat = await self.serve(scene)
        await chat.send("One")
        await chat.send("Two")
        refused = await self.until(chat, "refused")
        await asyncio.sleep(0.1)
        self.assertEqual(refused.data["message_sent"], "One")
        self.assertEqual([one["message"] for one in said], ["One", "Two"])

    async def test_an_answer_that_cannot_be_replayed_frees_the_line(self):
        said = []

        async def scene(socket):
            for text in (WELCOME, started(), piece(4)):
                await socket.send(text)
            await socket.recv()
            gone = {"code": "resume_unavailable", "message": "", "retryable": False, "state": "complete", "text": "All"}
            await socket.send(frame("error", gone, "t"))
            said.append(json.loads(await socket.recv()))

        chat = await self.serve(scene)
        await self.until(chat, "error")
        await chat.send("Next")
        await asyncio.sleep(0.1)
        self.assertEqual([one["message"] for one in said], ["Next"])

    async def test_a_resume_that_is_refused_for_now_is_asked_for_again(self):
        said = []

        async def scene(socket):
            for text in (WELCOME, started(), piece(4)):
                await socket.send(text)
            said.append(json.loads(await socket.recv()))
            later = {"code": "temporarily_unavailable", "message": "", "retryable": True, "retryAfterMs": 50}
            await socket.send(frame("error", later))
            said.append(json.loads(await socket.recv()))

        await self.serve(scene)
        for _ in range(200):
            if len(said) == 2:
                break
            await asyncio.sleep(0.05)
        self.assertEqual([one["type"] for one in said], ["resume", "resume"])

    async def test_codes_after_which_nobody_comes_back(self):
        for code in [code for code, back in COME_BACK.items() if back == "never" and code != 1000]:
            async def scene(socket, code=code):
                await socket.close(code, "no")

            closed = await self.until(await self.serve(scene), "closed")
            await asyncio.sleep(0.1)
            self.assertEqual((closed.data["code"], len(self.arrivals)), (code, 1))

    async def test_a_token_function_that_fails_is_heard_of(self):
        def token(why):
            raise KeyError(why)

        self.heard = []
        async with Reho("http://127.0.0.1:1", token) as chat:
            with self.assertRaises(KeyError):
                await self.until(chat, "closed")

    def test_types_of_events(self):
        self.assertEqual(set(typing.get_args(EventType)), set(messages("send")) | {"state", "refused"})

    def test_codes_and_waits(self):
        for code, back in COME_BACK.items():
            first, fifth = pause(code, 0, None, lambda: 1), pause(code, 5, None, lambda: 1)
            if back in ("at once", "with a new token"):
                self.assertEqual((first, fifth), (0.05, 15), code)
            elif back == "after 5 seconds at least":
                self.assertEqual((first, fifth), (5, 15), code)
            elif back != "never":
                self.assertEqual((first, fifth), (0.5, 15), code)
            self.assertEqual(pause(code, 3, 2.0, lambda: 0), 2.0)

    async def test_an_expired_token_is_replaced(self):
        async def scene(socket):
            await socket.send(WELCOME)
            await socket.close(4401, "token expired")

        async def second(socket):
            await socket.send(WELCOME)
            await socket.send(frame("auth_required", {}))
            said.append(json.loads(await socket.recv()))

        said = []
        await self.until(await self.serve(scene, second), "auth_required")
        await asyncio.sleep(0.1)
        self.assertEqual(self.tokens, ["token-1", "token-2"])
        self.assertEqual(self.asked, ["no_token", "expired", "expired"])
        self.assertEqual(said, [{"type": "auth", "token": "token-3"}])

    async def test_a_draining_server_says_when_to_come_back(self):
        async def scene(socket):
            await socket.send(WELCOME)
            await socket.send(frame("server_draining", {"reconnectAfterMs": 900}))
            await socket.close(1012)

        async def second(socket):
            await socket.send(WELCOME)

        chat = await self.serve(scene, second)
        await self.until(chat, "server_draining")
        await self.until(chat, "open")
        self.assertGreater(self.arrivals[1] - self.arrivals[0], 0.88)

    async def test_erased_data_is_forgotten(self):
        async def scene(socket):
            for text in (WELCOME, started(), piece(2)):
                await socket.send(text)
            await socket.close(4505)

        async def second(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))

        said = []
        chat = await self.serve(scene, second)
        await chat.send("Kept?")
        await self.until(chat, "waiting")
        self.assertEqual((chat.pending, chat.turn), ([], None))
        await chat.send("New")
        await self.until(chat, "open")
        await asyncio.sleep(0.1)
        self.assertEqual([one["message"] for one in said], ["New"])


if __name__ == "__main__":
    unittest.main(verbosity=1)
