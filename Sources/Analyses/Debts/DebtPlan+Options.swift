public import Finance

extension DebtPlan {
    /// What a plan may be asked with; everything that is left out is taken from the records.
    public struct Options: Sendable, Hashable {
        /// Paid each month above all minimums; nil is the sum of the open debts' extra payments as entered.
        public var extra: Money?
        /// Paid once, by month of the plan; 1 is the first.
        public var lumpSums: [Int: Money]
        /// By debt id, rates that hold from a month on; one from month 1 answers for a rate that was not known.
        public var rateChanges: [String: [PlannedDebt.RateChange]]
        /// Debt ids in the person's own order; empty when there is none.
        public var order: [String]
        /// The month of the first payment; nil is the month after the snapshot was read.
        public var start: Month?
        /// Debts the person called secured, such as a mortgage. Nothing else makes a debt secured.
        public var secured: Set<String>

        /// Options with every part given; without any, the records decide.
        public init(
            extra: Money? = nil, lumpSums: [Int: Money] = [:],
            rateChanges: [String: [PlannedDebt.RateChange]] = [:], order: [String] = [], start: Month? = nil,
            secured: Set<String> = []
        ) {
            self.extra = extra
            self.lumpSums = lumpSums
            self.rateChanges = rateChanges
            self.order = order
            self.start = start
            self.secured = secured
        }
    }
}
