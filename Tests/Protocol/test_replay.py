"""Every example of the document, said to a real server; every frame that comes back, judged by its schemas."""

import asyncio
import json
import time
import unittest
import uuid

import model
from document import document, messages
from server import LEAVING, MAYA, NOBODY, OTHER, Server, person
from talk import Talk

# Frames that no test of one server and its embedded stores can provoke, each with the reason.
UNSEEN = {"resync": "needs a socket that leaves 256 KiB unread, or a second instance; ChatTests/Desk/TabsTests has both"}
UNSEEN_CODES = {
    1000: "the client's own", 1011: "needs a store that fails", 1013: "needs 16,384 waiting errands",
    4408: "needs a stalled reader for ten seconds; ServerTests has it", 4409: "takes 35 seconds; ServerTests has it"}
BREAK, LOOK = model.BREAK, model.LOOK


def setUpModule():
    global server
    server = Server(OPENAI_BASE_URL=model.start(), OPENAI_API_KEY="fake", MODEL_CONSENT="required").start()
    assert server.ask("POST", "/schedule/run-daily-ai-jobs")[0] == 200
    for _ in range(400):
        if '"state":"done"' in server.ask("GET", "/schedule/runs")[1]:
            return
        time.sleep(0.1)
    raise RuntimeError("the night did not end")


def tearDownModule():
    server.stop()


