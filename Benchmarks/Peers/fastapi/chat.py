"""The chat socket of the old service: records read once when a socket opens, answers whole.

For a comparison of like with like, REREAD=1 reads the records again for every question, and STREAM=1 also shows each
piece of an answer as it arrives; Reho does both.
"""

import json
import os

import jwt
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from openai import AsyncOpenAI

import records

router = APIRouter()
model = AsyncOpenAI()
STREAM = os.environ.get("STREAM") == "1"
REREAD = STREAM or os.environ.get("REREAD") == "1"
SECRET = os.environ["JWT_SECRET"]
RULES = """You are Reho, a friendly finance assistant for people in the United Kingdom. Answer in plain British English
without Markdown. Use pounds. Call what interest costs a Capital Loss. Add that this is guidance, not regulated advice,
where a decision is significant. Never promise an outcome, never ask for account numbers or addresses. Explain 50/30/20,
the avalanche and the snowball where they help, and speak to the person by name."""


def caller(token):
    claims = jwt.decode(token, SECRET, algorithms=["HS256"])
    return claims.get("user_id") or claims["id"]


def system_prompt(summary):
    return f"{RULES}\n\nWhat {summary['name']} has entered in the app:\n{json.dumps(summary)}"


async def greet(socket, user, conversation, summary):
    history = await records.newest_messages(user, conversation, 20)
    if history:
        await tell(socket, {"type": "initial_history", "data": history})
        return
    welcome = f"Hello {summary['name']}, I am Reho. You are new here: ask me for an analysis, or for saving tips."
    await records.save_message(user, conversation, "assistant", welcome)
    await tell(socket, {"type": "full_response", "data": welcome})


async def tell(socket, frame):
    await socket.send_text(json.dumps(frame, ensure_ascii=False, separators=(",", ":")))


def asked(text):
    try:
        value = json.loads(text)
    except ValueError:
        return text.strip()
    return value["message"].strip()


async def complete(socket, messages):
    request = {"model": "gpt-4o", "temperature": 0.7, "messages": messages}
    if not STREAM:
        return (await model.chat.completions.create(**request)).choices[0].message.content
    pieces = []
    async for chunk in await model.chat.completions.create(**request, stream=True):
        if chunk.choices and (piece := chunk.choices[0].delta.content):
            pieces.append(piece)
            await tell(socket, {"type": "stream", "data": piece})
    return "".join(pieces)


async def answer(socket, user, conversation, prompt, question):
    await records.save_message(user, conversation, "user", question)
    history = await records.newest_messages(user, conversation, 15)
    text = await complete(socket, [{"role": "system", "content": prompt}, *history])
    await tell(socket, {"type": "full_response", "data": text})
    await tell(socket, {"type": "status", "data": "done"})
    await records.save_message(user, conversation, "assistant", text)


@router.websocket("/chat/ws")
async def chat(socket: WebSocket, token: str, conversation_id: str | None = None):
    await socket.accept()
    try:
        user = caller(token)
    except jwt.InvalidTokenError as error:
        await tell(socket, {"error": f"Authentication failed: {error}"})
        return await socket.close(1008)
    conversation = conversation_id if conversation_id is not None else f"default_{user}"
    try:
        summary = await records.build_summary(user)
        await greet(socket, user, conversation, summary)
        prompt = system_prompt(summary)
        while True:
            question = asked(await socket.receive_text())
            if not question:
                continue
            if REREAD:
                prompt = system_prompt(await records.build_summary(user))
            await answer(socket, user, conversation, prompt, question)
    except WebSocketDisconnect:
        pass
