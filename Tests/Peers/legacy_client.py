"""A client of the old service, in another language: what an app in the field does, frame by frame.

Usage: legacy_client.py ws://host:port TOKEN QUESTION EXPECTED_TEXT
Holds a conversation as the old wire contract says, reconnects, and exits 0 only if every step was right.
"""

import asyncio
import json
import sys

import websockets

TIMEOUT = 20


async def frame(socket):
    return json.loads(await asyncio.wait_for(socket.recv(), TIMEOUT))


async def ask(socket, question):
    """Sends a question and returns (pieces, whole answer); insists on the order of the frames."""
    await socket.send(json.dumps({"message": question}))
    pieces = []
    while True:
        got = await frame(socket)
        if got["type"] == "stream":
            pieces.append(got["data"])
        elif got["type"] == "full_response":
            done = await frame(socket)
            assert done == {"type": "status", "data": "done"}, done
            return pieces, got["data"]
        else:
            raise AssertionError(f"unexpected frame {got}")


async def talk(base, token, question, expected):
    url = f"{base}/chat/ws?token={token}"
    async with websockets.connect(url) as socket:
        welcome = await frame(socket)
        assert welcome["type"] == "full_response" and welcome["data"], welcome
        pieces, whole = await ask(socket, question)
        assert pieces, "the answer did not stream"
        assert "".join(pieces) == whole, (pieces, whole)
        assert expected in whole, f"{expected!r} is not in {whole!r}"

    async with websockets.connect(url) as socket:
        history = await frame(socket)
        assert history["type"] == "initial_history", history
        assert [row["role"] for row in history["data"]] == ["assistant", "user", "assistant"], history
        assert history["data"][1]["content"] == question
        assert history["data"][2]["content"] == whole
        # Plain text is a message too, and a wrong one leaves the socket alive.
        await socket.send("[1]")
        error = await frame(socket)
        assert error["type"] == "error" and error["error"] == error["data"], error
        await socket.send(question)
        while (await frame(socket))["type"] == "stream":
            pass
        assert await frame(socket) == {"type": "status", "data": "done"}

    try:
        async with websockets.connect(f"{base}/chat/ws?token=nonsense") as socket:
            refused = await frame(socket)
            assert refused["error"] == "Authentication failed: Invalid token", refused
            await asyncio.wait_for(socket.recv(), TIMEOUT)
            raise AssertionError("the socket stayed open")
    except websockets.ConnectionClosed as closed:
        assert closed.rcvd.code == 1008, closed
    print("legacy client: every step was right")


asyncio.run(talk(*sys.argv[1:5]))
