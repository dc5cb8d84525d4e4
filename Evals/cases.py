"""Golden conversations as data: one file an area, one object a conversation.

    {"id": "left-this-month", "person": "maya", "say": "whats left this month?", "tools": ["get_month"],
     "figures": ["/analysis/snapshot#overview.leftOver"], "with": ["diligent", "coach"]}

A longer one has `turns`, each with `say` (typed words) or `do` (a frame) and the same expectations:

    tools, toolsNot   looked up, or not (`*`: nothing at all)     model     whether a model was asked
    figures           places in the server's own routes           changes   by how many pounds such places have risen
    says, saysNot     regular expressions, any letter case        refuses   that it says what it cannot do
    card, flow        the kind of card (null: none), of frame     error     the code it ends with
    proposal          rows of a draft's card, or false            care      whom it names first, or false: no alarm
    alone             no money beside the help

`person` is a name of `server.PEOPLE` or the number of a demo person. `writes` marks a case that confirms something: in
all others no record may change. The laws in `laws.py` hold for every answer. A place reads
`/analysis/goals#goals[name=Car].saved`; behind it `|%`, `|n`, `|day` or `|month` when it is no money.
"""

import json
import os
from dataclasses import dataclass

from judge import EXPECTATIONS

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "conversations")
CHARACTERS = ("diligent", "inventive", "muddled", "obedient", "coach")
CASE_KEYS = {"id", "person", "with", "turns", "writes", "why"}
TURN_KEYS = {"say", "do"}


@dataclass(frozen=True)
class Turn:
    """What the person does, and what may be expected of the answer."""
    say: str
    do: dict
    expects: dict


@dataclass(frozen=True)
class Case:
    """A conversation; `writes` when it confirms something, so that the person's records may change."""
    area: str
    id: str
    person: object
    characters: tuple
    turns: tuple
    writes: bool


def load(folder=FOLDER):
    """Every case, in the order of files and lines; a fault in one is a fault of the whole run."""
    cases = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            cases += [read(name.removesuffix(".json"), value) for value in json.load(file)]
    names = [case.id for case in cases]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"cases of the same id: {', '.join(sorted(twice))}")
    return cases


def read(area, value):
    """A case from its JSON object."""
    rest = {key: held for key, held in value.items() if key not in CASE_KEYS}
    turns = tuple(_turn(turn, value.get("id")) for turn in value.get("turns", [rest]))
    if "turns" in value and rest:
        raise ValueError(f"{value.get('id')}: {', '.join(rest)} beside turns")
    characters = tuple(value.get("with", ["diligent"]))
    if unknown := set(characters) - set(CHARACTERS):
        raise ValueError(f"{value['id']}: no character is called {', '.join(unknown)}")
    return Case(area, value["id"], value["person"], characters, turns, value.get("writes", False))


def _turn(value, name):
    if ("say" in value) == ("do" in value):
        raise ValueError(f"{name}: a turn either says or does something")
    if unknown := set(value) - TURN_KEYS - set(EXPECTATIONS):
        raise ValueError(f"{name}: unknown expectation {', '.join(sorted(unknown))}")
    expects = {key: held for key, held in value.items() if key not in TURN_KEYS}
    return Turn(value.get("say"), value.get("do"), expects)
