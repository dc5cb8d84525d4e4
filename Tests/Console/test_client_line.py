"""The reference client's line: heartbeats, waits, what an erasure takes away, and questions that outlast a reload."""

import asyncio
import json
import unittest

from scripted import WELCOME, ScriptedCase, chromium, completed, frame, piece, started

setUpModule, tearDownModule = chromium.start, chromium.stop

# A second of the client's waits takes a fiftieth of one.
FASTER = "const slow = window.setTimeout; window.setTimeout = (act, wait, ...rest) => slow(act, wait / 50, ...rest);"
PAUSES = """(async () => {
  const { pauseBefore } = await import("/console/reho-socket.js");
  const all = [1006, 1011, 1012, 1013, 4401, 4408, 4409, 4429, 4505];
  return all.map(code => [code, ...[[0, null, 0], [0, null, 1], [4, null, 1], [9, null, 1], [3, 700, 0]]
    .map(([tries, hint, spread]) => pauseBefore(code, tries, hint, () => spread))]);
})()"""
KEPT = """(async () => {
  const { RehoClient } = await import("/console/reho-client.js");
  const { Outbox } = await import("/console/reho-outbox.js");
  window.heard = [];
  window.chat = new RehoClient({ base: "http://127.0.0.1:%d", ticket: false, token: () => "a-secret-token",
    outbox: new Outbox(sessionStorage, "maya") });
  for (const type of ["state", "turn_started", "turn_completed"])
    chat.on(type, (data, frame) => heard.push([type, data.state]));
})()"""


class LineTest(ScriptedCase):
    async def test_silence_is_asked_about_and_then_taken_for_a_dead_line(self):
        said = []

        async def first(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))
            await socket.send(frame("pong", {}))
            said.append(json.loads(await socket.recv()))

        async def second(socket):
            await socket.send(WELCOME)

        await self.serve(first, second, before=FASTER)
        await self.page.until("heard.filter(([type, state]) => state === 'open').length === 2")
        self.assertEqual(said, [{"type": "ping"}] * 2)
        # Twice 20 seconds of silence and 10 more without an answer, a fiftieth of them.
        self.assertGreater(self.arrivals[1] - self.arrivals[0], 0.95)

    async def test_erased_data_is_forgotten_and_the_line_begins_anew(self):
        said = []

        async def first(socket):
            for text in (WELCOME, started(), piece(2)):
                await socket.send(text)
            await asyncio.sleep(0.3)
            await socket.close(4505)

        async def second(socket):
            await socket.send(WELCOME)
            said.append(json.loads(await socket.recv()))

        await self.serve(first, second)
        await self.page.until("heard.some(([type]) => type === 'text_delta')")
        await self.page.js("chat.send('Kept?')")
        await self.page.until("heard.filter(([type, state]) => state === 'open').length === 2")
        self.assertEqual(await self.page.js("[chat.pending.length, chat.turn]"), [0, None])
        await self.page.js("chat.send('New')")
        await asyncio.sleep(0.2)
        self.assertEqual([one["message"] for one in said], ["New"])
        self.assertLess(self.arrivals[1] - self.arrivals[0], 1)

    async def test_waits_of_each_code(self):
        await self.serve()
        for code, least, first, fifth, tenth, hinted in await self.page.js(PAUSES):
            at_once = code in (4401, 4408, 4409, 4505)
            floor = 5_000 if code == 4429 else 0
            self.assertEqual((least, first), (50, 50) if at_once else (max(250, floor), max(500, floor)), code)
            self.assertEqual((fifth, tenth, hinted), (8_000, 15_000, 700), code)

    async def test_questions_outlast_a_reload_until_they_are_acknowledged(self):
        said = []

        async def scene(socket):
            await socket.send(WELCOME)
            for number in (0, 1):
                said.append(json.loads(await socket.recv()))
                await socket.send(started(said[-1]["clientMsgId"], f"t{number}"))
                await socket.send(completed(2, f"t{number}"))

        await self.serve(None, scene)
        port = await self.page.js("new URL(chat.door.base).port")
        await self.page.js("chat.close()")
        await self.page.js(KEPT % int(port))
        ids = [await self.page.js(f"chat.send('{words}')") for words in ("One", "Two")]
        for _ in range(18):
            self.assertTrue(await self.page.js("chat.send('More')"))
        self.assertIsNone(await self.page.js("chat.send('Too many')"))
        await self.page.js("chat.pending.slice(2).forEach(one => chat.outbox.drop(one.clientMsgId))")
        kept = await self.page.js("JSON.stringify(Object.entries(sessionStorage))")
        self.assertIn("Two", kept)
        self.assertNotIn("secret", kept)
        await self.page.js("window.isOld = true; location.reload()")
        await self.page.until("!window.isOld && document.documentElement.dataset.ready")
        await self.page.js(KEPT % int(port))
        self.assertEqual(await self.page.js("chat.pending.map(one => one.clientMsgId)"), ids)
        await self.page.js("chat.start()")
        await self.page.until("heard.filter(([type]) => type === 'turn_completed').length === 2")
        self.assertEqual([(one["clientMsgId"], one["message"]) for one in said], list(zip(ids, ("One", "Two"))))
        self.assertEqual(await self.page.js("sessionStorage.length"), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
