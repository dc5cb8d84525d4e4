"""Values without a socket: what is told, what waits, where we are in a turn, and how long to stay away."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

# Frames of the server, and the two of ours: `state` and `refused`.
EventType = Literal[
    "welcome", "turn_started", "text_delta", "tool_started", "tool_finished", "card", "sources", "usage",
    "turn_completed", "turn_stopped", "turn_failed", "error", "resync", "auth_required", "auth_ok", "server_draining",
    "pong", "nudge", "unread", "nudges", "insights", "feedback", "flow_started", "flow_step", "flow_done",
    "state", "refused"]

TERMINAL = {"turn_completed", "turn_stopped", "turn_failed"}
# Close codes after which coming back is of no use, and those after which it is worth it at once.
FINAL = {1002, 1003, 1007, 1008, 1009, 4501, 4503, 4504}
AT_ONCE = {4401, 4408, 4409, 4505}
LONGEST_WAIT, TOO_FAST_WAIT = 15.0, 5.0


@dataclass(frozen=True)
class Event:
    """A frame of the server, or one of ours: `state` says how the line stands, `refused` which question did not go."""

    type: EventType
    data: Any
    turn_id: str | None = None
    seq: int | None = None
    conversation_id: str | None = None


@dataclass
class Pending:
    """A question whose turn has not begun."""

    clientMsgId: str
    message: str


def pause(code: int, tries: int, hint: float | None = None, spread: Callable[[], float] = random.random) -> float:
    """Seconds before coming back after a close code and so many failures in a row."""
    back_off = min(LONGEST_WAIT, 0.5 * 2 ** min(tries, 10)) * (0.5 + spread() / 2)
    if hint is not None:
        return hint + spread() * 0.5
    if code == 4429:
        return max(TOO_FAST_WAIT, back_off)
    return (back_off if tries else 0.05) if code in AT_ONCE else back_off


@dataclass
class Place:
    """Where we are in the turn that runs."""

    id: str | None = None
    seq: int = 0

    def join(self, turn: str) -> None:
        if self.id != turn:
            self.id, self.seq = turn, 0

    def leave(self, turn: str | None = None) -> None:
        if turn in (None, self.id):
            self.id, self.seq = None, 0

    def take(self, type: str, turn: str, seq: int) -> Literal["tell", "drop", "gap"]:
        if self.id not in (None, turn) and type in TERMINAL and seq > 1:
            return "drop"
        self.join(turn)
        if seq <= self.seq:
            return "drop"
        if seq > self.seq + 1:
            return "gap"
        self.seq = seq
        if type in TERMINAL:
            self.leave()
        return "tell"
