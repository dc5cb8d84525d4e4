"""The page of the documents: every route, and every frame of the protocol."""

import json
import unittest
import urllib.request

from case import URL, ConsoleCase, chromium

setUpModule, tearDownModule = chromium.start, chromium.stop
READY = "document.getElementById('chat').dataset.ready"


class DocsTest(ConsoleCase):
    async def test_frames_examples_and_close_codes(self):
        with urllib.request.urlopen(f"{URL}/asyncapi.json", timeout=10) as answer:
            told = json.load(answer)
        for width in (360, 1440):
            await self.page.size(width)
            await self.page.open(f"{URL}/docs?{width}")
            await self.page.until(READY)
            self.assertTrue(await self.page.js("document.documentElement.scrollWidth <= innerWidth"), f"too wide at {width}")
            self.assertTrue(await self.page.js("[...document.querySelectorAll('#chat pre')].every(p => p.scrollWidth <= p.clientWidth + 1)"))
        names = await self.page.js("[...document.querySelectorAll('#chat h4 code')].map(h => h.textContent)")
        self.assertEqual(sorted(names), sorted(one["name"] for one in told["components"]["messages"].values()))
        shapes = await self.page.js("[...document.querySelectorAll('#chat a')].every(a => document.querySelector(a.getAttribute('href')))")
        self.assertTrue(shapes, "a link to a shape leads nowhere")
        text = await self.page.js("document.getElementById('chat').textContent")
        for one in told["x-closeCodes"]:
            self.assertIn(str(one["code"]), text)
            self.assertIn(one["when"], text)
        print(f"\nfigure docs {len(names)} frames, {len(told['components']['schemas'])} shapes, {len(told['x-closeCodes'])} close codes")


if __name__ == "__main__":
    unittest.main(verbosity=2)
