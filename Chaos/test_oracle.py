"""The oracle itself: books and rows that are right, and each that is wrong on purpose in one way."""

import datetime
import unittest
from dataclasses import dataclass, field

import model
from book import Book
from faults import KINDS, schedule
from oracle import COUNTS, judge

START = datetime.datetime(2026, 11, 22)


@dataclass
class Heard:
    """What the client tells its application."""

    type: str
    data: dict = field(default_factory=dict)
    turn_id: str | None = None
    seq: int | None = None


class Scene:
    """One client with two questions that were answered as they should be."""

    def __init__(self):
        self.book = Book("u", "c")
        self.rows, self.asked = [], {}
        self.questions = [model.question(0, number) for number in range(2)]
        for number, text in enumerate(self.questions):
            self.ask(number, text)

    def ask(self, number: int, text: str) -> None:
        id, turn, whole = f"m{number}", f"t{number}", model.answer(text)
        self.book.ask(id, text)
        self.asked[text] = 1
        for seq, (type, data) in enumerate([
                ("turn_started", {"clientMsgId": id}), ("text_delta", {"text": whole[:10]}),
                ("text_delta", {"text": whole[10:]}), ("turn_completed", {"text": whole})], 1):
            self.hear(type, data, turn, seq)
        self.row(f"{number}q", "user", text, 2 * number, turnId=turn, clientMsgId=id)
        self.row(f"{number}r", "assistant", whole, 2 * number + 1, turnId=turn)

    def hear(self, type: str, data: dict, turn: str, seq: int | None) -> None:
        self.book.heard_raw({"type": type, "data": data, "turnId": turn, "seq": seq})
        self.book.heard(Heard(type, data, turn, seq))

    def row(self, id: str, role: str, text: str, second: int, **more) -> None:
        at = START + datetime.timedelta(seconds=second)
        self.rows.append({"_id": id, "role": role, "message": text, "timestamp": at, "state": "complete", **more})

    def counts(self) -> dict[str, int]:
        found = judge([self.book], self.rows, model.answer, self.asked)
        return {count: found.counts[count] for count in COUNTS if found.counts[count]}


