"""The pages for administrators over a real server."""

import asyncio
import json
import unittest

from case import URL, ConsoleCase, chromium

setUpModule, tearDownModule = chromium.start, chromium.stop


class AdminTest(ConsoleCase):
    async def test_administration_is_refused_to_others(self):
        await self.page.open(f"{URL}/console#/admin/people")
        await self.page.until("document.querySelector('#admin [role=alert]')?.textContent.includes('not allowed')")

    async def test_alert_acknowledged_and_resolved(self):
        await self.enter_as_admin("alerts")
        await self.page.until("document.querySelector('[data-alert]')")
        await self.click("Acknowledge", "[data-alert]")
        await self.page.until("document.querySelector('[data-alert][data-state=acknowledged]')")
        await self.click("Resolve", "[data-alert][data-state=acknowledged]")
        await self.page.js("document.querySelector('dialog input').value = 'Called back'; document.querySelector('dialog form').requestSubmit()")
        await self.page.until("document.querySelector('[data-alert][data-state=resolved]')?.textContent.includes('Called back')")

    async def test_people_and_one_person(self):
        await self.enter_as_admin("people")
        await self.page.until("document.querySelectorAll('#admin tbody tr').length >= 20")
        # Another order is one of everyone, not of what happens to be loaded.
        await self.page.js("const s = [...document.querySelectorAll('#admin select')][1]; s.value = 'age'; s.dispatchEvent(new Event('change'))")
        await self.page.until("document.querySelectorAll('#admin tbody tr').length >= 180")
        ages = await self.page.js("[...document.querySelectorAll('#admin tbody tr')].length")
        self.assertFalse("there are more" in await self.page.js("document.querySelector('#admin').textContent"), f"{ages} shown")
        await self.page.js("document.querySelector('#admin tbody a').click()")
        await self.page.until("document.querySelectorAll('.heat li').length > 3")
        self.assertGreater(await self.page.js("document.querySelectorAll('[aria-label=Level] tbody tr').length"), 4)
        await self.page.js("location.hash = '#/admin/levels'")
        await self.page.until("document.querySelector('#admin')?.textContent.includes('Moves between levels')")

    async def test_night_watched(self):
        await self.enter_as_admin("nights")
        await self.page.until("document.querySelector('[aria-label=\"Nightly runs\"]')")
        await self.click("Start a run now")
        await self.page.until("document.querySelector('[data-run][data-state=wanted], [data-run][data-state=running]')", 30)
        run = await self.page.js("document.querySelector('[data-run]').dataset.run")
        await self.page.until(f"document.querySelector('[data-run={json.dumps(run)}]')?.dataset.state === 'done'", 60)

    async def test_costs_against_caps(self):
        await self.enter_as_admin("costs")
        await self.page.until("document.querySelector('#admin')?.textContent.includes('At most')")
        text = await self.page.js("document.querySelector('#admin').textContent")
        for words in ("One answer", "One person’s day", "Everyone’s day", "UTC", "Prices reviewed on"):
            self.assertIn(words, text)

    async def test_accessible_administration(self):
        await self.enter_as_admin("people")
        for name in ("people", "alerts", "levels", "costs", "person/de0101410000000000000000"):
            await self.page.js(f"location.hash = '#/admin/{name}'")
            await self.page.until("document.querySelector('#admin .panel')")
            await asyncio.sleep(0.4)
            await self.audit(name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
