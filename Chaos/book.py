"""What one client asked and heard: the half of the ledger that the service cannot know."""

import time
from dataclasses import dataclass, field

TERMINAL = {"turn_completed": "complete", "turn_stopped": "stopped", "turn_failed": "failed"}


@dataclass
class Asked:
    """One question, with everything that was said about it."""

    id: str
    text: str
    # Turns that were said to be this question's; more than one is a doubling.
    turns: list[str] = field(default_factory=list)
    # As the application heard them: (number, type, text).
    frames: list[tuple[int, str, str]] = field(default_factory=list)
    # As a stored answer ends: complete, stopped, failed; None while it runs.
    end: str | None = None
    # Told from the store and not frame by frame.
    is_told: bool = False
    is_stored: bool = True
    is_retryable: bool = False
    answer: str = ""
    # Why nobody waits for it any more.
    gave_up: str = ""
    # Its line was closed for good, which has a count of its own.
    is_barred: bool = False
    # What was heard of it last, and when.
    last: str = "nothing"
    moved: float = field(default_factory=time.monotonic)

    @property
    def is_acknowledged(self) -> bool:
        return bool(self.turns)


@dataclass
class Book:
    """One client's questions, in the order in which they were asked, and in which they were acknowledged."""

    user: str
    conversation: str
    asked: dict[str, Asked] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    # Close codes that told the client never to come back.
    barred: list[int] = field(default_factory=list)
    of_turn: dict[str, Asked] = field(default_factory=dict)
    # Frames of a turn as they came over the wire, by number; the same number must always hold the same.
    wire: dict[tuple[str, int], str] = field(default_factory=dict)
    # Ends of a turn as they came over the wire, repeats of the same frame once.
    ends: dict[str, set[tuple[int, str]]] = field(default_factory=dict)
    # Numbers that held two things.
    torn: list[str] = field(default_factory=list)

    def ask(self, id: str, text: str) -> Asked:
        self.asked[id] = Asked(id, text)
        return self.asked[id]

    def begin_anew(self) -> None:
        """A new line of the application knows nothing of the old one's frames, and is given them from the first."""
        for one in self.asked.values():
            if one.end is None:
                one.frames = []

    def heard_raw(self, frame: dict) -> None:
        """A frame as it came, before the client puts frames in order."""
        turn, number = frame.get("turnId"), frame.get("seq")
        if number is None:
            return
        # The acknowledgement of a turn that is told from the store is made anew.
        said = frame["type"] if frame["type"] == "turn_started" else f"{frame['type']} {frame['data'].get('text')}"
        if self.wire.setdefault((turn, number), said) != said:
            self.torn.append(turn)
        if frame["type"] in TERMINAL:
            self.ends.setdefault(turn, set()).add((number, frame["type"]))

    def heard(self, event) -> None:
        """What the client tells its application."""
        if event.type == "turn_started":
            self._acknowledged(event)
        if event.type == "refused":
            self._refused(event.data)
        one = self.of_turn.get(event.turn_id)
        if one is None and event.type == "error":
            one = self.asked.get(event.data.get("clientMsgId"))
        if one is None:
            return
        one.moved, one.last = time.monotonic(), event.type
        if event.seq is not None:
            self._framed(one, event)
        elif event.type == "error":
            self._told(one, event.data)

    def _acknowledged(self, event) -> None:
        one = self.asked.get(event.data["clientMsgId"])
        if one is None:
            return
        if event.turn_id not in one.turns:
            one.turns.append(event.turn_id)
        if one.id not in self.order:
            self.order.append(one.id)
        self.of_turn[event.turn_id] = one

    @staticmethod
    def _framed(one: Asked, event) -> None:
        one.frames.append((event.seq, event.type, event.data.get("text", "") if event.type == "text_delta" else ""))
        if event.type in TERMINAL:
            one.end, one.answer = TERMINAL[event.type], event.data.get("text", "")
            one.is_stored = event.data.get("stored", True)
            one.is_retryable = event.data.get("retryable", False)

    @staticmethod
    def _told(one: Asked, data: dict) -> None:
        """The store speaks in place of frames, or a try was refused."""
        one.last = " ".join(str(data[key]) for key in ("code", "reason") if key in data)
        if data["code"] == "resume_unavailable" and data["state"] != "partial" and one.end is None:
            one.end, one.answer, one.is_told = data["state"], data["text"], True
            one.is_retryable = data["state"] == "failed"

    def _refused(self, data: dict) -> None:
        if one := self.asked.get(data.get("clientMsgId")):
            one.gave_up = f"refused: {data['code']}"
