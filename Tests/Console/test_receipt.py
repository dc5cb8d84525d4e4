"""The button for receipts: a file is checked, sent once, and what comes of it is drawn once."""

import json
import unittest

from case import ConsoleCase, chromium

setUpModule, tearDownModule = chromium.start, chromium.stop

PROPOSAL = {
    "proposalId": "receipt-1", "title": "Add an expense: “Corner Bakery”", "state": "open", "reason": None, "done": 0,
    "of": 1, "createdAt": "2026-11-22T10:00:00Z", "expiresAt": "2026-11-22T10:30:00Z",
    "rows": [{"label": "Amount", "before": None, "after": "£12.40"}],
    "remarks": ["Read from your receipt: check it before you say yes."],
}
QUESTION = {"questionId": "receipt-2", "asks": "amount", "text": "How much was paid?", "kind": "direct", "options": []}


class ReceiptTest(ConsoleCase):
    async def choose(self, kind: str, size: int = 9, name: str = "<b>receipt</b>"):
        await self.page.js(
            "(() => { const chosen = new DataTransfer();"
            f"chosen.items.add(new File([new Uint8Array({size})], {json.dumps(name)}, {{ type: {json.dumps(kind)} }}));"
            "const field = document.getElementById('receipt-file'); field.files = chosen.files;"
            "field.dispatchEvent(new Event('change')); })()")

    async def answer(self, body: dict):
        """From now on the server is played by the page."""
        await self.page.js(
            "window.asked = []; window.fetch = async (place, how) => { window.asked.push({ path: String(place),"
            " kind: how.headers['Content-Type'], size: how.body.size });"
            f"return new Response(JSON.stringify({json.dumps(body)}), {{ status: 200 }}); }}")

    async def said(self, words: str):
        await self.page.until(f"document.querySelector('.talk').textContent.includes({json.dumps(words)})")

    async def test_faults(self):
        self.allowed = ["409"]
        await self.chat()
        await self.choose("image/gif")
        await self.said("must be a JPEG, PNG or WebP picture, or a PDF")
        await self.choose("image/png", (5 << 20) + 1)
        await self.said("larger than 5 MB")
        # The embedded coach has no eyes; the server's own words are shown.
        await self.choose("image/png")
        await self.said("No model that could read a receipt is set up here")
        await self.page.until("!document.getElementById('receipt').disabled")
        await self.audit("receipt")

    async def test_cards(self):
        await self.chat()
        await self.answer({"proposal": PROPOSAL, "question": None, "read": {}, "doubts": []})
        for _ in range(2):
            await self.choose("application/pdf", 11)
            await self.page.until("document.querySelectorAll('[data-proposal=\"receipt-1\"]').length === 1")
            await self.page.until("!document.getElementById('receipt').disabled")
        await self.said("Read from your receipt: check it")
        asked = await self.page.js("window.asked")
        self.assertEqual([(one["kind"], one["size"]) for one in asked], [("application/pdf", 11)] * 2)
        self.assertIn("/me/receipts?conversationId=", asked[0]["path"])
        self.assertNotIn("receipt%3C", asked[0]["path"])
        await self.answer({"proposal": None, "question": QUESTION, "read": {}, "doubts": []})
        for _ in range(2):
            await self.choose("image/webp")
            await self.page.until("!document.getElementById('receipt').disabled")
        self.assertEqual(await self.page.js("document.querySelectorAll('[data-question=\"receipt-2\"]').length"), 1)


if __name__ == "__main__":
    unittest.main()
