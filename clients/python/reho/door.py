"""The way in: tokens, tickets, and the HTTP routes of a chat."""

from __future__ import annotations

import asyncio
import inspect
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

Why = Literal["no_token", "expired"]
AskToken = Callable[[Why], "str | None | Awaitable[str | None]"]


class Refused(Exception):
    """A refusal over HTTP, or a line that is over for good; `code` is the close code that says it."""

    def __init__(self, words: str, code: int, wait: float | None = None):
        super().__init__(words)
        self.code, self.wait = code, wait


class HTTPProblem(Exception):
    """An answer other than 2xx."""

    def __init__(self, status: int, detail: str, code: str, retry_after: float | None):
        super().__init__(f"{status}: {detail}")
        self.status, self.detail, self.code, self.retry_after = status, detail, code, retry_after


@dataclass
class Door:
    """Tokens, tickets and the HTTP routes of a chat."""

    base: str
    ask: str | AskToken
    token: str | None = None
    why: Why = "no_token"

    async def fresh(self, why: Why) -> str | None:
        given = self.ask(why) if callable(self.ask) else (self.ask if why == "no_token" else None)
        given = await given if inspect.isawaitable(given) else given
        self.token = given if given and given != self.token else None
        return self.token

    async def current(self) -> str:
        token = self.token or await self.fresh(self.why)
        self.why = "no_token"
        if not token:
            raise Refused("There is no token that is good.", 4501)
        return token

    def forget(self) -> None:
        self.token, self.why = None, "expired"

    async def call(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        """One call of a route; gives its JSON. A token that was refused is replaced once."""
        try:
            return await asyncio.to_thread(self._call, await self.current(), method, path, body, query)
        except HTTPProblem as problem:
            if problem.status != 401 or not await self.fresh("expired"):
                raise
        return await asyncio.to_thread(self._call, await self.current(), method, path, body, query)

    def _call(self, token: str, method: str, path: str, body: Any, query: dict[str, Any]) -> Any:
        asked = urllib.parse.urlencode({key: value for key, value in query.items() if value is not None})
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        request = urllib.request.Request(
            f"{self.base}{path}{'?' if asked else ''}{asked}", headers=headers, method=method,
            data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as problem:
            raise self._problem(problem) from None

    @staticmethod
    def _problem(answer: urllib.error.HTTPError) -> HTTPProblem:
        try:
            said = json.loads(answer.read())
        except ValueError:
            said = {}
        after = answer.headers.get("Retry-After", "")
        wait = float(after) if after.isdigit() else None
        return HTTPProblem(answer.code, said.get("detail", ""), said.get("code", ""), wait)

    async def ticket(self) -> str:
        """A single-use ticket, so that no token stands in an address."""
        try:
            return (await self.call("POST", "/chat/ticket"))["ticket"]
        except HTTPProblem as problem:
            code = {401: 4501, 403: 4503}.get(problem.status, 1013)
            raise Refused(problem.detail, code, problem.retry_after) from None
