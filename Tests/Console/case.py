"""What every test of the console needs: a page, a person signed in, and an eye on errors and accessibility.

    CONSOLE_URL=http://127.0.0.1:8000 CONSOLE_CHROMIUM=/usr/bin/chromium CONSOLE_ADMIN_TOKEN=… python run.py

The server holds the embedded demo people. Without an administrator's token the pages for administrators are left out.
"""

import asyncio
import json
import os
import pathlib
import unittest

from browser import Chromium, Page

URL = os.environ.get("CONSOLE_URL", "http://127.0.0.1:8000").rstrip("/")
ADMIN = os.environ.get("CONSOLE_ADMIN_TOKEN", "")
AUDIT = (pathlib.Path(__file__).parent / "audit.js").read_text()
LONG = "How do I pay off my debts fastest? Compare the ways."
NAMED = {"button", "link", "textbox", "searchbox", "checkbox", "switch", "radio", "combobox", "slider", "spinbutton",
         "meter", "progressbar", "img", "navigation", "region", "form", "dialog", "table"}

chromium = Chromium(os.environ.get("CONSOLE_CHROMIUM", "/usr/bin/chromium"))


class ConsoleCase(unittest.IsolatedAsyncioTestCase):
    """Each test has a page of its own; at the end no error may be in its console and no policy broken."""

    async def asyncSetUp(self):
        self.page = await self.enterAsyncContext(Page(chromium))
        self.allowed: list[str] = []
        await self.page.size(1280)

    async def asyncTearDown(self):
        errors = [e for e in self.page.errors if not any(words in e for words in self.allowed)]
        self.assertEqual(errors, [])
        self.assertEqual(await self.page.breaches(), [])

    async def chat(self):
        await self.page.open(f"{URL}/console#/chat")
        await self.page.until("document.querySelector('.talk')?.dataset.line === 'open'")
        # A conversation of its own.
        await self.click("New chat")
        await self.page.until("document.querySelector('.talk h1').textContent.startsWith('New')")
        await self.page.until("document.querySelector('.talk').dataset.line === 'open'")

    async def ask(self, words: str):
        await self.page.js(f"document.getElementById('question').value = {json.dumps(words)};"
                           "document.querySelector('.composer').requestSubmit()")

    async def click(self, words: str, within: str = "body"):
        found = f"[...document.querySelectorAll({json.dumps(within + ' button')})].find(b => b.checkVisibility() && b.textContent.startsWith({json.dumps(words)}))"
        await self.page.until(found)
        await self.page.js(f"{found}.click()")

    async def answered(self, seconds: float = 60):
        await self.page.until("document.querySelector('article.assistant[data-id]') && !document.querySelector('article.live')"
                              " && !document.querySelector('[data-pending]')", seconds)

    async def enter_as_admin(self, place: str):
        if not ADMIN:
            self.skipTest("CONSOLE_ADMIN_TOKEN is not set")
        await self.page.open(f"{URL}/console#/admin")
        await self.page.until("document.documentElement.dataset.ready")
        await self.page.js("document.getElementById('sign-out').click()")
        await self.page.js(f"location.hash = '#/admin/{place}'; document.getElementById('token').value = {json.dumps(ADMIN)};"
                           "document.getElementById('door').requestSubmit()")

    async def audit(self, name: str):
        """Faults at both widths and in both schemes, names of everything that can be used, and a visible focus."""
        faults = []
        for width in (360, 1440):
            for dark in (False, True):
                await self.page.size(width, 800, dark)
                await asyncio.sleep(0.05)
                faults += [f"{name} {width} {'dark' if dark else 'light'}: {one}" for one in await self.page.js(AUDIT)]
        tree = await self.page.call("Accessibility.getFullAXTree")
        for node in tree["nodes"]:
            role = node.get("role", {}).get("value")
            if not node.get("ignored") and role in NAMED and not node.get("name", {}).get("value"):
                faults.append(f"{name}: {role} without a name")
        await self.page.js("document.getElementById('page').focus()")
        await self.page.press("Tab", 9)
        if await self.page.js("getComputedStyle(document.activeElement).outlineStyle") == "none":
            faults.append(f"{name}: focus cannot be seen on {await self.page.js('document.activeElement.outerHTML.slice(0, 80)')}")
        self.assertFalse(faults, "\n" + "\n".join(sorted(set(faults))))
