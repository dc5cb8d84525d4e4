"""The judge: what clients heard, what the database holds and what the model was asked, held against each other.

Pure: books, rows and counts in, findings out. Each finding is a count's name with ids to look for, never any words.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

COUNTS = ("lost", "doubled", "reordered", "wrong", "holes", "stuck")
EXAMPLES = 5


@dataclass
class Findings:
    """How often each promise was broken, with the first few examples."""

    counts: Counter = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, count: str, why: str, *ids: str) -> None:
        self.counts[count] += 1
        if len(self.examples[count]) < EXAMPLES:
            self.examples[count].append(f"{why}: {' '.join(ids)}")

    @property
    def is_clean(self) -> bool:
        return not any(self.counts[count] for count in COUNTS)


def judge(books, rows, answer_of, times_asked) -> Findings:
    """`rows` are the documents of `chat_history`; `answer_of` gives what the model says to a question."""
    findings = Findings()
    stored = Stored(rows)
    for book in books:
        for one in book.asked.values():
            if one.is_acknowledged:
                judge_question(findings, stored, one)
                # A model that was never asked said nothing: code answers when it cannot tell who agreed.
                judge_answer(findings, stored, one, answer_of(one.text) if times_asked.get(one.text) else None)
                judge_frames(findings, one, book.ends)
            elif one.gave_up and not one.is_barred:
                findings.add("stuck", f"never acknowledged, {one.gave_up}", one.id)
            if times_asked.get(one.text, 0) > 1:
                findings.add("doubled", f"the model was asked {times_asked[one.text]} times", one.id)
        for turn in dict.fromkeys(book.torn):
            findings.add("holes", "one number held two frames", turn)
        judge_order(findings, stored, book)
    return findings


class Stored:
    """Rows of the database, found by what they belong to."""

    def __init__(self, rows):
        self.rows = sorted(rows, key=lambda row: (row["timestamp"], row["_id"]))
        self.questions, self.answers = defaultdict(list), defaultdict(list)
        for row in self.rows:
            if row["role"] == "user":
                self.questions[row.get("clientMsgId")].append(row)
            elif row.get("turnId"):
                self.answers[row["turnId"]].append(row)

    def answers_to(self, one):
        turns = set(one.turns) | {row.get("turnId") for row in self.questions[one.id]}
        return [row for turn in sorted(turns - {None}) for row in self.answers[turn] if not row.get("replaces")]


def judge_question(findings, stored, one) -> None:
    """Acknowledged is stored, once, as one turn."""
    count = len(stored.questions[one.id])
    if count == 0:
        findings.add("lost", "an acknowledged question", one.id, *one.turns)
    if count > 1:
        findings.add("doubled", "a question stored twice", one.id)
    if len(one.turns) > 1:
        findings.add("doubled", "two turns for one question", one.id, *one.turns)
    if sum(row["state"] == "complete" for row in stored.answers_to(one)) > 1:
        findings.add("doubled", "two answers to one question", one.id, *one.turns)


def judge_answer(findings, stored, one, right: str | None) -> None:
    """The client's end, the stored end and the model's words agree."""
    answers = stored.answers_to(one)
    ended = [row for row in answers if row["state"] != "partial"]
    if one.end is None and one.is_barred:
        pass
    elif one.end is None or one.gave_up:
        findings.add("stuck", f"a client waits in vain ({one.gave_up or 'until the end'})", one.id, *one.turns)
    elif not ended:
        kind = "stuck" if one.is_stored else "lost"
        findings.add(kind, f"the client was told {one.end}, the store knows no end", one.id, *one.turns)
    elif all(row["state"] != one.end for row in ended):
        findings.add("wrong", f"told {one.end}, stored {ended[-1]['state']}", one.id, *one.turns)
    # Words of the code's own are only held against each other.
    right = one.answer if right is None else right
    for row in answers:
        if not fits(row["message"], row["state"] == "complete", right):
            findings.add("wrong", f"stored text ({row['state']})", one.id, str(row["_id"]))
    if one.end and one.answer and not fits(one.answer, one.end == "complete", right):
        findings.add("wrong", f"told text ({one.end})", one.id, *one.turns)


def fits(text: str, is_whole: bool, right: str) -> bool:
    return text.strip() == right.strip() if is_whole else right.startswith(text.rstrip())


def judge_frames(findings, one, ends) -> None:
    """Numbers count from one without a gap; one end, and nothing behind it; the pieces are the whole."""
    numbers = [number for number, _, _ in one.frames]
    if numbers != list(range(1, len(numbers) + 1)):
        findings.add("holes", "numbers with a gap", one.id, *one.turns)
    if sum(len(ends.get(turn, ())) for turn in one.turns) > 1:
        findings.add("holes", "two ends", one.id, *one.turns)
    if one.end == "complete" and not one.is_told:
        if "".join(text for _, _, text in one.frames) != one.answer:
            findings.add("holes", "pieces that are not the whole", one.id, *one.turns)


def judge_order(findings, stored, book) -> None:
    """A conversation is stored in the order in which it was acknowledged, each answer behind its question."""
    known = set(book.order)
    kept = [row["clientMsgId"] for row in stored.rows if row["role"] == "user" and row.get("clientMsgId") in known]
    kept = list(dict.fromkeys(kept))
    wanted = [id for id in book.order if id in set(kept)]
    for is_, should in zip(kept, wanted):
        if is_ != should:
            return findings.add("reordered", "questions", is_, should)
    place = {str(row["_id"]): index for index, row in enumerate(stored.rows)}
    for id, later in zip(wanted, wanted[1:] + [None]):
        first = place[str(stored.questions[id][0]["_id"])]
        last = place[str(stored.questions[later][0]["_id"])] if later else len(stored.rows)
        for row in stored.answers_to(book.asked[id]):
            if not first < place[str(row["_id"])] < last:
                findings.add("reordered", "an answer away from its question", id, str(row["_id"]))
