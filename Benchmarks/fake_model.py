"""A chat-completions server for load figures: streams a fixed number of tokens at a fixed pace.

It says nothing about faults (the tests have their own, in Swift); it only has to be cheap and to notice when a client
closes.
"""

import asyncio
import json
import time


class FakeModel:
    def __init__(self, tokens=50, gap=0.02):
        self.tokens = tokens
        self.gap = gap
        self.streams = 0
        self.most = 0
        self.closed_at = None

    @property
    def text(self):
        return "".join(f"w{n} " for n in range(self.tokens))

    async def start(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0, backlog=1024)
        return self.server.sockets[0].getsockname()[1]

    async def serve(self, reader, writer):
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")),
                    0,
                )
                await reader.readexactly(length)
                await self.answer(writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.closed_at = time.monotonic()
        finally:
            writer.close()

    async def answer(self, writer):
        self.streams += 1
        self.most = max(self.most, self.streams)
        try:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
            for n in range(self.tokens):
                self.event(writer, {"choices": [{"index": 0, "delta": {"content": f"w{n} "}}]})
                await writer.drain()
                await asyncio.sleep(self.gap)
            self.event(writer, {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            self.chunk(writer, b"data: [DONE]\n\n")
            self.chunk(writer, b"")
            await writer.drain()
        finally:
            self.streams -= 1

    def event(self, writer, value):
        self.chunk(writer, f"data: {json.dumps(value)}\n\n".encode())

    def chunk(self, writer, data):
        writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
