"""What people would run instead: the old service's chat and dashboard in FastAPI, motor and the openai client.

Written for comparison from the contract alone. `uvicorn service:app --loop uvloop --http httptools --workers 2`
"""

import chat
import dashboard
from fastapi import FastAPI

app = FastAPI()
app.include_router(chat.router)
app.include_router(dashboard.router)


@app.get("/health")
async def health():
    return {"status": "ok"}
