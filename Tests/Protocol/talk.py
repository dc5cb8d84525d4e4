"""A socket whose every frame is judged by the document, both ways."""

import asyncio
import json

import websockets

from document import faults


class Talk:
    """`seen` gathers the types that came, of all sockets together."""

    seen: dict[str, set[str]] = {"send": set(), "sendLegacy": set()}
    codes: set[int] = set()

    def __init__(self, socket, is_legacy: bool = False):
        self.socket, self.said = socket, "sendLegacy" if is_legacy else "send"
        self.asked = "receiveLegacy" if is_legacy else "receive"
        self.frames: list[dict] = []

    @classmethod
    async def open(cls, server, token: str | None = None, query: str = "", is_legacy: bool = False, **options):
        protocols = None if is_legacy else ["reho.v2", *([f"bearer.{token}"] if token else [])]
        address = f"ws://127.0.0.1:{server.port}/chat/ws?{query}"
        return cls(await websockets.connect(address, subprotocols=protocols, max_size=None, **options), is_legacy)

    async def next(self, *types: str, seconds: float = 20) -> dict:
        """The next frame of one of these types; whatever comes before it is judged too."""
        while True:
            frame = json.loads(await asyncio.wait_for(self.socket.recv(), seconds))
            found = faults(self.said, frame)
            assert not found, f"{json.dumps(frame)[:600]}\n{found}"
            self.seen[self.said].add(frame["type"])
            self.frames.append(frame)
            if not types or frame["type"] in types:
                return frame

    async def say(self, frame):
        found = faults(self.asked, frame)
        assert not found, f"{frame}: {found}"
        await self.socket.send(frame if isinstance(frame, str) else json.dumps(frame))

    async def ask(self, words: str, number: str) -> dict:
        """One whole turn; gives its last frame."""
        await self.say({"type": "send", "clientMsgId": number, "message": words})
        return await self.next("turn_completed", "turn_stopped", "turn_failed", seconds=30)

    async def code(self, seconds: float = 10) -> int:
        """Hears the rest; gives the code with which the server closes."""
        try:
            while True:
                await self.next(seconds=seconds)
        except websockets.ConnectionClosed as closed:
            self.codes.add(closed.rcvd.code)
            return closed.rcvd.code

    async def close(self):
        await self.socket.close()
