public import Finance

extension NamedPeople {
    /// Maya Thornton: the worked example of the main backend's sample data.
    public static var maya: SnapshotDocuments {
        SnapshotDocuments(
            user: user(mayaID, name: "Maya Thornton", partner: danielID), incomes: mayasIncomes,
            expenses: mayasExpenses, budgets: mayasBudgets, debts: mayasDebts, savingGoals: mayasGoals,
            partnerBudgets: [
                budget(
                    "66200000000000000000b005", "Groceries", .int(400), "Essential(Needs)",
                    "2026-04-05T17:44:30.090Z", type: "household", owner: danielID)
            ])
    }

    private static var mayasIncomes: [Document] {
        [
            income(
                "66200000000000000000a001", "Salary", .int(3200), "2026-04-25", owner: mayaID,
                made: "2026-03-25T00:05:00.231Z"),
            income(
                "66200000000000000000a002", "Freelance design", .double(450.5), "2026-04-08", "on-off", owner: mayaID,
                made: "2026-04-08T18:22:10.004Z"),
            income(
                "66200000000000000000a003", "Salary", .int(3200), "2026-03-25", owner: mayaID,
                made: "2026-02-25T00:05:00.198Z"),
        ]
    }

    private static var mayasExpenses: [Document] {
        [
            expense(
                "66200000000000000000e001", "Rent", .int(1150), "2026-04-01", owner: mayaID,
                budget: "66200000000000000000b001", made: "2026-03-14T19:03:41.650Z"),
            expense(
                "66200000000000000000e002", "Netflix", .double(12.99), "2026-04-12", owner: mayaID,
                made: "2026-03-12T00:10:00.512Z"),
            expense(
                "66200000000000000000e003", "Car repair", .int(220), "2026-04-17", "on-off", owner: mayaID,
                budget: "66200000000000000000b002", made: "2026-03-30T12:30:00.000Z"),
            expense(
                "66200000000000000000e004", "Rent", .int(1150), "2026-03-01", "on-off", owner: mayaID,
                made: "2026-02-27T18:10:00.377Z"),
            expense(
                "66200000000000000000e005", "Netflix", .double(12.99), "2026-03-12", owner: mayaID,
                made: "2026-02-12T00:10:00.401Z"),
            expense(
                "66200000000000000000e006", "Rent", .int(1150), "2026-05-01", owner: mayaID,
                made: "2026-04-01T00:10:00.388Z"),
            expense(
                "66200000000000000000e008", "Netflix", .double(12.99), "2026-05-12", owner: mayaID,
                made: "2026-04-12T00:10:00.365Z"),
            expense(
                "66200000000000000000e007", "Gym", .int(35), "2026-04-05", owner: mayaID,
                made: "2026-04-02T08:00:00.000Z", isDeleted: true),
        ]
    }

    private static var mayasBudgets: [Document] {
        [
            budget(
                "66200000000000000000b001", "Rent", .int(1150), "Essential(Needs)", "2026-04-01", type: "household",
                owner: mayaID),
            budget(
                "66200000000000000000b002", "Car repair", .int(220), "Essential(Needs)", "2026-04-17", owner: mayaID),
            budget(
                "66200000000000000000b003", "Eating out", .int(180), "Discretionary(Wants)",
                "2026-04-03T09:15:22.800Z", owner: mayaID),
            budget(
                "66200000000000000000b004", "Emergency fund", .int(300), "Savings", "2026-04-03T09:16:02.114Z",
                owner: mayaID),
        ]
    }

    private static var mayasDebts: [Document] {
        [
            debt(
                "66200000000000000000d001", "Credit card", .int(2400), capital: 110, interest: 40,
                due: date("2026-05-05"), rate: 19.9, ratio: 12.5, owner: mayaID),
            debt(
                "66200000000000000000d002", "Car loan", .int(8200), capital: 205, interest: 35,
                due: date("2026-05-14"), ratio: 5.85, owner: mayaID),
            debt(
                "66200000000000000000d003", "Store card", .int(0), capital: 0, interest: 0,
                due: .string("2025-11-30"), owner: mayaID),
        ]
    }

    private static var mayasGoals: [Document] {
        [
            goal(
                "66200000000000000000c001", "Lisbon holiday", target: 2400, monthly: 200, saved: 600, completion: 25,
                from: date("2026-01-05"), to: date("2027-01-05"), owner: mayaID),
            goal(
                "66200000000000000000c002", "New laptop", target: 900, monthly: 150, saved: 900, completion: 100,
                from: .string("2025-09-01T00:00:00.000Z"), to: .string("2026-03-01T00:00:00.000Z"),
                isCompleted: true, owner: mayaID),
        ]
    }
}
