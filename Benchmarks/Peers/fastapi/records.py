"""What the service reads and writes: MongoDB through motor, a summary kept in Redis for five minutes."""

import asyncio
import datetime
import json
import os

import redis.asyncio
from bson import ObjectId
from motor.motor_asyncio import AsyncIOMotorClient

database = AsyncIOMotorClient(os.environ["DATABASE_URL"])[os.environ["MONGO_DB_NAME"]]
cache = redis.asyncio.from_url(os.environ["REDIS_URL"], decode_responses=True)


async def records(collection, user, limit=None):
    """Live records. What is deleted is left out here: the test server finds by index only where nothing else is asked."""
    rows = await database[collection].find({"userId": ObjectId(user)}).to_list(length=None)
    return [row for row in rows if not row.get("isDeleted")][:limit]


async def build_summary(user):
    """Everything a prompt or the dashboard needs to know of a person's money; written to the cache each time."""
    person, incomes, expenses, budgets, debts, goals, subscription = await asyncio.gather(
        database.users.find_one({"_id": ObjectId(user)}, {"password": 0, "authentication": 0}),
        records("incomes", user), records("expenses", user), records("budgets", user), records("debts", user, 3),
        records("savinggoals", user), database.subscriptions.find_one({"userId": ObjectId(user)}))
    categories = {budget["_id"]: budget.get("category", "Others") for budget in budgets}
    summary = {
        "name": (person or {}).get("name", "there"),
        "incomes": [{"name": row["name"], "amount": row["amount"], "frequency": row.get("frequency")} for row in incomes],
        "expenses": [{"name": row["name"], "amount": row["amount"], "frequency": row.get("frequency"),
                      "budgetCategory": categories.get(row.get("budgetId"), "Others")} for row in expenses],
        "budgets": [{"name": row["name"], "amount": row["amount"], "category": row.get("category")} for row in budgets],
        "debts": [{"name": row["name"], "amount": row["amount"], "monthlyPayment": row.get("monthlyPayment"),
                   "interestRate": row.get("userInterestRate"), "completionRatio": row.get("completionRatio", 0)}
                  for row in debts],
        "saving_goals": [{"name": row["name"], "totalAmount": row["totalAmount"], "monthlyTarget": row["monthlyTarget"],
                          "savedAmount": row.get("savedMoney", 0), "completionRatio": row.get("completionRation", 0)}
                         for row in goals],
        "subscription_status": (subscription or {}).get("status", "inactive"),
    }
    await cache.setex(f"user_summary:{user}:all_time", 300, json.dumps(summary))
    return summary


async def kept_summary(user):
    kept = await cache.get(f"user_summary:{user}:all_time")
    return json.loads(kept) if kept else await build_summary(user)


async def save_message(user, conversation, role, text):
    await database.chat_history.insert_one({
        "userId": ObjectId(user), "conversation_id": conversation, "role": role, "message": text,
        "timestamp": datetime.datetime.now(datetime.timezone.utc)})


async def newest_messages(user, conversation, count):
    query = {"userId": ObjectId(user), "conversation_id": conversation}
    rows = await database.chat_history.find(query).sort("timestamp", -1).limit(count).to_list(length=count)
    roles = {"bot": "assistant", "assistant": "assistant", "user": "user", "system": "system"}
    return [{"role": roles[row["role"]], "content": row["message"]} for row in reversed(rows) if row["role"] in roles]


async def dashboard_parts(user):
    reports = database.optimization_reports.find({"userId": ObjectId(user)}).to_list(length=None)
    alerts = database.admin_alerts.find({"userId": ObjectId(user)}).sort("createdAt", -1).limit(5).to_list(length=5)
    return await asyncio.gather(kept_summary(user), reports, alerts)
