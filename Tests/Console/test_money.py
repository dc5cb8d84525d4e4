"""My money over a real server, charts and their tables, and the accessibility of what a person sees."""

import asyncio
import unittest

from case import URL, ConsoleCase, chromium

LOADED = "document.querySelectorAll('#money [aria-busy=false]').length >= 8 && !document.querySelector('#money [aria-busy=true]')"
setUpModule, tearDownModule = chromium.start, chromium.stop


class MoneyTest(ConsoleCase):
    async def test_money(self):
        await self.page.open(f"{URL}/console#/money")
        await self.page.until(LOADED)
        self.assertEqual(await self.page.js("document.querySelectorAll('#money [role=alert]').length"), 0)
        await self.page.until("document.querySelector('[aria-label=\"Debt plan\"] canvas')")
        text = "document.querySelector('[aria-label=\"Debt plan\"] > div:last-child > p').textContent"
        before = await self.page.js(text)
        await self.page.js("const s = document.querySelector('input[type=range]'); s.value = 200; s.dispatchEvent(new Event('input'))")
        await self.page.until(f"{text}.includes('£200.00')")
        self.assertNotEqual(before, await self.page.js(text))
        mood = "document.querySelector('[aria-label=\"How I feel\"]')"
        await self.page.js("[...document.querySelectorAll('.switch')].find(s => s.textContent.includes('Keep how I feel')).querySelector('input').click()")
        await self.page.until(f"{mood}.querySelector('.row button')")
        await self.click("Good", "[aria-label='How I feel']")
        await self.page.until(f"{mood}.textContent.includes('Days kept: 1,')")
        await self.page.js("[...document.querySelectorAll('.switch')].find(s => s.textContent.includes('Keep how I feel')).querySelector('input').click()")
        await self.page.until(f"{mood}.textContent.includes('not kept')")
        await self.click("Erase everything")
        await self.page.js("document.querySelector('dialog form').requestSubmit()")
        self.assertTrue(await self.page.js("document.querySelector('dialog').open"), "without the word nothing is erased")
        await self.click("Cancel", "dialog")

    async def test_what_does_not_repeat_is_left_out(self):
        await self.page.open(f"{URL}/console#/money")
        await self.page.until(LOADED)
        panel = "document.querySelector('[aria-label=\"What repeats\"]')"
        labels = f"[...{panel}.querySelectorAll('[aria-label$=\"does not repeat\"]')].map(b => b.ariaLabel)"
        first = (await self.page.js(labels))[0]
        await self.page.js(f"{panel}.querySelector('[aria-label$=\"does not repeat\"]').click()")
        await self.page.until(f"{panel}.textContent.includes('Left out because you said so (1)')")
        self.assertNotIn(first, await self.page.js(labels))
        await self.page.js(f"{panel}.querySelector('[aria-label^=\"Count\"]').click()")
        await self.page.until(f"!{panel}.textContent.includes('Left out because you said so')")
        self.assertEqual((await self.page.js(labels))[0], first)

    async def test_tables_stand_in_for_charts(self):
        self.allowed = ["chart.js"]
        await self.page.call("Network.setBlockedURLs", urls=["*chart.js*"])
        await self.page.open(f"{URL}/console#/money")
        await self.page.until(LOADED)
        await asyncio.sleep(0.3)
        self.assertEqual(await self.page.js("document.querySelectorAll('canvas').length"), 0)
        self.assertTrue(await self.page.js("[...document.querySelectorAll('[aria-label=\"50/30/20\"] .fold')][0].open"))

    async def test_accessible(self):
        await self.chat()
        await self.ask("Where did my money go?")
        await self.answered()
        await self.page.js("document.querySelectorAll('article details').forEach(d => { d.open = true; })")
        await self.audit("an answer")
        await self.click("News")
        await self.page.until("document.querySelectorAll('#news li h3').length")
        await self.audit("news")
        await self.click("Close", "#news")
        await self.click("Check-in")
        await self.page.until("document.querySelector('.flow:not([hidden]) fieldset')")
        await self.audit("a question")
        await self.click("Leave it for now", ".flow")
        await self.page.js("location.hash = '#/money'")
        await self.page.until(LOADED)
        await self.page.js("document.querySelectorAll('#money details').forEach(d => { d.open = true; })")
        await self.audit("money")


if __name__ == "__main__":
    unittest.main(verbosity=2)
