"""A chat-completions server on loopback that streams what one of the characters says."""

import asyncio
import hashlib
import json

from characters import CHARACTERS

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
MODELS = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n{"object":"list","data":[]}'
PIECE = 24
LONGEST_REQUEST = 1 << 20


class FakeProvider:
    """`character` is who answers from now on; `rules` tells one version of the prompt's rules from another."""

    def __init__(self):
        self.character = "diligent"
        self.requests = 0
        self.rules = None

    async def start(self):
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=LONGEST_REQUEST)
        return self.server.sockets[0].getsockname()[1]

    async def _serve(self, reader, writer):
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = self._length(head)
                body = await reader.readexactly(length) if length <= LONGEST_REQUEST else b""
                if head.startswith(b"GET"):
                    writer.write(MODELS)
                else:
                    self._answer(json.loads(body), writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    @staticmethod
    def _length(head):
        lines = head.lower().split(b"\r\n")
        return next((int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length")), 0)

    def _answer(self, request, writer):
        self.requests += 1
        self.rules = hashlib.sha256(request["messages"][0]["content"].encode()).hexdigest()[:12]
        reply = CHARACTERS[self.character](request)
        writer.write(HEAD)
        for place in range(0, len(reply.text), PIECE):
            self._event(writer, {"content": reply.text[place:place + PIECE]})
        for place, (name, arguments) in enumerate(reply.calls):
            function = {"name": name, "arguments": json.dumps(arguments)}
            call = {"index": place, "id": f"call_{self.requests}_{place}", "type": "function"}
            self._event(writer, {"tool_calls": [call | {"function": function}]})
        self._event(writer, {}, "tool_calls" if reply.calls else "stop")
        self._usage(writer, request, reply)
        self._chunk(writer, b"data: [DONE]\n\n")
        self._chunk(writer, b"")

    def _usage(self, writer, request, reply):
        prompt, said = len(json.dumps(request["messages"])) // 4, max(1, len(reply.text) // 4)
        usage = {"prompt_tokens": prompt, "completion_tokens": said, "total_tokens": prompt + said}
        self._send(writer, {"choices": [], "model": self.character, "usage": usage})

    def _event(self, writer, delta, reason=None):
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        self._send(writer, {"model": self.character, "choices": [choice]})

    def _send(self, writer, value):
        self._chunk(writer, b"data: " + json.dumps(value).encode() + b"\n\n")

    @staticmethod
    def _chunk(writer, data):
        writer.write(b"%x\r\n%s\r\n" % (len(data), data))
