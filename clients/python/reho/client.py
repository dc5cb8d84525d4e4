"""One line to the server that comes back by itself, and the questions that wait for it."""

from __future__ import annotations

import asyncio
import json
import urllib.parse
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import websockets
from websockets.asyncio.client import ClientConnection, connect

from .door import AskToken, Door, Refused
from .turn import FINAL, TERMINAL, Event, EventType, Pending, Place, pause

LOST, NO_HEARTBEAT = 1006, 4409
STEADY_AFTER, USUAL_RETRY = 5.0, 2.0


@dataclass
class Reho:
    """One person's line to one conversation. It comes back by itself; `async for` ends when it may not."""

    base: str
    token: str | AskToken
    conversation_id: str = ""
    ticket: bool = True
    pending: list[Pending] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.base = self.base.rstrip("/")
        self.door = Door(self.base, self.token)
        self.place = Place()
        self._events: asyncio.Queue[Event | None] = asyncio.Queue()
        self._socket: ClientConnection | None = None
        self._opened_at = 0.0
        self._tries, self._hint = 0, None
        self._is_resuming, self._task, self._retry = False, None, None

    async def __aenter__(self) -> Reho:
        self._task = asyncio.create_task(self._stay())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def __aiter__(self) -> AsyncIterator[Event]:
        while (event := await self._events.get()) is not None:
            yield event
        # What broke it, a token function that failed for instance, is the caller's to know.
        for ended in await asyncio.gather(self._task, return_exceptions=True) if self._task else ():
            if isinstance(ended, Exception):
                raise ended

    @property
    def turn(self) -> str | None:
        """The turn that runs."""
        return self.place.id

    async def close(self) -> None:
        if self._retry:
            self._retry.cancel()
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._events.put_nowait(None)

    # What a person does. All but `send` give False where there is no line.

    async def send(self, message: str, client_id: str | None = None) -> str:
        """Asks; gives the id under which the question is kept."""
        one = Pending(client_id or str(uuid.uuid4()), message)
        self.pending.append(one)
        await self._flush()
        return one.clientMsgId

    async def stop(self) -> bool:
        return await self.say("stop", turnId=self.turn)

    async def regenerate(self, message_id: str) -> bool:
        return await self.say("regenerate", messageId=message_id)

    async def decide(self, proposal_id: str, is_yes: bool) -> bool:
        return await self.say("confirm" if is_yes else "reject", proposalId=proposal_id)

    async def answer(self, question_id: str, value: str | float | list[str] | None = None) -> bool:
        return await self.say("answer", questionId=question_id, value=value)

    async def say(self, type: str, **fields: Any) -> bool:
        """Any other frame of the protocol; fields that are None are left out."""
        if not self._socket or not self._opened_at:
            return False
        frame = {"type": type, **{key: value for key, value in fields.items() if value is not None}}
        try:
            await self._socket.send(json.dumps(frame))
        except websockets.ConnectionClosed:
            return False
        return True

    async def conversations(self, limit: int | None = None, after: str | None = None) -> list[dict[str, Any]]:
        return await self.door.call("GET", "/chat/conversations", limit=limit, after=after)

    async def messages(self, before: str | None = None, limit: int | None = None) -> dict[str, Any]:
        """One page of this conversation, oldest first; its `before` leads to the page before."""
        name = urllib.parse.quote(self.conversation_id, safe="")
        return await self.door.call("GET", f"/chat/conversations/{name}/messages", before=before, limit=limit)

    # The line.

    async def _stay(self) -> None:
        try:
            while True:
                self._tell("state", {"state": "connecting"})
                code, words, wait = await self._once()
                if code == 4401:
                    self.door.forget()
                if code == 4505:
                    self.place.leave()
                    self.pending.clear()
                if code in FINAL:
                    return self._tell("state", {"state": "closed", "code": code, "words": words})
                seconds = pause(code, self._tries, self._hint if wait is None else wait)
                self._tries, self._hint = self._tries + 1, None
                self._tell("state", {"state": "waiting", "code": code, "words": words, "seconds": seconds})
                await asyncio.sleep(seconds)
        finally:
            self._events.put_nowait(None)

    async def _once(self) -> tuple[int, str, float | None]:
        """One line from its opening to its end; gives how it ended and how long the server wants us to stay away."""
        try:
            address, protocols = await self._address()
            # Its pings notice a dead line within half a minute.
            line = connect(address, subprotocols=protocols, max_size=None, ping_interval=20, ping_timeout=10)
            async with line as self._socket:
                async for text in self._socket:
                    await self._receive(json.loads(text))
            return self._ended(self._socket.close_code or LOST), self._socket.close_reason or "", None
        except Refused as refusal:
            return refusal.code, str(refusal), refusal.wait
        except websockets.ConnectionClosed as closed:
            return self._ended(self._code(closed)), closed.rcvd.reason if closed.rcvd else "", None
        except (OSError, websockets.InvalidHandshake, TimeoutError, EOFError) as problem:
            return LOST, str(problem), None
        finally:
            self._socket, self._opened_at, self._is_resuming = None, 0.0, False

    @staticmethod
    def _code(closed: websockets.ConnectionClosed) -> int:
        if closed.rcvd:
            return closed.rcvd.code
        # 1011 of ours: a ping was not answered.
        return NO_HEARTBEAT if closed.sent and closed.sent.code == 1011 else LOST

    def _ended(self, code: int) -> int:
        if self._opened_at and asyncio.get_running_loop().time() - self._opened_at > STEADY_AFTER:
            self._tries = 0
        return code

    async def _address(self) -> tuple[str, list[str]]:
        query = {"conversation_id": self.conversation_id} if self.conversation_id else {}
        protocols = ["reho.v2"]
        if self.ticket:
            query["ticket"] = await self.door.ticket()
        else:
            protocols.append(f"bearer.{await self.door.current()}")
        return f"{self.base.replace('http', 'ws', 1)}/chat/ws?{urllib.parse.urlencode(query)}", protocols

    # What comes in.

    async def _receive(self, frame: dict[str, Any]) -> None:
        event = Event(frame["type"], frame["data"], frame["turnId"], frame["seq"], frame["conversationId"])
        if event.seq is not None:
            return await self._in_turn(event)
        self._events.put_nowait(event)
        if event.type == "welcome":
            await self._welcomed(event)
        elif event.type == "server_draining":
            self._hint = event.data["reconnectAfterMs"] / 1_000
        elif event.type == "auth_required":
            if token := await self.door.fresh("expired"):
                await self.say("auth", token=token)
        elif event.type == "resync" and event.data["turnId"] == self.turn:
            await self._resume()
        elif event.type == "error":
            await self._refused(event)

    async def _welcomed(self, event: Event) -> None:
        self.conversation_id = event.data["conversation"]["id"] or self.conversation_id
        self._opened_at, self._hint = asyncio.get_running_loop().time(), None
        self._tell("state", {"state": "open"})
        if running := event.data["running"]:
            self.place.join(running["turnId"])
        await self._resume()
        await self._flush()

    async def _in_turn(self, event: Event) -> None:
        what = self.place.take(event.type, event.turn_id, event.seq)
        if what == "gap":
            return await self._resume()
        if what == "drop":
            return
        self._is_resuming = False
        if event.type == "turn_started":
            self._acknowledge(event.data["clientMsgId"])
        self._events.put_nowait(event)
        if event.type in TERMINAL:
            await self._flush()

    async def _resume(self) -> None:
        if self.turn and not self._is_resuming:
            self._is_resuming = await self.say("resume", turnId=self.turn, afterSeq=self.place.seq)

    async def _refused(self, event: Event) -> None:
        data = event.data
        if data["code"] == "resume_unavailable" or (data["code"] == "not_found" and self._is_resuming):
            # The stored text stands for the frames. One that runs elsewhere is not over: a resync will tell.
            self._is_resuming = False
            if data.get("state") != "partial":
                self.place.leave(event.turn_id)
        elif data["retryable"]:
            return self._again(data)
        elif lost := self._acknowledge(data.get("clientMsgId")):
            self._tell("refused", {**data, "message_sent": lost.message})
        await self._flush()

    def _acknowledge(self, client_id: str | None) -> Pending | None:
        lost = next((one for one in self.pending if one.clientMsgId == client_id), None)
        if lost:
            self.pending.remove(lost)
        return lost

    def _again(self, data: dict[str, Any]) -> None:
        """What was refused for now is said again: a question, or the wish to resume."""
        is_resume = self._is_resuming and not data.get("clientMsgId")
        if is_resume:
            self._is_resuming = False

        async def later() -> None:
            await asyncio.sleep(data.get("retryAfterMs", USUAL_RETRY * 1_000) / 1_000)
            await (self._resume() if is_resume else self._flush())

        if self._retry:
            self._retry.cancel()
        self._retry = asyncio.create_task(later())

    async def _flush(self) -> None:
        """The oldest question goes out once nothing runs, so that answers keep the order of the questions."""
        if self.pending and not self.turn:
            await self.say("send", **vars(self.pending[0]))

    def _tell(self, type: EventType, data: Any) -> None:
        self._events.put_nowait(Event(type, data))
