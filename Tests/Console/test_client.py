"""The reference client against a server that misbehaves on purpose: gaps, refusals, and every close code."""

import asyncio
import json
import unittest

from browser import Page
from scripted import FINAL, URL, WELCOME, ScriptedCase, chromium, completed, frame, piece, started

setUpModule, tearDownModule = chromium.start, chromium.stop


class ClientTest(ScriptedCase):
    async def test_a_gap_is_asked_for_again_and_nothing_is_told_twice(self):
        asked = []

        async def scene(socket):
            for text in (WELCOME, started(), piece(2), piece(2), piece(4), piece(5)):
                await socket.send(text)
            asked.append(json.loads(await socket.recv()))
            for text in (piece(3), piece(4), piece(5), completed(6)):
                await socket.send(text)

        await self.serve(scene)
        await self.page.until("heard.some(([type]) => type === 'turn_completed')")
        self.assertEqual(asked, [{"type": "resume", "turnId": "t", "afterSeq": 2}])
        self.assertEqual(await self.heard("text_delta"), [2, 3, 4, 5])

    async def test_a_turn_is_resumed_after_a_slow_line_was_closed(self):
        asked = []

        async def first(socket):
            for text in (WELCOME, started(), piece(2)):
                await socket.send(text)
            await socket.close(4408, "too slow")

        async def second(socket):
            await socket.send(WELCOME)
            asked.append(json.loads(await socket.recv()))
            await socket.send(completed(3))

        await self.serve(first, second)
        await self.page.until("heard.some(([type]) => type === 'turn_completed')")
        self.assertEqual(asked, [{"type": "resume", "turnId": "t", "afterSeq": 2}])
        self.assertLess(self.arrivals[1] - self.arrivals[0], 1)

    async def test_a_question_is_kept_until_its_turn_begins(self):
        said = []

        async def first(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))
            await socket.close(1011)

        async def second(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))
            await socket.send(frame("error", {"code": "rate_limited", "message": "", "retryable": True, "retryAfterMs": 200}))
            said.append(json.loads(await socket.recv()))
            await socket.send(started(said[-1]["clientMsgId"]))
            await socket.send(completed(2))

        await self.serve(first, second)
        await self.page.js("chat.send('Hello')")
        await self.page.until("heard.some(([type]) => type === 'turn_completed')")
        self.assertEqual([one["message"] for one in said], ["Hello"] * 3)
        self.assertEqual(len({one["clientMsgId"] for one in said}), 1)
        self.assertEqual(await self.page.js("chat.pending.length"), 0)

    async def test_a_refused_question_is_told_and_the_next_one_goes(self):
        said = []

        async def scene(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))
            refusal = {"code": "conflict", "message": "Used.", "retryable": False, "clientMsgId": said[0]["clientMsgId"]}
            await socket.send(frame("error", refusal))

        await self.serve(scene)
        await self.page.js("chat.send('One')")
        await self.page.until("heard.some(([type]) => type === 'refused')")
        self.assertEqual(await self.page.js("chat.pending.length"), 0)

    async def test_an_answer_that_cannot_be_replayed_frees_the_line(self):
        said = []

        async def scene(socket):
            await socket.send(WELCOME)
            await socket.send(started())
            await socket.send(piece(4))
            await socket.recv()
            gone = {"code": "resume_unavailable", "message": "", "retryable": False, "state": "complete", "text": "All", "messageId": "m"}
            await socket.send(frame("error", gone, "t"))
            said.append(json.loads(await socket.recv()))

        await self.serve(scene)
        await self.page.until("heard.some(([type]) => type === 'error')")
        await self.page.js("chat.send('Next')")
        await asyncio.sleep(0.2)
        self.assertEqual([one["message"] for one in said], ["Next"])

    async def test_a_resume_that_is_refused_for_now_is_asked_for_again(self):
        said = []

        async def scene(socket):
            for text in (WELCOME, started(), piece(4)):
                await socket.send(text)
            said.append(json.loads(await socket.recv()))
            later = {"code": "temporarily_unavailable", "message": "", "retryable": True, "retryAfterMs": 50}
            await socket.send(frame("error", later))
            said.append(json.loads(await socket.recv()))

        await self.serve(scene)
        for _ in range(200):
            if len(said) == 2:
                break
            await asyncio.sleep(0.05)
        self.assertEqual([one["type"] for one in said], ["resume", "resume"])

    async def test_a_ticket_opens_the_real_server(self):
        self.page = await self.enterAsyncContext(Page(chromium))
        await self.page.open(f"{URL}/console#/admin")
        await self.page.until("document.documentElement.dataset.ready")
        await self.page.js("""(async () => {
            const { RehoClient } = await import("/console/reho-client.js");
            window.heard = [];
            window.chat = new RehoClient({ conversationId: crypto.randomUUID(),
              token: async () => (await (await fetch("/console/demo-token")).json()).token });
            for (const type of ["turn_started", "turn_completed"]) chat.on(type, () => heard.push([type]));
            chat.send("What is left this month?");
            chat.start();
        })()""")
        await self.page.until("heard.some(([type]) => type === 'turn_completed')")
        self.assertEqual(await self.page.js("chat.pending.length"), 0)

    async def test_final_codes_are_final(self):
        for code in FINAL:
            async def scene(socket, code=code):
                await socket.close(code, "no")

            await self.serve(scene)
            await self.page.until("heard.some(([type, state]) => type === 'state' && state === 'closed')")
            await asyncio.sleep(0.15)
            self.assertEqual(len(self.arrivals), 1, f"came back after {code}")

    async def test_an_expired_token_is_replaced(self):
        async def scene(socket):
            await socket.send(WELCOME)
            await socket.close(4401, "token expired")

        async def second(socket):
            await socket.send(WELCOME)

        await self.serve(scene, second)
        await self.page.until("heard.filter(([type, state]) => state === 'open').length === 2")
        self.assertEqual(self.tokens, ["token-1", "token-2"])
        self.assertEqual(await self.page.js("asked"), ["no_token", "expired"])

    async def test_a_token_is_brought_when_asked_for(self):
        said = []

        async def scene(socket):
            await socket.send(WELCOME)
            await socket.send(frame("auth_required", {}))
            said.append(json.loads(await socket.recv()))

        await self.serve(scene)
        await self.page.until("heard.some(([type]) => type === 'auth_required')")
        await asyncio.sleep(0.2)
        self.assertEqual(said, [{"type": "auth", "token": "token-2"}])

    async def test_a_draining_server_says_when_to_come_back(self):
        async def scene(socket):
            await socket.send(WELCOME)
            await socket.send(frame("server_draining", {"reconnectAfterMs": 900}))
            await socket.close(1012)

        await self.serve(scene)
        await self.page.until("heard.filter(([type, state]) => state === 'connecting').length === 2")
        await asyncio.sleep(0.3)
        self.assertGreater(self.arrivals[1] - self.arrivals[0], 0.88)

    async def test_waits_grow_and_are_spread(self):
        async def scene(socket):
            await socket.close(1013)

        await self.serve(*[scene] * 4)
        await self.page.until("heard.filter(([type, state]) => state === 'connecting').length === 4", 30)
        await asyncio.sleep(0.1)
        waits = [late - early for early, late in zip(self.arrivals, self.arrivals[1:])]
        for wait, (least, most) in zip(waits, ((0.24, 0.8), (0.49, 1.4), (0.99, 2.5))):
            self.assertTrue(least < wait < most, waits)


if __name__ == "__main__":
    unittest.main(verbosity=2)
