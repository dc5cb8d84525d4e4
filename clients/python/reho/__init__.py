"""A client of Reho's chat (subprotocol reho.v2): standard library and `websockets`, nothing else.

    async with Reho("https://reho.example", token) as chat:
        await chat.send("What is left this month?")
        async for event in chat:
            print(event.type, event.data)

`token` is a text, or a function (also async) that is asked for one: with "no_token" at first, with "expired" when a newer
one is needed; None ends it. A question is kept under its `clientMsgId` until the server says its turn began, however
often the line drops. Frames of a turn are told once each and in order: after a gap the rest is asked for again.
"""

from .client import Reho
from .door import HTTPProblem, Refused
from .turn import Event, Pending

__all__ = ["Event", "HTTPProblem", "Pending", "Refused", "Reho"]
