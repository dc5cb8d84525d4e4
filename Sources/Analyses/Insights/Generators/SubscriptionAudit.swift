import Finance

extension InsightGenerator {
    /// At least two subscriptions that come to £100 or more in a year.
    static let subscriptionAudit = InsightGenerator(.subscriptionAudit) { ground in
        let list = ground.audit.subscriptions
        let yearly = list.total(\.yearly)
        guard list.count >= 2, yearly >= Money(pence: 100_00), let dearest = list.first else { return [] }
        let name = String.quoted(dearest.name)
        let basis = "our estimate: one payment times 52, 12 or 1 a year"
        return [
            Insight(
                kind: .subscriptionAudit, subject: "all", period: ground.quarter,
                title: "\(list.count) subscriptions, about \(yearly) a year",
                text: "The \(list.count) subscriptions on record come to about \(yearly) a year by our estimate. The "
                    + "largest is \(name), at about \(dearest.yearly) a year.",
                figures: [
                    ground.figure(
                        "count", "Subscriptions on record", .count(list.count), "told by their names"),
                    ground.figure(
                        "yearly", "Estimated cost a year of all subscriptions", .money(yearly), basis),
                    ground.figure(
                        "largest", "Estimated cost a year of \(name)", .money(dearest.yearly), basis),
                ], impact: yearly, bucket: Self.bucket(yearly))
        ]
    }

    /// Steps of a yearly sum at £250, £500 and £1,000.
    private static func bucket(_ yearly: Money) -> Int {
        1 + [250_00, 500_00, 1_000_00].count { yearly.pence >= $0 }
    }
}
