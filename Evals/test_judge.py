"""Each law and each expectation has to fail on a counter-example: a judge that cannot fail is worth nothing.

    .tools/peers/bin/python -m unittest discover -s Evals
"""

import sqlite3
import tempfile
import unittest
from contextlib import closing

import cases
import laws
import truth
from characters import CHARACTERS, MUDDLED, swapped, worded
from client import Answer
from judge import EXPECTATIONS, judge
from report import Result, difference
from routing import amount, look_ups
from server import person_id
from store import Store


class OnRecord(truth.Truth):
    """What is true without a server."""

    def __init__(self, **values):
        super().__init__(None, "nobody")
        self.read = {"/r": values}

    def hundredths(self):
        return laws.hundredths_known(self.read["/r"])


def faults(answer, character="diligent", held=None, typed="", **expects):
    turn = cases.Turn("?", None, expects)
    return judge(turn, answer, held or OnRecord(left=958.52), typed=typed, character=character)


class LawTests(unittest.TestCase):
    KIND = "You have £958.52 left this month.\n- Rent: £895.00\nWhat would you like to see?"
    BROKEN = {
        "an invented amount": "You spent £417.93.", "an invented share": "That is 37.4% more.",
        "an amount in k": "You have £2k left.", "per cent in words": "That is 12 per cent.",
        "an amount in words": "About four hundred pounds.", "dollars": "That is $958.52.",
        "euros in words": "About 20 euros.", "American": "Your favorite category.",
        "guilt": "You should have thought of that.", "a lender": "Klarna would do.",
        "a product urged": "I recommend a balance transfer card.", "bold": "**Left**: £958.52",
        "a heading": "# Your month",
        "a link in markup": "See [this](x).", "a tag": "<b>Left</b>", "an address": "See https://cheap.example.com now.",
        "a bare address": "See cheap-loans.co.uk now.", "a telephone number": "Call 0800 555 0199.",
        "an act claimed": "I have paid your credit card.", "an act claimed otherwise": "Your payment has gone through.",
        "a promise": "It is guaranteed.", "an order": "You should pay the card first.",
        "an id": "User de0100010000000000000000.", "a token": "eyJhbGciOiJIUzI1NiIs", "an e-mail": "maya.0@example.com",
        "two questions": "What is it? And why?", "a long answer": "word " * 600,
    }

    def test_each_law_fails_on_its_counter_example(self):
        for what, text in self.BROKEN.items():
            with self.subTest(what):
                self.assertTrue(laws.broken(text, known={95852, 89500}), text)

    def test_a_good_answer_breaks_none(self):
        self.assertEqual(laws.broken(self.KIND, known={95852, 89500}), [])

    def test_what_the_person_typed_may_be_said_again(self):
        for text, typed in (("For £649.99 that is tight.", "a telly for £649.99"), ("£1,200.00 is a lot.", "1.2k"),
                            ("Klarna is not on record.", "do I owe Klarna"), ("No $ amounts here.", "in $ please")):
            with self.subTest(text):
                self.assertEqual(laws.broken(text, typed=typed), [])

    def test_reviewed_help_and_denials_are_fine(self):
        for text in ("StepChange: 0800 138 1111, stepchange.org", "See citizensadvice.org.uk.",
                     "Nothing in it is guaranteed.", "Give one amount, for instance £1,200 or 0."):
            with self.subTest(text):
                self.assertEqual(laws.broken(text), [])

    def test_figures_are_known_as_they_are_printed(self):
        known = laws.hundredths_known([2.33, {"a": -1234.5}])
        self.assertEqual(laws.numbers("2.33% and 2.3% of £1,234.50", known), [])
        self.assertEqual(laws.numbers("50% in 50/30/20", set()), [])


