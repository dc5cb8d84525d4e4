public import Finance

extension Affordability {
    /// One way of paying, for comparison.
    public struct Way: Sendable, Hashable {
        /// The ways; raw values are the wire spelling.
        public enum Kind: String, Sendable, Hashable {
            /// All at once, in equal monthly payments, or out of what was saved up for it.
            case now, instalments, wait
        }

        /// Most instalments that are looked at, ten years.
        public static let mostInstalments = 120

        /// Which way it is.
        public let kind: Kind
        /// How many months it lasts: 1 for paying at once, the payments, or the months of saving up; nil for never.
        public let months: Int?
        /// The largest monthly payment, or what is put by each month; nil when it never gets there.
        public let monthly: Money?
        /// Left in such a month after it and after the goals' monthly targets.
        public let leftAfterGoals: Money?
        /// The verdict on one such month; nil when it never gets there.
        public let verdict: Verdict?
        /// The month in which all is paid.
        public let doneIn: Month?

        static func all(
            _ price: Money, _ free: FreeMoney, _ options: Options, _ verdict: Verdict, in snapshot: Snapshot
        ) -> [Way] {
            guard price > .zero else { return [] }
            let goals = snapshot.savings.monthly
            let bought = snapshot.month.advanced(by: free.monthsAway)
            let now = Way(
                kind: .now, months: 1, monthly: price, leftAfterGoals: free.left.map { $0 - free.goals - price },
                verdict: verdict, doneIn: bought)
            func spread(_ kind: Kind, over months: Int?, by last: (Int) -> Month) -> Way {
                guard let months else {
                    return Way(
                        kind: kind, months: nil, monthly: nil, leftAfterGoals: nil, verdict: nil, doneIn: nil)
                }
                let part = Money(pence: (price.pence + Int64(months) - 1) / Int64(months))
                return Way(
                    kind: kind, months: months, monthly: part,
                    leftAfterGoals: free.monthly.map { $0 - goals - part },
                    verdict: Affordability.verdict(
                        price: part, left: free.monthly, goals: goals, income: free.income),
                    doneIn: last(months))
            }
            let parts = options.instalments.map { min(max($0, 1), mostInstalments) }
                .map { spread(.instalments, over: $0) { bought.advanced(by: $0 - 1) } }
            let wait = spread(.wait, over: monthsToSave(price, free, goals: goals)) { snapshot.month.advanced(by: $0) }
            return [now] + (parts.map { [$0] } ?? []) + [wait]
        }

        /// Whole months until what is left after the goals adds up to the price; nil when nothing is left, or beyond
        /// 100 years.
        static func monthsToSave(_ price: Money, _ free: FreeMoney, goals: Money) -> Int? {
            guard let left = free.monthly, free.left != nil, left > goals, price > .zero else { return nil }
            let spare = left.pence - goals.pence
            let months = (price.pence + spare - 1) / spare
            return months <= Int64(PurchaseDelays.furthest) ? Int(months) : nil
        }
    }
}
