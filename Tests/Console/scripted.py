"""A server that follows a script, and a page that talks to it with the reference client.

The modules come from the real server (CONSOLE_URL), the sockets from a script here.
"""

import json
import os
import time
import unittest

import websockets

from browser import Chromium, Page

URL = os.environ.get("CONSOLE_URL", "http://127.0.0.1:8000").rstrip("/")
chromium = Chromium(os.environ.get("CONSOLE_CHROMIUM", "/usr/bin/chromium"))

START = """(async () => {
  %s
  const { RehoClient } = await import("/console/reho-client.js");
  window.heard = []; window.asked = [];
  window.chat = new RehoClient({ base: "http://127.0.0.1:%d", ticket: false,
    token: why => { asked.push(why); return "token-" + asked.length; } });
  for (const type of ["state", "turn_started", "text_delta", "turn_completed", "refused", "auth_required", "error"])
    chat.on(type, (data, frame) => heard.push([type, frame?.seq ?? data.state ?? data.code ?? null]));
  chat.start();
})()"""


def frame(kind: str, data: dict, turn: str | None = None, seq: int | None = None) -> str:
    return json.dumps({"v": 2, "type": kind, "conversationId": "c", "turnId": turn, "seq": seq, "ts": "", "data": data})


WELCOME = frame("welcome", {"user": {"name": "M"}, "conversation": {"id": "c", "title": None}, "history": [],
                            "running": None, "limits": {}})
FINAL = (1002, 1003, 1007, 1008, 1009, 4501, 4503, 4504)


def piece(seq: int, turn: str = "t") -> str:
    return frame("text_delta", {"text": f"{seq} "}, turn, seq)


def started(client_id: str | None = None, turn: str = "t") -> str:
    return frame("turn_started", {"clientMsgId": client_id, "userMessageId": "u", "message": "?"}, turn, 1)


def completed(seq: int, turn: str = "t") -> str:
    return frame("turn_completed", {"text": "", "messageId": "m", "unverified": []}, turn, seq)


class ScriptedCase(unittest.IsolatedAsyncioTestCase):
    async def serve(self, *scenes, before: str = ""):
        """One scene for each connection; a socket stays open after its scene unless that closed it."""
        self.arrivals, self.tokens, left = [], [], list(scenes)

        async def meet(socket):
            self.arrivals.append(time.monotonic())
            self.tokens.append(socket.request.headers["Sec-WebSocket-Protocol"].split("bearer.")[1])
            scene = left.pop(0) if left else None
            if scene:
                await scene(socket)
            await socket.wait_closed()

        server = await self.enterAsyncContext(websockets.serve(meet, "127.0.0.1", 0, subprotocols=["reho.v2"]))
        self.page = await self.enterAsyncContext(Page(chromium))
        await self.page.open(f"{URL}/console#/admin")
        await self.page.until("document.documentElement.dataset.ready")
        await self.page.js(START % (before, server.sockets[0].getsockname()[1]))

    async def heard(self, kind: str) -> list:
        return [what for name, what in await self.page.js("heard") if name == kind]
