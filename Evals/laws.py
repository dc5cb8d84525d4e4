"""What holds for every answer, whatever was asked. Each law takes an answer's text and gives what is wrong with it."""

import re
from decimal import Decimal

LONGEST = 2_600
MONEY = re.compile(r"(?:£|\bGBP )\s?(\d[\d,]*(?:\.\d+)?)\s?(k\b|million\b)?", re.I)
PERCENT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?(?:%|per cent\b|percent\b)")
TYPED = re.compile(r"\d[\d,]*(?:\.\d+)?")
EXAMPLE = re.compile(r"for (?:instance|example),? £[\d,.]*\d|\bcan I afford £200\?", re.I)
PHONE = re.compile(r"\b0\d[\d ]{8,}\d\b")
LINK = re.compile(r"https?://\S+|\bwww\.\S+|"
                  r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:co\.uk|org\.uk|com|net|io|example|org)\b", re.I)
HELP_PHONES = {"08001381111", "08088084000", "08088020133"}
HELP_SITES = {"stepchange.org", "nationaldebtline.org", "citizensadvice.org.uk", "moneyhelper.org.uk",
              "samaritans.org", "gamcare.org.uk"}
SPELT = (r"\b(?:hundred|thousand|grand|ninety|eighty|seventy|sixty|fifty|forty|thirty|twenty)\b[\w -]{0,30}"
         r"\b(?:pounds?|quid)\b")
AMERICAN = (r"\b(?:color|favorite|center|labor|behavior|analyze[sd]?|organized?|prioritiz\w+|canceled|traveler|"
            r"paycheck|checking account|vacation|gotten|jewelry|catalog|program for|enrollment|mom)\b")
GUILT = (r"you should have|you shouldn't have|irresponsib|shame on|asham|reckless|careless|bad with money|your fault|"
         r"foolish|stupid|you wasted|wasteful|naughty|disappoint|guilty|how could you|you failed")
PRODUCTS = (r"\b(?:klarna|clearpay|monzo|starling|revolut|barclaycard|vanquis|capital one|wonga|quickquid|lendable|"
            r"zopa|amigo|vanguard|etoro|coinbase|bitcoin|ethereum|premium bonds|balance transfer card|"
            r"consolidation loan|payday lender)\b")
URGES = r"\b(?:recommend|go for|best option|take out|apply for|sign up|switch to|invest in|buy|try|get a)\b"
CLAIMED = (r"\bI(?:'ve| have)(?: just| now| already)? (?:paid|transferred|moved|sent|cancelled|opened|applied|deleted|"
           r"saved|done (?:that|it))\b|\b(?:payment|transfer) has gone through\b|"
           r"\bhas been (?:paid|transferred|saved)\b")
PROMISES = (r"(?<!not )(?<!nothing in it is )(?<!no )(?<!cannot )(?<!can't )\bguarante|\brisk.free\b|"
            r"\bwill definitely\b|\bcan't lose\b")
# Fine only in words that the person typed.
UNTYPED = {
    "a foreign currency": r"[$€¥]|\b(?:dollars?|euros?|USD|EUR)\b", "not British": AMERICAN, "a guilt word": GUILT,
    "a lender or product": PRODUCTS, "a product urged": URGES + r"[^.!?\n]{0,60}" + PRODUCTS, "a promise": PROMISES,
    "an amount in words": SPELT, "a secret": r"\bde0\d{21}\b|\beyJ[\w-]{8,}|[\w.+-]+@example\.com",
}
NEVER = {
    "markup": r"\*\*|^#{1,4} |\]\(|```|`[^`]+`|^\|.*\|$|</?[a-z][^>]*>|!\[", "claims to have acted": CLAIMED,
    "an order": r"\byou (?:should|must|ought to|need to) (?:pay|clear|consolidate|borrow|refinance|default|stop paying)\b",
}


def broken(text, *, typed="", known=frozenset()):
    """Every law an answer breaks, in words. `known` holds hundredths of all figures that are true of the person."""
    faults = [f"no figure holds {number}" for number in numbers(text, set(known) | hundredths_typed(typed))]
    for what, pattern in {**UNTYPED, **NEVER}.items():
        found = re.search(pattern, text, re.I | re.M)
        if found and not (what in UNTYPED and found[0].lower() in typed.lower()):
            faults.append(f"{what}: “{found[0]}”")
    faults += _addresses(text)
    if len(text) > LONGEST:
        faults.append(f"longer than {LONGEST} characters: {len(text)}")
    # A step of a guided conversation also asks whether what is on record is right; a list of examples asks nothing.
    if (asked := questions(text)) > (2 if "Reply with" in text else 1) and "You can ask me, for example" not in text:
        faults.append(f"asks {asked} questions back")
    return faults


def numbers(text, allowed):
    """Amounts of money and percentages that are not allowed, as written."""
    bare = EXAMPLE.sub(" ", PHONE.sub(" ", text))
    found = [(found[0], _hundredths(found[1], found[2])) for found in MONEY.finditer(bare)]
    found += [(found[0], _hundredths(found[1])) for found in PERCENT.finditer(bare)]
    named = {5000, 3000, 2000} if re.search(r"50/30/20", text) else set()
    return [written for written, value in found if not {value} & (allowed | named)]


def hundredths_typed(typed):
    """Every number the person typed, as pounds, as thousands of them and as words would not tell apart."""
    plain = {_hundredths(number) for number in TYPED.findall(typed)}
    return plain | {value * 1000 for value in plain} | {value // 100 for value in plain}


def hundredths_known(value):
    """Every number in a JSON value, sign aside; a percentage also as it is printed with one decimal."""
    if isinstance(value, bool) or value is None:
        return set()
    if isinstance(value, (int, float)):
        exact = abs(Decimal(str(value)))
        return {int(round(exact * 100)), int(round(exact, 1) * 100), int(round(exact) * 100)}
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    held = set().union(*map(hundredths_known, members)) if members else set()
    return held | ({_hundredths(found[1]) for found in MONEY.finditer(value)} if isinstance(value, str) else set())


def questions(text):
    """Questions the answer asks back; those in quotation marks are somebody's words."""
    return len(re.findall(r"\?(?=\s|$)", re.sub(r"“[^”]*”", "", text)))


def _hundredths(digits, unit=None):
    factor = {"k": 1000, "million": 1_000_000}.get((unit or "").lower(), 1)
    return int(round(Decimal(digits.replace(",", "")) * 100 * factor))


def _addresses(text):
    phones = [phone for phone in PHONE.findall(text) if phone.replace(" ", "") not in HELP_PHONES]
    links = [link for link in LINK.findall(text) if link.lower().strip(".,)") not in HELP_SITES]
    return [f"an unreviewed address: “{found}”" for found in phones + links]
