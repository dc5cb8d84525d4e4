"""People for load figures: about 30 records each, twelve months of history for a tenth of them, drawn from a number alone.

Values are tagged with their kind (`{"int": 3}`), as the embedded store keeps them; `stored` gives what MongoDB holds.
"""

import datetime
import random

from bson import ObjectId

DAY = datetime.date(2026, 11, 21)


def month(back):
    index = DAY.year * 12 + DAY.month - 1 - back
    return index // 12, index % 12 + 1


def when(back, day):
    year, number = month(back)
    return int(datetime.datetime(year, number, day, tzinfo=datetime.timezone.utc).timestamp() * 1000)


SHOPS = [(f"{name} {kind}".strip(), category) for category, names in {
    "Food": ["Tesco", "Aldi", "Lidl", "Asda", "Greengrocer", "Bakery", "Butcher", "Ocado", "Spar", "Co-op"],
    "Going out": ["Pub", "Cafe", "Cinema", "Bowling", "Pizzeria", "Tea Room", "Theatre", "Fish Bar", "Concert", "Arms"],
    "Health": ["Boots", "Dentist", "Optician", "Pharmacy", "Physio", "Clinic", "Chemist", "Superdrug", "Vitamins", "Spa"],
    "Travel": ["Bus", "Trainline", "Taxi", "Ferry", "Tram", "Coach", "Uber", "Railcard", "Car Park", "Petrol"],
}.items() for name in names for kind in ["", "Leeds", "High Street", "Market", "Station", "Express"]]


class Person:
    """One person's records, drawn from the number alone."""

    def __init__(self, number):
        self.id = f"be{number:022x}"
        self.draws = random.Random(number)
        self.count = 0
        self.rows = []
        self.add("users", {
            "email": {"string": f"p{number}@example.com"}, "name": {"string": f"Person {number}"},
            "role": {"string": "USER"}, "status": {"string": "active"}, "verified": {"bool": True}}, own=False)
        months = 12 if number % 10 == 0 else 2
        pay = self.draws.randint(1_600, 4_500)
        for back in range(months):
            self.month(back, pay)
        for _ in range(self.draws.randint(0, 2)):
            self.debt()
        if self.draws.random() < 0.5:
            self.goal()

    def add(self, collection, fields, own=True):
        self.count += 1
        id = self.id if not own else f"bf{int(self.id[2:], 16):014x}{self.count:08x}"
        body = {"_id": {"id": id}, "isDeleted": {"bool": False}, "createdAt": {"date": when(0, 1)},
                "updatedAt": {"date": when(0, 1)}, **fields}
        if own:
            body["userId"] = {"id": self.id}
        self.rows.append((collection, id, self.id if own else None, body))
        return id

    def month(self, back, pay):
        self.add("incomes", {"name": {"string": "Salary"}, "amount": {"int": pay},
                             "frequency": {"string": "monthly"}, "receiveDate": {"date": when(back, 1)}})
        fixed = [("Rent", pay * 35 // 100, 1), ("Energy", 110, 5), ("Phone", 22, 9)]
        shops = [(*self.draws.choice(SHOPS), self.draws.randint(4, 80), self.draws.randint(1, 20)) for _ in range(8)]
        if back == 0:
            self.budgets = {category: self.add("budgets", {
                "name": {"string": category}, "amount": {"int": 250}, "category": {"string": category},
                "type": {"string": "personal"}, "createdAt": {"date": when(0, 1)}})
                for category in sorted({category for _, category, _, _ in shops})[:3]}
        for place, (name, category, amount, day) in enumerate([(n, None, a, d) for n, a, d in fixed] + shops):
            link = {"budgetId": {"id": self.budgets[category]}} if category in self.budgets else {}
            self.add("expenses", {
                "name": {"string": name}, "amount": {"int": amount}, "endDate": {"date": when(back, day)},
                "frequency": {"string": "monthly" if place < 3 else "on-off"}, **link})

    def debt(self):
        amount = self.draws.randint(300, 9_000)
        self.add("debts", {"name": {"string": "Card"}, "amount": {"int": amount},
                           "monthlyPayment": {"int": max(20, amount // 25)}, "userInterestRate": {"double": "19.9"},
                           "payDueDate": {"date": when(-1, 5)}})

    def goal(self):
        self.add("savinggoals", {"name": {"string": "Holiday"}, "totalAmount": {"int": 1_800},
                                 "savedMoney": {"int": 400}, "monthlyTarget": {"int": 100},
                                 "completeDate": {"date": when(-10, 1)}, "isCompleted": {"bool": False}})


def stored(body):
    """A record as the main backend's database holds it."""
    def value(field):
        kind, plain = next(iter(field.items()))
        if kind == "id":
            return ObjectId(plain)
        if kind == "date":
            return datetime.datetime.fromtimestamp(plain / 1000, datetime.timezone.utc)
        return float(plain) if kind == "double" else plain
    return {name: value(field) for name, field in body.items()}
