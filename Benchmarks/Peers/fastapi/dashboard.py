"""The administrators' view of one person: summary from the cache, stored reports and alerts, words of a model on peers."""

import json
from datetime import datetime

import jwt
from bson import ObjectId
from bson.errors import InvalidId
from fastapi import APIRouter, Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel

import chat
import records

router = APIRouter()
USUAL = ["Food", "Transport", "Shopping", "Utility Bills", "Others"]


class Level(BaseModel):
    category: str
    spendingLevel: str


class Alert(BaseModel):
    userId: str
    userEmail: str
    alertMessage: str
    category: str
    createdAt: datetime


class Insight(BaseModel):
    insight: str
    suggestion: str
    category: str


class DebtStatus(BaseModel):
    missedInstallments: int
    nextDueDate: str
    status: str


class Comparison(BaseModel):
    comparison: str


class Dashboard(BaseModel):
    totalMonthlySpending: float
    topOverspendingCategories: list[str]
    spendingGrowthFromLastMonth: str
    spendingHeatmap: list[Level]
    currentAlerts: list[Alert]
    aiTips: list[Insight]
    debtStatuses: DebtStatus
    peerComparison: Comparison


def administrator(bearer: HTTPAuthorizationCredentials = Depends(HTTPBearer())):
    try:
        claims = jwt.decode(bearer.credentials, chat.SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, "Invalid token") from error
    if claims.get("role", "").upper() != "ADMIN":
        raise HTTPException(403, "Access denied: Administrator privileges required.")


def heatmap(spent, total):
    levels = []
    for category, amount in spent.items():
        share = amount / total if total else 0
        level = "High" if share >= 0.25 else "Low" if share <= 0.05 else "Moderate"
        levels.append(Level(category=category, spendingLevel=level))
    return levels + [Level(category=name, spendingLevel="Low") for name in USUAL if name not in spent]


def debt_status(summary):
    payments = sum(debt["monthlyPayment"] or 0 for debt in summary["debts"])
    income = sum(row["amount"] for row in summary["incomes"])
    risk = "Low Risk" if not payments else "High Risk" if income and payments / income > 0.4 else "Medium Risk"
    return DebtStatus(missedInstallments=0, nextDueDate="N/A", status=risk)


async def peers(summary):
    words = f"Compare this person with typical UK peers, as JSON with one key, comparison:\n{json.dumps(summary)}"
    completion = await chat.model.chat.completions.create(
        model="gpt-4o", response_format={"type": "json_object"}, messages=[{"role": "user", "content": words}])
    return Comparison(**json.loads(completion.choices[0].message.content))


@router.get("/admin/user-dashboard/{user_id}", response_model=Dashboard, dependencies=[Depends(administrator)])
async def dashboard(user_id: str):
    try:
        ObjectId(user_id)
    except InvalidId as error:
        raise HTTPException(400, f"Invalid user_id format provided: {user_id}") from error
    summary, reports, alerts = await records.dashboard_parts(user_id)
    spent = {}
    for row in summary["expenses"]:
        spent[row["budgetCategory"]] = spent.get(row["budgetCategory"], 0) + row["amount"]
    total = sum(spent.values())
    return Dashboard(
        totalMonthlySpending=total, topOverspendingCategories=sorted(spent, key=spent.get, reverse=True)[:3],
        spendingGrowthFromLastMonth="0%", spendingHeatmap=heatmap(spent, total),
        currentAlerts=[Alert(**{**alert, "userId": str(alert["userId"])}) for alert in alerts],
        aiTips=[Insight(**insight) for report in reports for insight in report["reportData"]["insights"]],
        debtStatuses=debt_status(summary), peerComparison=await peers(summary))
