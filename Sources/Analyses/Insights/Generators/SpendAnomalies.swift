import Finance

extension InsightGenerator {
    /// A category at least 25 % above the middle of its last three months, from the 7th on, where that is £50 or more.
    static let spendAnomaly = InsightGenerator(.spendAnomaly) { ground in
        guard ground.today.day >= SpendAnomaly.firstDay, let usual = ground.usualByCategory else { return [] }
        let paceless = ground.paceless
        var paces: [String?: CategoryPace] = [:]
        for payment in ground.snapshot.expenses(in: ground.month) {
            guard let usual = usual[payment.category], usual >= SpendAnomaly.leastUsual else { continue }
            paces[payment.category, default: CategoryPace()].add(
                payment, repeats: paceless.contains(payment.id), usual: usual, today: ground.today)
        }
        return paces.compactMap { name, pace in
            SpendAnomaly(name, pace, usual: usual[name] ?? .zero, on: ground.today, in: ground.month)?
                .insight(in: ground)
        }
    }
}

/// A category whose month is heading well above what is usual.
struct SpendAnomaly {
    /// Before this day of the month a pace says too little.
    static let firstDay = 7
    /// Below this a small purchase would already be out of the usual.
    static let leastUsual = Money(pence: 50_00)
    /// How far above the usual, per cent.
    static let leastPercent = 25

    let name: String?
    let projected: Money
    let usual: Money
    private let day: Int

    init?(_ name: String?, _ pace: CategoryPace, usual: Money, on today: Day, in month: Month) {
        projected = pace.projected(day: today.day, of: month.length)
        guard (projected - usual).isAtLeast(Self.leastPercent, percentOf: usual) else { return nil }
        self.name = name
        self.usual = usual
        day = today.day
    }

    private var above: Money { projected - usual }

    func insight(in ground: InsightGround) -> Insight {
        let month = ground.month
        let title = String.quoted(name ?? "Uncategorised")
        let percent = above.wholePercent(of: usual)
        return Insight(
            kind: .spendAnomaly, subject: name ?? "", period: month.description,
            title: "\(title) is above its usual month",
            text: "At the pace of its first \(day) days, spending on \(title) in \(month.words) comes to about "
                + "\(projected). Usual for \(title) is \(usual), the middle of the last three full months; the "
                + "difference is \(above), or \(percent.printed).",
            figures: [
                ground.figure(
                    "projected", "Spending on \(title) in \(month.words) at the pace so far",
                    .money(projected), in: month, "payments that repeat once, the rest scaled to the whole month"),
                ground.figure(
                    "usual", "Usual spending on \(title) in a month", .money(usual),
                    "the middle of the three months before"),
                ground.figure(
                    "above", "Difference from usual for \(title) in \(month.words)", .money(above),
                    in: month, "projected minus usual"),
                ground.figure(
                    "percent", "Difference from usual for \(title) in \(month.words), as a share of usual",
                    percent, in: month, "whole per cent, rounded down"),
            ], impact: above, bucket: above.bucket(50, 100, percentOf: usual), expiresOn: month.next.firstDay)
    }
}