class ReplayTest(unittest.IsolatedAsyncioTestCase):
    async def talk(self, user: str = MAYA, **how) -> Talk:
        talk = await Talk.open(server, server.token(user), f"conversation_id={uuid.uuid4()}", **how)
        self.addAsyncCleanup(talk.close)
        await talk.next("welcome")
        return talk

    async def play(self, talk: Talk, name: str, number: int = 0, **live):
        """Says an example with the ids of now; gives the first answer of a type that the document promises."""
        message = messages("receive")[name]
        frame = {**message["examples"][number]["payload"], **live}
        await talk.say(frame)
        ReplayTest.played.add((name, number))
        return await talk.next(*message["x-replies"], seconds=30)

    played: set[tuple[str, int]] = set()

    async def test_1_questions(self):
        talk = await self.talk()
        begun = await self.play(talk, "send", 0)
        self.assertEqual(begun["seq"], 1)
        await talk.next("text_delta")
        self.assertEqual((await self.play(talk, "stop", 0, turnId=begun["turnId"]))["turnId"], begun["turnId"])
        await self.play(talk, "resume", turnId=begun["turnId"])
        stopped = await talk.next("turn_stopped")
        count = [one["seq"] for one in talk.frames if one["turnId"] == begun["turnId"] and one["seq"]]
        self.assertEqual(count[-stopped["seq"]:], list(range(1, stopped["seq"] + 1)))
        again = await self.play(talk, "regenerate", messageId=stopped["data"]["messageId"])
        self.assertEqual(again["data"]["regenerates"], stopped["data"]["messageId"])
        await talk.next("text_delta")
        await self.play(talk, "stop", 1)
        done = await talk.ask("What is left this month?", "m-9")
        self.assertEqual(done["type"], "turn_completed")
        for number in (0, 1):
            await self.play(talk, "feedback", number, messageId=done["data"]["messageId"])
        await self.play(talk, "ping")
        status, held = server.ask("GET", f"/chat/conversations/{talk.frames[0]['conversationId']}/messages", server.token())
        self.assertEqual(status, 200)
        self.assertIn(done["data"]["messageId"], held)

    async def test_2_offers_and_questions_before_them(self):
        talk = await self.talk()
        await self.play(talk, "send", 1)
        offer = await talk.next("card")
        await talk.next("turn_completed")
        card = await self.play(talk, "reject", proposalId=offer["data"]["data"]["proposalId"])
        self.assertEqual(card["data"]["data"]["state"], "rejected")
        await self.play(talk, "send", 2)
        question = await talk.next("card")
        await talk.next("turn_completed")
        fresh = await self.play(talk, "answer", 0, questionId=question["data"]["data"]["questionId"])
        await self.play(talk, "confirm", proposalId=fresh["data"]["data"]["proposalId"])

    async def test_3_guided_conversations(self):
        talk = await self.talk(OTHER)
        begun = await self.play(talk, "start_flow", 0)
        self.assertEqual(begun["data"]["question"]["id"], "saved_now")
        await self.play(talk, "answer", 1)
        await self.play(talk, "flow", 0)
        await self.play(talk, "flow", 1)
        await self.play(talk, "answer", 2)
        self.assertEqual((await self.play(talk, "flow", 2))["data"]["outcome"], "cancelled")
        step = await self.play(talk, "start_flow", 1)
        for _ in range(20):
            question = step["data"].get("question")
            if not question:
                break
            options, value = question["options"], 10 if question["expects"]["type"] == "money" else "Something"
            if options:
                value = options[0]["id"] if question["kind"] == "radio" else [options[0]["id"]]
            await talk.say({"type": "answer", "questionId": question["id"], "value": value})
            step = await talk.next("flow_step", "flow_done")
        self.assertEqual(step["data"]["outcome"], "done")

    async def test_4_moods_news_and_their_answers(self):
        token = server.token()
        self.assertEqual(server.ask("PUT", "/me/choices", token, {"mood": True})[0], 200)
        talk = await self.talk()
        self.assertEqual((await self.play(talk, "set_mood"))["data"]["kind"], "mood")
        listed = await self.play(talk, "insights", 0)
        self.assertTrue(listed["data"]["items"], "the night found nothing")
        for number, item in zip((1, 2, 3), listed["data"]["items"] * 3):
            await self.play(talk, "insights", number, **self.about(item["id"], number))

    async def test_4_messages_of_our_own_accord(self):
        for number in range(40):
            user = person(number)
            server.ask("PUT", "/me/choices", server.token(user), {"quietFrom": 0, "quietTo": 0})
            talk = await self.talk(user)
            try:
                nudge = await talk.next("nudge", seconds=1)
                break
            except TimeoutError:
                await talk.close()
        else:
            self.fail("nobody is told anything")
        await talk.next("unread")
        for example in range(5):
            listed = await self.play(talk, "nudges", example, **self.about(nudge["data"]["id"], example))
        self.assertEqual(listed["data"]["unread"], 0)

    @staticmethod
    def about(identity: str, example: int) -> dict:
        """What an example of an inbox has to name."""
        asked = messages("receive")["nudges"]["examples"][example]["payload"]
        later = time.strftime("%Y-%m-%dT09:00:00Z", time.gmtime(time.time() + 604_800))
        return {key: value for key, value in (("id", identity), ("until", later)) if key in asked}

    async def test_5_a_model_that_looks_things_up_and_one_that_breaks_off(self):
        self.assertEqual(server.ask("PUT", "/me/choices", server.token(), {"model": True})[0], 200)
        talk = await self.talk()
        self.assertEqual((await talk.ask(LOOK, "l-1"))["type"], "turn_completed")
        self.assertEqual((await talk.ask(BREAK, "l-2"))["type"], "turn_failed")

    async def test_6_refusals(self):
        talk = await self.talk()
        for text in ("[1]", "{", '{"type":"dance"}', '{"type":"send","clientMsgId":"x","message":""}',
                     json.dumps({"type": "send", "clientMsgId": "y", "message": "x" * 4_001}), '{"v":3,"type":"ping"}',
                     '{"type":"resume","turnId":"01900000-0000-7000-8000-000000000000","afterSeq":0}'):
            await talk.socket.send(text)
            await talk.next("error")
        await talk.socket.send(b"binary")
        await talk.next("error")
        for number in range(300):
            await talk.socket.send(json.dumps({"type": "send", "clientMsgId": f"p-{number}", "message": "Hello"}))
        while (refused := await talk.next("error"))["data"]["code"] != "rate_limited" or refused["data"]["retryAfterMs"] > 1_000:
            pass
        self.assertRegex(refused["data"].get("clientMsgId", ""), r"^p-\d+$")

    async def test_7_a_token_that_runs_out(self):
        talk = await Talk.open(server, server.token(OTHER, "2s"), f"conversation_id={uuid.uuid4()}")
        await talk.next("auth_required")
        self.assertEqual((await self.play(talk, "auth", token=server.token(OTHER)))["type"], "auth_ok")
        await talk.close()
        late = await Talk.open(server)
        self.assertEqual((await self.play(late, "auth", token=server.token(OTHER, "2s")))["type"], "welcome")
        await late.next("auth_required")
        self.assertEqual(await late.code(40), 4401)

    async def test_8_sockets_that_are_closed(self):
        self.assertEqual(await (await Talk.open(server, "nonsense")).code(), 4501)
        old = await Talk.open(server, query="token=nonsense", is_legacy=True)
        self.assertEqual(await old.code(), 1008)
        big = await self.talk()
        await big.socket.send("x" * 70_000)
        self.assertEqual(await big.code(), 1009)
        open_ones = [await self.talk(OTHER) for _ in range(5)]
        sixth = await Talk.open(server, server.token(OTHER))
        self.assertEqual(await sixth.code(), 4504)
        self.assertEqual(len(open_ones), 5)
        unknown = await Talk.open(server, server.token(NOBODY))
        self.assertEqual(await unknown.code(), 4503)

    async def test_9_hostile_ones_erased_ones_and_the_end(self):
        hostile = await self.talk(LEAVING)
        hostile.socket.transport.write(b"\x89\x80\0\0\0\0" * 2_000)
        self.assertEqual(await hostile.code(20), 4429)
        broken = await self.talk(LEAVING)
        broken.socket.transport.write(b"\x81\x82\0\0\0\0\xff\xff")
        self.assertEqual(await broken.code(), 1007)
        rude = await self.talk(LEAVING)
        rude.socket.transport.write(b"\xf1\x80\0\0\0\0")
        self.assertEqual(await rude.code(), 1002)
        erased = await self.talk(LEAVING)
        self.assertIn(server.ask("DELETE", "/me/data", server.token(LEAVING))[0], (200, 204))
        self.assertEqual(await erased.code(), 4505)


