import Finance
import FoundationEssentials

extension DemoProfile {
    /// The records that belong to no month: the person, debts and goals as they stand in `now`.
    func standing(origin: Month, now: Month) -> [(collection: String, documents: [Document])] {
        [
            ("users", [user(joined: origin.firstDay.advanced(by: -40))]),
            ("debts", debts.enumerated().map { debt($1, $0, origin: origin, now: now) }),
            ("savinggoals", goals.enumerated().map { goal($1, $0, origin: origin, now: now) }),
        ]
    }

    private func user(joined: Day) -> Document {
        let address = name.lowercased().split(separator: " ").joined(separator: ".") + ".\(number)@example.com"
        return DemoRecord.make(
            DemoRecord.id(.user, of: number), owner: nil, created: DemoRecord.date(joined, minute: 540 + number),
            [
                "name": .string(name), "email": .string(address), "role": .string(isAdmin ? "ADMIN" : "USER"),
                "status": .string("active"), "verified": .bool(true), "phone": .string(""), "image": .string(""),
                "subscriptionId": .string(""), "authProvider": .string("local"),
                "partnerId": partner.map { .id(DemoRecord.id(.user, of: $0)) } ?? .null,
            ])
    }

    private func debt(_ owed: Owed, _ place: Int, origin: Month, now: Month) -> Document {
        let due = Day(year: now.year, month: now.month, clampedDay: owed.day)
        let yearly = owed.balance.pence * Int64(owed.rate.basisPoints)
        let interest = Money(pence: yearly / 120_000)
        let capital = max(owed.payment - interest, .zero)
        var fields: [String: Document.Value] = [
            "name": .string(owed.name), "amount": DemoRecord.amount(owed.balance),
            "monthlyPayment": DemoRecord.amount(owed.payment), "AdHocPayment": DemoRecord.amount(owed.extra),
            "capitalRepayment": DemoRecord.amount(capital), "interestRepayment": DemoRecord.amount(interest),
            "payDueDate": isOldShape ? DemoRecord.text(due) : DemoRecord.date(due),
        ]
        if !isOldShape {
            if owed.isRateStated { fields["userInterestRate"] = .double(owed.rate.percent) }
            // The backend's own daily rule, which counts the instalment twice.
            let paid = owed.payment + owed.extra + capital + interest
            let ratio = (Double(paid.pence * 10_000) / Double(owed.balance.pence)).rounded() / 100
            fields["completionRatio"] = .double(min(100, ratio))
        }
        return DemoRecord.make(
            DemoRecord.id(.debt, of: number, in: nil, place), owner: number,
            created: DemoRecord.date(origin.firstDay.advanced(by: place), minute: 1_210), fields)
    }

    private func goal(_ goal: Goal, _ place: Int, origin: Month, now: Month) -> Document {
        let missing = goal.target - goal.saved
        let months = Int((missing.pence + goal.monthly.pence - 1) / goal.monthly.pence)
        // Every third open goal is planned a little too soon, so that someone is behind.
        let isHasty = (number + place) % 3 == 2
        let ends = missing > .zero ? now.firstDay.advanced(byMonths: max(1, isHasty ? months * 3 / 4 : months)) : nil
        let finish = ends ?? origin.firstDay.advanced(byMonths: 3)
        let date: (Day) -> Document.Value = { isOldShape ? DemoRecord.text($0) : DemoRecord.date($0) }
        let completion = (Double(goal.saved.pence * 10_000) / Double(goal.target.pence)).rounded() / 100
        return DemoRecord.make(
            DemoRecord.id(.goal, of: number, in: nil, place), owner: number,
            created: DemoRecord.date(origin.firstDay.advanced(by: place), minute: 615),
            [
                "name": .string(goal.name), "totalAmount": DemoRecord.amount(goal.target),
                "savedMoney": DemoRecord.amount(goal.saved), "monthlyTarget": DemoRecord.amount(goal.monthly),
                "completionRation": .double(min(100, completion)), "isCompleted": .bool(missing <= .zero),
                "date": date(origin.firstDay), "completeDate": date(finish),
            ])
    }
}