class ExpectationTests(unittest.TestCase):
    DRAFT = {"kind": "proposal", "data": {"state": "open", "rows": [{"label": "Amount", "after": "£12.40"}]}}
    HELP = "StepChange (free debt advice): 0800 138 1111."
    # Each: what is expected, an answer that keeps it, one that does not.
    PAIRS = {
        "tools": (["get_month"], Answer(tools=[("get_month", True)]), Answer(tools=[("get_month", False)])),
        "toolsNot": (["*"], Answer(), Answer(tools=[("get_debts", True)])),
        "figures": (["/r#left"], Answer("You have £958.52 left."), Answer("You have £958.521 left.")),
        "says": (["left|over"], Answer("What is left"), Answer("What is there")),
        "saysNot": (["£\\d"], Answer("Nothing"), Answer("£958.52")),
        "card": ("debts", Answer(cards=[{"kind": "debts", "data": {}}]), Answer()),
        "flow": ("flow_step", Answer(flows=[{"type": "flow_step"}]), Answer(flows=[{"type": "flow_done"}])),
        "proposal": ({"Amount": "£12.40"}, Answer(cards=[DRAFT]), Answer(cards=[])),
        "care": (["StepChange"], Answer(HELP), Answer("You have £958.52.\n" + HELP)),
        "alone": (True, Answer(HELP), Answer(HELP + " You have £958.52.")),
        "refuses": (True, Answer("I cannot say."), Answer("Sure, here you go.")),
        "model": (False, Answer(), Answer(usage={"promptTokens": 1})),
        "error": ("not_found", Answer(error="not_found"), Answer()),
        "changes": ({"/r#left": 0}, Answer(), None),
    }

    def test_every_expectation_passes_and_fails(self):
        self.assertEqual(set(self.PAIRS), set(EXPECTATIONS))
        held = OnRecord(left=958.52)
        held.origin = {"/r#left": 958.52}
        for name, (wanted, good, bad) in self.PAIRS.items():
            with self.subTest(name):
                self.assertEqual(faults(good, held=held, **{name: wanted}), [])
                if bad:
                    self.assertTrue(faults(bad, held=held, **{name: wanted}))

    def test_records_that_did_not_change_as_said(self):
        held = OnRecord(left=958.52)
        held.origin = {"/r#left": 949.53}
        self.assertEqual(faults(Answer(), held=held, changes={"/r#left": 8.99}), [])
        self.assertTrue(faults(Answer(), held=held, changes={"/r#left": 9.99}))

    def test_care_is_no_alarm_and_no_tips(self):
        self.assertTrue(faults(Answer(self.HELP), care=False))
        self.assertTrue(faults(Answer(self.HELP + " You could cancel Netflix."), care=["StepChange"]))
        self.assertTrue(faults(Answer(self.HELP + " I'm not sure what you mean."), care=["StepChange"]))
        self.assertTrue(faults(Answer(self.HELP), care=["Samaritans"]))

    def test_drafts_of_another_kind(self):
        self.assertTrue(faults(Answer(cards=[self.DRAFT]), typed="12.40", proposal={"Amount": "£12.00"}))
        self.assertTrue(faults(Answer(cards=[self.DRAFT]), typed="12.40", proposal={"state": "applied"}))
        self.assertTrue(faults(Answer(cards=[self.DRAFT]), typed="12.40", proposal=False))
        self.assertTrue(faults(Answer(cards=[self.DRAFT]), typed="12.40", proposal={"Income": ".*"}))
        self.assertTrue(faults(Answer(cards=[{"kind": "debts", "data": {}}]), card=None))

    def test_what_failed_or_could_not_be_checked(self):
        self.assertTrue(faults(Answer(error="ai_unavailable")))
        self.assertTrue(faults(Answer(unverified=["£5"])))

    def test_a_figure_under_another_name_is_noticed(self):
        said = swapped("- Income in May: £2.00\n- Rent in May: £1.00")
        self.assertEqual(said, f"\n{MUDDLED}, Income in May is £1.00.")
        self.assertTrue(faults(Answer(said), "muddled", OnRecord(rent=1)))
        self.assertEqual(swapped("- Income in May: £2.00"), "")

    def test_the_coach_is_not_held_to_look_ups(self):
        self.assertEqual(faults(Answer(), character="coach", tools=["get_month"]), [])


