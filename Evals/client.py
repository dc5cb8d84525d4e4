"""One conversation over a real socket in `reho.v2`, and each answer as what was shown."""

import asyncio
import json
import secrets
import time
from dataclasses import dataclass, field

import websockets
from server import person_id, token

TURN_WAIT = 60
MOST_WAITS = 2
ENDINGS = ("turn_completed", "turn_stopped", "turn_failed")


@dataclass
class Answer:
    """Everything one act of the person led to."""
    text: str = ""
    tools: list = field(default_factory=list)
    cards: list = field(default_factory=list)
    sources: list = field(default_factory=list)
    flows: list = field(default_factory=list)
    unverified: list = field(default_factory=list)
    usage: dict = None
    error: str = None
    milliseconds: int = 0

    def take(self, frame):
        kind, data = frame["type"], frame.get("data") or {}
        if kind == "tool_finished":
            self.tools.append((data["name"], data["ok"]))
        elif kind == "card":
            self.cards.append(data)
        elif kind == "sources":
            self.sources += data
        elif kind == "usage":
            self.usage = data
        elif kind.startswith("flow_"):
            self.flows.append({"type": kind, **data})
        elif kind in ENDINGS:
            self.text, self.unverified = data.get("text", ""), data.get("unverified", [])
            self.error = None if kind == "turn_completed" else data.get("code", kind)
        elif kind == "error":
            self.error = data.get("code", "error")


class Conversation:
    """A new conversation of a person; `async with` it."""

    def __init__(self, server, person):
        query = f"conversation_id={secrets.token_hex(12)}"
        self.socket = websockets.connect(
            f"ws://127.0.0.1:{server.port}/chat/ws?{query}",
            subprotocols=["reho.v2", f"bearer.{token(person_id(person))}"], compression=None, max_queue=None,
            open_timeout=20, close_timeout=2, ping_interval=None)
        self.proposal = self.question = None

    async def __aenter__(self):
        self.live = await self.socket.__aenter__()
        await self._until("welcome")
        return self

    async def __aexit__(self, *failure):
        await self.socket.__aexit__(*failure)

    async def say(self, words):
        """A typed message; one refused as too quick is sent again when the server says it may."""
        for _ in range(MOST_WAITS):
            answer, wait = await self._play(
                {"type": "send", "clientMsgId": secrets.token_hex(8), "message": words}, ENDINGS + ("error",))
            if not wait:
                break
            await asyncio.sleep(wait)
        return answer

    async def act(self, frame):
        """A frame that is no message: a confirm, an answer to a question, a move in a flow."""
        frame = dict(frame)
        if frame["type"] in ("confirm", "reject"):
            frame.setdefault("proposalId", self.proposal)
        if frame["type"] == "answer":
            frame.setdefault("questionId", self.question)
        ends = ("card", "flow_step", "flow_started", "flow_done", "error")
        return (await self._play(frame, ends))[0]

    async def _play(self, frame, ends):
        answer, start = Answer(), time.monotonic()
        await self.live.send(json.dumps(frame))
        last = await self._until(*ends, into=answer)
        answer.milliseconds = round((time.monotonic() - start) * 1000)
        self._remember(answer)
        refused = last["type"] == "error" and answer.error == "rate_limited"
        return answer, (last["data"].get("retryAfterMs", 0) / 1000 if refused else 0)

    async def _until(self, *kinds, into=None):
        async with asyncio.timeout(TURN_WAIT):
            while True:
                frame = json.loads(await self.live.recv())
                if into is not None:
                    into.take(frame)
                if frame["type"] in kinds:
                    return frame

    def _remember(self, answer):
        for card in answer.cards:
            self.proposal = card["data"].get("proposalId", self.proposal)
        for flow in answer.flows:
            self.question = (flow.get("question") or {}).get("id", self.question)
