#!/usr/bin/env python3
"""Writes the seeds that fuzzing starts from into Fuzz/Corpus; run it again after a change and commit what it wrote.

    python3 Fuzz/seeds.py

The first byte of a seed is the choice that its oracle reads (Tests/Oracles). Files named found-* are inputs that once
broke something: they are put there by hand and stay.
"""

import hashlib
import hmac
import json
import pathlib
import struct
import zlib

from seed_formats import Bits, date, decimal, deflate, frame, oid, part

CORPUS = pathlib.Path(__file__).parent / "Corpus"


def write(target, seeds):
    """One file a seed; what is gone from this script is gone from the folder."""
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if not old.name.startswith("found-"):
            old.unlink()
    for name, (choice, content) in seeds.items():
        content = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(bytes([choice]) + content)


def frames():
    """Messages whole and in fragments, control frames between them, and the rules broken."""
    hello = "grüße 😀".encode()
    return {
        "text": (0, frame(1, hello)),
        "fragments": (0, frame(1, hello[:5], False) + frame(9, b"ping") + frame(0, hello[5:])),
        "binary-126": (0, frame(2, bytes(range(126)))),
        "controls": (4, frame(9, b"x" * 125) + frame(10) + frame(8, struct.pack(">H", 1000) + b"bye")),
        "close-empty": (8, frame(8)),
        "packed": (1, frame(1, deflate(hello * 9), packed=True) + frame(2, b"plain")),
        "packed-fragments": (1, frame(1, deflate(hello)[:4], False, True) + frame(0, deflate(hello)[4:])),
        "packed-bomb": (3, frame(2, deflate(bytes(4096)), packed=True)),
        "small-limits": (2, frame(1, b"a" * 64, False) + frame(0, b"b" * 32) + frame(1, b"c" * 65)),
        "many-fragments": (2, frame(2, b"a", False) + frame(0, b"b", False) * 4 + frame(0, b"c")),
        "unmasked": (0, b"\x81\x02hi"),
        "reserved-bit": (0, frame(1, b"x", packed=True)),
        "length-64": (0, b"\x82\xff" + struct.pack(">Q", 1 << 62) + b"\0\0\0\0"),
        "length-long": (0, b"\x82\xfe\x00\x05" + b"\0\0\0\0hello"),
        "bad-text": (0, frame(1, b"\xed\xa0\x80") + frame(1, b"\xf4\x90\x80\x80")),
        "bad-close": (0, frame(8, b"\x03\xee")),
    }


def deflates():
    """Compressed data, plain data to be compressed, and extension headers: the oracle reads each seed as all three."""
    return {
        "packed": (2, deflate(b"what do I owe, and when is it paid? " * 20)),
        "stored": (1, deflate(b"what do I owe", level=0)),
        "bomb": (0, deflate(bytes(100_000))),
        "final-block": (1, zlib.compress(b"hello hello hello", wbits=-15)),
        "empty": (1, b"\x00"),
        "cut": (1, deflate(b"what do I owe, and when is it paid?")[:9]),
        "plain": (5, "überweisung 12.50 € " * 8),
        "offer": (0, "permessage-deflate; client_max_window_bits"),
        "offer-window": (0, 'permessage-deflate; server_max_window_bits="10"; server_no_context_takeover'),
        "offers": (0, "x-other, permessage-deflate; a=b, permessage-deflate;server_max_window_bits=9"),
    }


