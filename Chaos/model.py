"""A model whose answer is a pure function of the question, so that everybody knows the right one."""

import asyncio
import hashlib
import json
import re
from collections import Counter

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
MODELS = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n{"object":"list","data":[]}'
# Words that mean nothing to a chat about money: no numbers, no wishes, nothing to be checked or rewritten.
WORDS = ("amber basil cedar clover coral dahlia ember fennel garnet hazel iris jasper juniper lilac maple nettle olive "
         "pebble quartz raven sable saffron sorrel tansy teal thistle umber violet willow yarrow").split()
QUESTION = re.compile(r"Tell a tale of ([a-z ]+)\.")
SENTENCES, LENGTH = 6, 5


def words(seed: str, count: int) -> list[str]:
    digest = hashlib.sha256(seed.encode()).digest()
    return [WORDS[byte % len(WORDS)] for byte in digest[:count]]


def question(client: int, number: int) -> str:
    """Unlike any other of a run: the words spell both numbers."""
    base = len(WORDS)
    digits = [client % base, client // base % base, number % base, number // base % base]
    return f"Tell a tale of {' '.join(WORDS[digit] for digit in digits)}."


def answer(asked: str) -> str:
    """A few sentences, since what a model says is shown a sentence at a time."""
    lines = (" ".join(words(f"{asked} {line}", LENGTH)).capitalize() + "." for line in range(SENTENCES))
    return " ".join(lines)


class Model:
    """Counts how often each question was asked; `gap` seconds lie between two words."""

    def __init__(self, gap: float = 0.05):
        self.gap = gap
        self.asked: Counter[str] = Counter()
        # Requests whose question was none of ours.
        self.strange = 0

    async def start(self) -> int:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 20)
        return self.server.sockets[0].getsockname()[1]

    def stop(self) -> None:
        self.server.close()

    async def _serve(self, reader, writer) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                lengths = re.findall(rb"content-length: *(\d+)", head)
                body = await reader.readexactly(int(lengths[0]) if lengths else 0)
                if head.startswith(b"get"):
                    writer.write(MODELS)
                else:
                    await self._answer(json.loads(body), writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _answer(self, request, writer) -> None:
        last = next(one["content"] for one in reversed(request["messages"]) if one["role"] == "user")
        found = QUESTION.search(str(last))
        asked = found.group() if found else ""
        self.asked[asked] += 1
        self.strange += not asked
        writer.write(HEAD)
        for piece in re.findall(r"\S+ ?", answer(asked)):
            self._event(writer, {"content": piece})
            await writer.drain()
            await asyncio.sleep(self.gap)
        self._event(writer, {}, "stop")
        self._chunk(writer, b"data: [DONE]\n\n")
        self._chunk(writer, b"")

    def _event(self, writer, delta, reason=None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        self._chunk(writer, b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n")

    @staticmethod
    def _chunk(writer, data: bytes) -> None:
        writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