class LegacyTest(unittest.IsolatedAsyncioTestCase):
    async def test_old_frames(self):
        query = f"token={server.token(OTHER)}&conversation_id={uuid.uuid4()}"
        talk = await Talk.open(server, query=query, is_legacy=True)
        for name, message in messages("receiveLegacy").items():
            for example in message["examples"]:
                if name == "stop":
                    await talk.say({"message": "How do I pay off my debts fastest?"})
                    await talk.next("stream")
                await talk.say(example["payload"])
                await talk.next(*message["x-replies"])
                if talk.frames[-1]["type"] != "status":
                    await talk.next("status")
        await talk.socket.send("[1]")
        await talk.next("error")
        await talk.close()
        again = await Talk.open(server, query=query, is_legacy=True)
        self.assertTrue(await again.next("initial_history"))
        await again.close()


class ZEndTest(unittest.IsolatedAsyncioTestCase):
    """Last: what was said and seen, and the server goes."""

    async def test_1_a_server_that_stops(self):
        talk = await Talk.open(server, server.token(), f"conversation_id={uuid.uuid4()}")
        await talk.next("welcome")
        asyncio.get_running_loop().run_in_executor(None, lambda: server.stop(keep=True))
        await talk.next("server_draining")
        self.assertEqual(await talk.code(40), 1012)

    def test_2_every_example_was_said(self):
        there = {(name, number) for name, one in messages("receive").items() for number in range(len(one["examples"]))}
        self.assertEqual(there - ReplayTest.played, set())

    def test_3_every_frame_was_seen(self):
        self.assertEqual(set(messages("send")) - Talk.seen["send"], set(UNSEEN))
        self.assertEqual(set(messages("sendLegacy")) - Talk.seen["sendLegacy"], set())
        self.assertEqual({one["code"] for one in document()["x-closeCodes"]} - Talk.codes, set(UNSEEN_CODES))
        print(f"\nfigure protocol {len(ReplayTest.played)} examples said, {len(Talk.seen['send'])} of "
              f"{len(messages('send'))} frames and {len(Talk.codes)} close codes seen")


if __name__ == "__main__":
    unittest.main(verbosity=1)
