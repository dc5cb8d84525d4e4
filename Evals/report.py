"""What a run found: in words for the terminal, as JSON, and beside the run before."""

import json
import os
from collections import Counter
from dataclasses import asdict, dataclass, field

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), ".evals")
MOST_CHANGED = 12


@dataclass
class Result:
    """One case judged with one character."""
    area: str
    case: str
    character: str
    person: str
    exchanges: list = field(default_factory=list)
    faults: list = field(default_factory=list)
    milliseconds: list = field(default_factory=list)
    tokens: int = 0

    def take(self, asked, answer):
        """Notes one exchange; frames without text are told by what they show."""
        flows = [f"{flow['type']}: {(flow.get('question') or {}).get('question', '')}" for flow in answer.flows]
        shown = "; ".join([card["title"] for card in answer.cards] + flows + [answer.error or ""])
        self.exchanges.append((asked, answer.text or shown))
        self.milliseconds.append(answer.milliseconds)
        usage = answer.usage or {}
        self.tokens += usage.get("promptTokens", 0) + usage.get("completionTokens", 0)

    @property
    def key(self):
        return f"{self.area}/{self.case}/{self.character}"


def table(results):
    """Passed and all, by area and character."""
    areas, characters = ([*dict.fromkeys(getattr(result, name) for result in results)]
                         for name in ("area", "character"))
    passed = Counter((result.area, result.character) for result in results if not result.faults)
    every = Counter((result.area, result.character) for result in results)
    lines = ["area       " + "".join(f"{name:>12}" for name in characters)]
    for area in areas:
        cells = (f"{passed[area, name]}/{every[area, name]}" if every[area, name] else "–" for name in characters)
        lines.append(f"{area:11}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def latency(results):
    """How long people wait for a whole answer; the built-in coach speaks at reading pace."""
    waits = sorted(wait for result in results if result.character != "coach" for wait in result.milliseconds)
    return f"median {waits[len(waits) // 2]} ms, slowest in 20 {waits[len(waits) * 19 // 20]} ms" if waits else "none"


def failures(results):
    """Each failed case with what was said and what was expected."""
    lines = []
    for result in results:
        if not result.faults:
            continue
        lines.append(f"\nFAILED {result.key} (person {result.person})")
        for asked, answered in result.exchanges:
            lines += [f"  > {asked}", *(f"  | {line}" for line in answered.splitlines())]
        lines += [f"  ! {fault}" for fault in result.faults]
    return "\n".join(lines)


def save(results, about, folder=FOLDER):
    """Writes this run and keeps the one before; gives the one before, if there was one."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, ".gitignore"), "w") as file:
        file.write("*\n")
    last, previous = os.path.join(folder, "last.json"), os.path.join(folder, "previous.json")
    before = None
    if os.path.exists(last):
        os.replace(last, previous)
        with open(previous, encoding="utf-8") as file:
            before = json.load(file)
    held = {**about, "results": {result.key: asdict(result) for result in results}}
    with open(last, "w", encoding="utf-8") as file:
        json.dump(held, file, indent=1, ensure_ascii=False, sort_keys=True)
    return before


def difference(results, before):
    """What is otherwise than in the run before."""
    if not before:
        return "no run before this one to compare with"
    old, new = before["results"], {result.key: result for result in results}
    both = [key for key in new if key in old]
    broke = [key for key in both if new[key].faults and not old[key]["faults"]]
    mended = [key for key in both if not new[key].faults and old[key]["faults"]]
    changed = [key for key in both if [list(pair) for pair in new[key].exchanges] != old[key]["exchanges"]]
    parts = [("newly failing", broke), ("newly passing", mended), ("other words", changed),
             ("new", [key for key in new if key not in old])]
    lines = [f"{name}: {len(keys)}" + "".join(f"\n  {key}" for key in keys[:MOST_CHANGED])
             for name, keys in parts if keys]
    return "\n".join(lines) or "the same as the run before"