def upgrades():
    """Requests, handshakes good and bad, and frames behind them."""
    lines = [
        "Host: x", "Upgrade: websocket", "Connection: keep-alive, Upgrade", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]

    def request(first="GET /ws HTTP/1.1", lines=lines, body=b""):
        return "\r\n".join([first, *lines, "", ""]).encode() + body

    deflating = lines + ["Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"]
    chunked = ["Host: x", "Transfer-Encoding: chunked"]
    get = request("GET /hello HTTP/1.1", ["Host: x"])
    return {
        "handshake": (0, request(body=frame(1, b"hello") + frame(9, b"p") + frame(8, b"\x03\xe8"))),
        "deflate": (2, request(lines=deflating, body=frame(1, deflate(b"hello" * 99), packed=True))),
        "pipelined": (4, get + get + request(body=frame(2, b"\x00\x01"))),
        "version-8": (0, request(lines=lines[:3] + ["Sec-WebSocket-Version: 8"] + lines[4:])),
        "key-short": (0, request(lines=lines[:4] + ["Sec-WebSocket-Key: c2hvcnQ="])),
        "key-twice": (0, request(lines=lines + lines[4:])),
        "post": (0, request("POST /ws HTTP/1.1", lines + ["Content-Length: 2"], b"hi")),
        "chunked": (6, request("POST /hello HTTP/1.1", chunked, b"3\r\nabc\r\n0\r\n\r\n")),
        "h2c": (0, request("GET /hello HTTP/1.1", ["Host: x", "Upgrade: h2c", "Connection: Upgrade"], b"PRI")),
        "host-twice": (0, request(lines=["Host: y"] + lines)),
        "http-1.0": (0, request("GET /ws HTTP/1.0")),
        "elsewhere": (0, request("GET /nowhere HTTP/1.1", body=b"more")),
        "rubbish": (0, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
    }


def streams():
    """Answers as providers send them, and the odd forms that the event format allows."""
    def chunk(**fields):
        return "data: " + json.dumps(fields, separators=(",", ":")) + "\n\n"

    def delta(finish=None, **fields):
        return {"choices": [{"index": 0, "delta": fields, "finish_reason": finish}]}

    call = [{"index": 0, "id": "c1", "function": {"name": "find", "arguments": '{"month":"2026-04"}'}}]
    usage = {"choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 2}}
    answer = chunk(**delta(content="You owe ")) + chunk(**delta("stop", content="£12."))
    return {
        "answer": (0, answer + chunk(**usage) + "data: [DONE]\n\n"),
        "call": (2, chunk(**delta(tool_calls=call)) + chunk(**delta("tool_calls"))),
        "refusal": (0, chunk(**delta("content_filter", refusal="No."))),
        "error": (0, chunk(error={"message": "bad key sk-canary-0123456789", "code": "invalid_api_key"})),
        "error-text": (0, 'data: {"error":"overloaded"}\n\n'),
        "cut": (0, chunk(**delta("length", content="£" * 200)) * 2),
        "line-ends": (6, "data: a\rdata: b\r\n\r\n: note\n\ndata:c\nid: 7\n\n\r\rdata\n\n"),
        "mark": (8, "\ufeffdata: marked\n\n\ufeffdata: not\n\n"),
        "too-long": (1, "data: short\n\ndata: " + "x" * 60 + "\n\n"),
        "joined-too-long": (1, ("data: " + "y" * 20 + "\n") * 4 + "\n"),
        "just-fits": (1, "data: " + "z" * 42 + "\r\n\r\n"),
    }


def bsons():
    """Every type once, nesting, and lengths that lie."""
    nested = Bits.document()
    for _ in range(60):
        nested = Bits.document(Bits.element(3, "", nested))
    deep = b"".join(bytes([3, 0]) + struct.pack("<i", 2000 - 6 * level) for level in range(140))
    return {
        "numbers": (0, Bits.of({"a": 1, "b": 1 << 40, "c": 12.5, "d": decimal(1250, -2), "e": decimal(1, 40)})),
        "texts": (0, Bits.of({"name": "Maya £", "bad": (2, Bits.text(b"\xff\xfe")), "list": ["a", None, True]})),
        "odd": (0, Bits.of({
            "r": (11, b"^a\0i\0"), "t": (17, bytes(8)), "b": (5, struct.pack("<iB", 2, 4) + b"xy"), "u": (6, b""),
            "p": (12, Bits.text("db.x") + bytes(12)), "j": (13, Bits.text("x")), "s": (14, Bits.text("y")),
            "w": (15, struct.pack("<i", 18) + Bits.text("c") + Bits.document() + b"\0\0\0"), "min": (255, b""),
        })),
        "ids": (0, Bits.of({"_id": oid(0x65F0_0000_0000_0000_0000_0001), "at": date("2026-04-05")})),
        "nested": (0, nested),
        "too-deep": (0, struct.pack("<i", 2006) + deep),
        "lying-string": (0, Bits.document(Bits.element(2, "a", struct.pack("<i", 0x7FFF_FFFF) + b"x\0"))),
        "lying-document": (0, struct.pack("<i", -5) + b"\0"),
        "lying-binary": (0, Bits.document(Bits.element(5, "a", struct.pack("<i", -1) + b"\0"))),
        "empty-names": (0, Bits.document(Bits.element(4, "", Bits.document(*[Bits.element(10, "", b"")] * 40)))),
    }


def person(**lists):
    """A person with records, as RecordOracle reads them."""
    user = {"_id": oid(1), "name": "Maya", "role": "USER", "partnerId": oid(2), "isDeleted": False}
    for name, records in lists.items():
        lists[name] = [{"_id": oid(100 + at), "userId": oid(1), **each} for at, each in enumerate(records)]
    return Bits.of({"user": user, **lists})


def records():
    """Ordinary months, and amounts, dates and kinds that are not."""
    made = date("2026-03-20")
    income = {"name": "Salary", "amount": 2100.5, "receiveDate": date("2026-04-25"), "frequency": "monthly"}
    food = {"name": "Food", "amount": 45, "endDate": date("2026-04-05"), "frequency": "on-off", "budgetId": oid(100)}
    budget = {"name": "Food", "amount": 300, "category": "Essential(Needs)", "type": "household", "createdAt": made}
    debt = {
        "name": "Card", "amount": 1200.0, "monthlyPayment": 60, "userInterestRate": 24.9, "AdHocPayment": 5,
        "capitalRepayment": 40, "interestRepayment": 20, "payDueDate": date("2026-04-15"), "completionRatio": 10,
    }
    goal = {
        "name": "Holiday", "totalAmount": 600, "savedMoney": 150, "monthlyTarget": 50, "date": made,
        "completeDate": date("2027-01-01"), "completionRation": 25, "isCompleted": False,
    }
    instants = [(9, struct.pack("<q", milliseconds)) for milliseconds in (0, 1 << 62, -1 << 63)]
    huge = [{**food, "amount": amount} for amount in (1e15, -1e15, float("nan"), float("inf"), 1 << 62, decimal(9, 30))]
    return {
        "month": (0, person(incomes=[income], expenses=[food], budgets=[budget], debts=[debt], goals=[goal])),
        "debts": (0, person(debts=[debt, {**debt, "monthlyPayment": 1}, {**debt, "amount": 1 << 50}])),
        "huge": (0, person(incomes=[{**income, "amount": 99e12}] * 3, expenses=huge)),
        "texts": (0, person(incomes=[{**income, "amount": "2.100,50"}], expenses=[{**food, "amount": "12.50"}])),
        "dates": (0, person(incomes=[{**income, "receiveDate": instant} for instant in instants])),
        "doubled": (0, person(expenses=[food, food], budgets=[budget, budget], partner=[{**budget, "userId": oid(2)}])),
        "goals": (0, person(goals=[goal, {**goal, "monthlyTarget": 0}, {**goal, "completionRation": 400}])),
    }


def jwts():
    """Payloads to be sealed, headers to be refused, and whole tokens; the secret is TokenOracle's own."""
    secret = b"an oracle's own secret, 32 bytes"
    claims = {"id": "65f000000000000000000001", "role": "ADMIN", "iat": 1776690000, "exp": 1776790000}
    payload = json.dumps(claims, separators=(",", ":"))
    signed = part('{"alg":"HS256","typ":"JWT"}') + "." + part(payload)
    token = signed + "." + part(hmac.new(secret, signed.encode(), hashlib.sha256).digest())
    return {
        "token": (0, token),
        "unsigned": (0, part('{"alg":"none"}') + "." + part(payload) + "."),
        "payload": (1, payload),
        "payload-user-id": (5, payload.replace('"id"', '"user_id"').replace("ADMIN", "USER")),
        "expired": (1, payload.replace("1776790000", "1776600000")),
        "twice": (1, payload[:-1] + ',"role":"USER"}'),
        "escaped": (9, payload.replace('"exp"', '"\\u0065xp"')),
        "floating": (1, payload.replace("1776790000", "1.77679e9")),
        "headers": (2, '{"alg":"HS256","kid":"../../dev/null"}\n' + payload),
        "header-none": (2, '{"alg":"none"}\n' + payload),
        "header-critical": (2, '{"alg":"HS256","crit":["exp"]}\n' + payload),
        "others": (3, payload),
        "others-late": (7, payload[:-1] + ',"nbf":1776690000}'),
    }


def chats():
    """Frames of both dialects: the choice is even for the present one, odd for the old."""
    def v2(kind, **fields):
        return json.dumps({"v": 2, "type": kind, **fields}, separators=(",", ":"), ensure_ascii=False)

    turn = "0198c0de-0000-7000-8000-000000000001"
    message = "65f000000000000000000001"
    return {
        "send": (0, v2("send", clientMsgId="c-1", message="What do I owe? £ 😀")),
        "send-escaped": (0, '{"type":"send","clientMsgId":"\\u00e9","message":"\\ud83d\\ude00 \\ud800 \\u0000 x"}'),
        "stop": (0, v2("stop", turnId=turn)),
        "resume": (0, v2("resume", turnId=turn, afterSeq=9223372036854775807)),
        "regenerate": (0, v2("regenerate", messageId=message)),
        "auth": (0, v2("auth", token="a.b.c")),
        "ping": (0, v2("ping")),
        "nudges": (0, v2("nudges", op="ack", id="n-1")),
        "insights": (0, v2("insights", op="snooze", id="i-1", until="2026-05-01T09:00:00Z")),
        "flow": (0, v2("start_flow", flow="onboarding")),
        "answer-number": (0, '{"v":2,"type":"answer","questionId":"age","value":1e308}'),
        "answer-list": (0, v2("answer", questionId="goals", value=["a", "b"])),
        "back": (0, v2("flow", op="edit", questionId="age")),
        "decide": (0, v2("confirm", proposalId="p-1")),
        "mood": (0, v2("set_mood", mood=5)),
        "feedback": (0, v2("feedback", messageId=message, rating="down", reason="wrong month")),
        "deep": (0, "[" * 33 + "]" * 33),
        "numbers": (0, '[0,-0,1.5,1e9,-1E-9,01,1.,.5,+1]'),
        "legacy-text": (1, " hello, what can I save? "),
        "legacy-object": (1, '{"message":"hello","clientMsgId":"c-2"}'),
        "legacy-stop": (1, '{"type":"stop"}'),
        "legacy-empty": (1, "\ufeff \u0000 "),
    }


if __name__ == "__main__":
    write("frames", frames())
    write("deflate", deflates())
    write("upgrade", upgrades())
    write("sse", streams())
    write("bson", bsons())
    write("records", records())
    write("jwt", jwts())
    write("chat", chats())
