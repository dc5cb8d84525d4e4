"""Which look-ups a careful model would ask for: by keywords, the most telling first."""

import re

AMOUNT = re.compile(r"£?(\d[\d,]*(?:\.\d{1,2})?)\s*(k\b|grand\b)?", re.I)
TOPICS = [
    (r"afford|can i buy|room for|treat myself", "afford"),
    (r"avalanche|snowball|debt.?free|pay (it|them|off)|pay .{0,20}off|clear (it|my|them)|overpay|off quicker", "simulate_debts"),
    (r"debt|owe|loan|card|overdraft|borrow|apr|interest", "get_debts"),
    (r"50.?30.?20|needs and wants|needs,? wants", "budget_rule"),
    (r"subscription|direct debit|standing order|gone up|going out every|recurring|repeat", "get_recurring"),
    (r"forecast|left to spend|end of the month|month.?end|look ahead|next few months|make it to payday", "forecast"),
    (r"people like me|other people|everyone else|compared? (to|with) others|average person|normal for", "peers"),
    (r"\bweek", "get_week"),
    (r"compare|than last month|vs last month|against last month", "compare_months"),
    (r"budget", "get_budgets"),
    (r"goal|saving|saved|put (by|away|aside)|holiday|fund|on track", "get_goals"),
    (r"biggest|largest|transactions|payments|receipts|list", "list_transactions"),
    (r"income|earn|wage|paid|spen|left|skint|money|month|coming in|going out|outgoings|rent", "get_month"),
]


def look_ups(question, today):
    """The calls for a question, none when it is about nothing we know."""
    words = question.lower()
    name = next((name for pattern, name in TOPICS if re.search(pattern, words)), None)
    return [(name, _arguments(name, words, today))] if name else []


def amount(words):
    """The first amount of money typed, in pounds."""
    found = AMOUNT.search(words)
    if not found:
        return None
    pounds = float(found[1].replace(",", ""))
    return pounds * 1000 if found[2] else pounds


def _arguments(name, words, today):
    last = f"{today[0] - (today[1] == 1)}-{(today[1] - 2) % 12 + 1:02d}"
    if name == "afford":
        return {"amount": amount(words) or 0}
    if name == "simulate_debts" and (extra := amount(words)):
        return {"lump_sum": extra} if re.search(r"bonus|lump|one.?off|inherit", words) else {"extra": extra}
    if name == "compare_months":
        return {"first": last}
    if name in ("get_month", "get_budgets", "list_transactions") and "last month" in words:
        return {"month": last}
    return {}