class OracleTest(unittest.TestCase):
    def setUp(self):
        self.scene = Scene()
        self.first = self.scene.book.asked["m0"]

    def expect(self, **counts: int):
        self.assertEqual(self.scene.counts(), counts)

    def test_what_is_right_is_clean(self):
        self.expect()

    def test_an_acknowledged_question_that_is_not_stored_is_lost(self):
        self.scene.rows = [row for row in self.scene.rows if row["_id"] != "1q"]
        self.expect(lost=1)

    def test_a_question_that_was_never_acknowledged_may_be_missing(self):
        self.scene.book.ask("m9", "Tell a tale of teal.")
        self.expect()

    def test_a_question_that_was_refused_for_good_is_stuck(self):
        self.scene.book.ask("m9", "Tell a tale of teal.")
        self.scene.book.heard(Heard("refused", {"clientMsgId": "m9", "code": "conflict"}))
        self.expect(stuck=1)

    def test_an_answer_that_could_not_be_stored_and_never_was_is_lost(self):
        self.first.is_stored = False
        self.scene.rows = [row for row in self.scene.rows if row["_id"] != "0r"]
        self.expect(lost=1)

    def test_a_question_stored_twice_is_doubled(self):
        self.scene.row("0s", "user", self.first.text, 0, turnId="t0", clientMsgId="m0")
        self.expect(doubled=1)

    def test_two_turns_for_one_question_are_doubled(self):
        self.scene.hear("turn_started", {"clientMsgId": "m0"}, "t7", 1)
        self.assertEqual(self.scene.counts()["doubled"], 1)

    def test_two_whole_answers_are_doubled_but_not_one_asked_for_again(self):
        self.scene.row("0t", "assistant", model.answer(self.first.text), 1, turnId="t0", replaces="0r")
        self.expect()
        self.scene.row("0u", "assistant", model.answer(self.first.text), 1, turnId="t0")
        self.expect(doubled=1)

    def test_a_model_asked_twice_is_doubled(self):
        self.scene.asked[self.first.text] = 2
        self.expect(doubled=1)

    def test_questions_in_another_order_are_reordered(self):
        for row in self.scene.rows:
            row["timestamp"] += datetime.timedelta(seconds=-10 if row["turnId"] == "t1" else 0)
        self.expect(reordered=1)

    def test_questions_alone_in_another_order_are_reordered(self):
        self.scene.rows = [row for row in self.scene.rows if row["role"] == "user"]
        self.scene.rows[1]["timestamp"] -= datetime.timedelta(seconds=10)
        self.assertEqual(self.scene.counts()["reordered"], 1)

    def test_an_answer_behind_the_next_question_is_reordered(self):
        self.scene.rows[1]["timestamp"] += datetime.timedelta(seconds=10)
        self.expect(reordered=1)

    def test_another_text_is_wrong_where_it_is_stored_and_where_it_is_told(self):
        self.scene.rows[1]["message"] = model.answer("another")
        self.expect(wrong=1)
        self.first.answer = self.first.answer[:-3]
        self.expect(wrong=2, holes=1)

    def test_words_of_the_code_are_right_when_no_model_was_asked_and_both_are_the_same(self):
        self.scene.asked[self.first.text] = 0
        self.first.answer = self.scene.rows[1]["message"] = "No model here."
        self.first.frames[1:3] = [(2, "text_delta", "No model "), (3, "text_delta", "here.")]
        self.expect()
        self.scene.rows[1]["message"] = "Something else."
        self.expect(wrong=1)

    def test_a_broken_off_text_has_to_be_how_it_began(self):
        self.first.end, self.first.answer = "failed", ""
        self.scene.rows[1] |= {"state": "failed", "message": model.answer(self.first.text)[:40]}
        self.expect()
        self.scene.rows[1]["message"] = "Sorry"
        self.expect(wrong=1)

    def test_ends_that_differ_are_wrong(self):
        self.scene.rows[1]["state"] = "failed"
        self.expect(wrong=1)

    def test_a_gap_and_a_missing_piece_are_holes(self):
        del self.first.frames[1]
        self.expect(holes=2)

    def test_two_ends_are_a_hole_of_whatever_kind(self):
        end = {"text": self.first.answer}
        for type, seq in (("turn_completed", 5), ("turn_failed", 5)):
            scene = Scene()
            scene.book.heard_raw({"type": type, "data": end, "turnId": "t0", "seq": seq})
            self.assertEqual(scene.counts()["holes"], 1)

    def test_one_number_that_held_two_frames_is_a_hole_and_a_repeat_is_none(self):
        again = {"type": "text_delta", "data": {"text": self.first.frames[1][2]}, "turnId": "t0", "seq": 2}
        self.scene.book.heard_raw(again)
        self.expect()
        self.scene.book.heard_raw(again | {"data": {"text": "Another"}})
        self.expect(holes=1)

    def test_a_turn_without_an_end_is_stuck_for_the_client_or_in_the_store(self):
        self.scene.rows[1]["state"] = "partial"
        self.scene.rows[1]["message"] = self.first.answer[:20]
        self.expect(stuck=1)
        self.first.end = None
        self.expect(stuck=1)

    def test_an_end_that_no_client_heard_is_stuck(self):
        self.first.end = None
        self.expect(stuck=1)
        self.first.is_barred = True
        self.expect()

    def test_a_try_that_was_refused_for_now_is_news_of_the_question(self):
        one = self.scene.book.ask("m9", "Tell a tale of teal.")
        one.moved = 0
        self.scene.book.heard(Heard("error", {"clientMsgId": "m9", "code": "not_saved"}))
        self.assertEqual((one.moved > 0, one.last, one.end), (True, "not_saved", None))

    def test_a_new_line_hears_the_frames_again(self):
        self.first.end = None
        self.scene.book.begin_anew()
        self.assertEqual((len(self.first.frames), len(self.scene.book.asked["m1"].frames)), (0, 4))

    def test_an_end_told_from_the_store_is_an_end(self):
        self.first.end, self.first.frames = None, self.first.frames[:2]
        told = {"code": "resume_unavailable", "state": "partial", "text": ""}
        self.scene.hear("error", told, "t0", None)
        self.assertIsNone(self.first.end)
        self.scene.hear("error", told | {"state": "complete", "text": model.answer(self.first.text)}, "t0", None)
        self.expect()


class ScheduleTest(unittest.TestCase):
    def test_a_seed_gives_the_same_faults_again_and_every_kind_in_a_round(self):
        once, again, other = (schedule(seed, list(KINDS)) for seed in (7, 7, 8))
        faults = [next(once) for _ in range(20)]
        self.assertEqual(faults, [next(again) for _ in range(20)])
        self.assertNotEqual(faults, [next(other) for _ in range(20)])
        self.assertEqual({fault.kind for fault in faults[:5]}, set(KINDS))


class ModelTest(unittest.TestCase):
    def test_every_question_is_its_own_and_the_answer_depends_on_nothing_else(self):
        asked = [model.question(client, number) for client in range(20) for number in range(400)]
        self.assertEqual(len(set(asked)), len(asked))
        self.assertEqual(model.answer(asked[0]), model.answer(asked[0]))
        self.assertFalse(any(letter.isdigit() for letter in "".join(map(model.answer, asked[:50]))))
        self.assertTrue(all(model.QUESTION.search(one) for one in asked))


if __name__ == "__main__":
    unittest.main()