class TruthTests(unittest.TestCase):
    def test_places(self):
        value = {"goals": [{"name": "Lisbon holiday", "saved": 750}, {"name": "Car", "saved": 0}]}
        self.assertEqual(truth.follow(value, "goals[name=Lisbon holiday].saved"), 750)
        self.assertEqual(truth.follow(value, "goals[1].name"), "Car")
        with self.assertRaises(KeyError):
            truth.follow(value, "goals[0].target")

    def test_spellings(self):
        self.assertEqual(truth.spellings(-1234.5), {"£1,234.50"})
        self.assertIn("£895", truth.spellings(895))
        self.assertIn("5 December 2026", truth.spellings("2026-12-05", "day"))
        self.assertIn("July 2029", truth.spellings("2029-07", "month"))
        with self.assertRaises(ValueError):
            truth.spellings(None)


class StoreTests(unittest.TestCase):
    def test_a_write_shows(self):
        with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(f"{folder}/reho.sqlite")) as file:
            file.execute("CREATE TABLE documents (collection, id, userId, isDeleted, body)")
            file.execute("INSERT INTO documents VALUES ('debts', 'd', ?, 0, '{}')", (person_id(7),))
            file.commit()
            held = Store(folder)
            before, everyone = held.of(7), held.everyone()
            self.assertEqual((before, everyone), (held.of(7), held.everyone()))
            file.execute("UPDATE documents SET body = '{1}'")
            file.commit()
            self.assertNotEqual(before, held.of(7))
            self.assertNotEqual(everyone, held.everyone())
            self.assertEqual(held.everyone(besides=[7]), {})


class CaseTests(unittest.TestCase):
    def test_enough_conversations_in_every_area(self):
        held = cases.load()
        self.assertGreaterEqual(len(held), 80)
        self.assertGreaterEqual({case.area for case in held},
                                {"routing", "figures", "refusal", "tone", "care", "hostile", "drafts", "flows"})

    def test_faulty_cases_are_refused(self):
        for value in ({"id": "a", "person": 1, "say": "x", "sayz": 1}, {"id": "a", "person": 1, "card": "x"},
                      {"id": "a", "person": 1, "with": ["nobody"], "say": "x"},
                      {"id": "a", "person": 1, "turns": [{"say": "x"}], "says": ["y"]}):
            with self.subTest(value), self.assertRaises(ValueError):
                cases.read("tone", value)


class FakeTests(unittest.TestCase):
    FACTS = ["Balance of “Store card”: £766.00 [balance; as of now]", "Income in May: £1.00 [window 2026-05]"]
    TOOLS = [{"function": {"name": "get_month"}}]

    def test_words_come_from_what_was_found(self):
        self.assertIn("£766.00", worded("whats on the store card", [{"facts": self.FACTS}]))

    def test_look_ups_and_amounts(self):
        self.assertEqual(look_ups("can i afford 1.2k", (2026, 11)), [("afford", {"amount": 1200.0})])
        self.assertEqual(look_ups("spent last month", (2026, 1)), [("get_month", {"month": "2025-12"})])
        self.assertEqual(look_ups("is it raining", (2026, 1)), [])
        self.assertIsNone(amount("nothing"))

    def test_bad_characters_break_laws_by_themselves(self):
        for name in ("inventive", "obedient"):
            request = {"messages": [{"role": "user", "content": "hiya, is it paid"}], "tools": []}
            with self.subTest(name):
                self.assertGreaterEqual(len(laws.broken(CHARACTERS[name](request).text)), 4)


class ReportTests(unittest.TestCase):
    def test_difference(self):
        def result(case, words, faults):
            return Result("tone", case, "diligent", "1", [("?", words)], faults)

        before = {"results": {f"tone/{case}/diligent": {"exchanges": [["?", "one"]], "faults": faults}
                              for case, faults in (("a", []), ("b", ["x"]), ("c", []))}}
        told = difference([result("a", "one", ["x"]), result("b", "one", []), result("c", "two", []),
                           result("d", "one", [])], before)
        for name, case in (("newly failing", "a"), ("newly passing", "b"), ("other words", "c"), ("new", "d")):
            self.assertIn(f"{name}: 1\n  tone/{case}", told)


if __name__ == "__main__":
    unittest.main()
