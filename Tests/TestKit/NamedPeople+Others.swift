public import Finance

extension NamedPeople {
    /// Signed up, entered nothing.
    public static var noah: SnapshotDocuments { SnapshotDocuments(user: user(noahID, name: "Noah Reed")) }

    /// Spends £1,985.40 of £1,600.00, so that £385.40 is missing.
    public static var dana: SnapshotDocuments {
        SnapshotDocuments(
            user: user(danaID, name: "Dana Okafor"),
            incomes: [income("66200000000000000001a001", "Part-time job", .int(1600), "2026-04-28", owner: danaID)],
            expenses: [
                expense("66200000000000000001e001", "Rent", .int(1300), "2026-04-02", owner: danaID),
                expense("66200000000000000001e002", "Groceries", .double(410.4), "2026-04-11", owner: danaID),
                expense("66200000000000000001e003", "Train pass", .int(275), "2026-04-03", owner: danaID),
                expense("66200000000000000001e004", "Rent", .int(1300), "2026-03-02", owner: danaID),
            ],
            budgets: [
                budget(
                    "66200000000000000001b001", "Food", .int(350), "Essential(Needs)", "2026-04-01", owner: danaID)
            ],
            debts: [
                debt(
                    "66200000000000000001d001", "Overdraft", .int(900), capital: 20, interest: 30,
                    due: date("2026-04-25"), owner: danaID)
            ])
    }

    /// Five open debts of £31,450.00 and one cleared; the payday loan's payment does not cover its interest.
    public static var omar: SnapshotDocuments {
        let end = date("2026-01-31")
        return SnapshotDocuments(
            user: user(omarID, name: "Omar Haddad"),
            incomes: [income("66200000000000000002a001", "Salary", .int(2500), "2026-04-30", owner: omarID)],
            expenses: [expense("66200000000000000002e001", "Rent", .int(800), "2026-04-01", owner: omarID)],
            debts: [
                debt(
                    "66200000000000000002d001", "Card A", .int(3200), capital: 30, interest: 66, due: end, rate: 24.9,
                    owner: omarID),
                debt(
                    "66200000000000000002d002", "Car", .int(18_400), capital: 260, interest: 120,
                    due: date("2026-04-12"), owner: omarID),
                debt(
                    "66200000000000000002d003", "Store card", .int(650), capital: 16, interest: 19,
                    due: date("2026-05-03"), rate: 34.9, owner: omarID),
                debt(
                    "66200000000000000002d004", "Family", .int(8000), capital: 100, interest: 0,
                    due: date("2026-04-20"), owner: omarID),
                growing,
                debt(
                    "66200000000000000002d006", "Old loan", .int(0), capital: 0, interest: 0, due: end, ratio: 100,
                    owner: omarID),
            ])
    }

    private static var growing: Document {
        var loan = debt(
            "66200000000000000002d005", "Payday loan", .int(1200), capital: 0, interest: 110, due: date("2026-04-22"),
            owner: omarID)
        loan.fields["monthlyPayment"] = .int(100)
        return loan
    }

    /// The old backend's shapes: no link, ratio, rate or frequency on budgets; dates as the client sent them.
    public static var ada: SnapshotDocuments {
        var salary = income("66200000000000000004a001", "Wages", .int(2100), "2026-04-15", owner: adaID)
        salary.fields["isDeleted"] = nil
        var shopping = budget("66200000000000000004b001", "Shopping", .int(250), "Food", "2026-04-02", owner: adaID)
        shopping.fields["frequency"] = nil
        return SnapshotDocuments(
            user: user(adaID, name: "Ada Lund"), incomes: [salary],
            expenses: [expense("66200000000000000004e001", "Shopping", .double(99.95), "2026-04-10", owner: adaID)],
            budgets: [shopping],
            debts: [
                debt(
                    "66200000000000000004d001", "Sofa", .int(600), capital: 45, interest: 5,
                    due: .string("Thu May 14 2026 00:00:00 GMT+0000 (Coordinated Universal Time)"), owner: adaID)
            ],
            savingGoals: [
                goal(
                    "66200000000000000004c001", "Bike", target: 700, monthly: 50, saved: 350,
                    from: .string("2025-11-01T00:00:00.000Z"), to: .string("2026-12-01T00:00:00.000Z"), owner: adaID),
                goal(
                    "66200000000000000004c002", "Camera", target: 500, monthly: 100, saved: 200,
                    from: .string("2025-06-01"), to: .string("2025-11-01"), owner: adaID),
            ])
    }
}
