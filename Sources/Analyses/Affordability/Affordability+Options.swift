public import Finance

extension Affordability {
    /// What may be asked beside the price.
    public struct Options: Sendable, Hashable {
        /// The day of the purchase; nil is some time this month. A day that has passed counts as today.
        public var on: Day?
        /// Equal monthly payments the person asks about; nil when they do not. Never suggested from here.
        public var instalments: Int?
        /// What will be left in the month of the purchase by that day, where a forecast knows better than the records.
        public var expectedLeft: Money?

        /// Options with every part given; without any, the price is held against this month's records.
        public init(on: Day? = nil, instalments: Int? = nil, expectedLeft: Money? = nil) {
            self.on = on
            self.instalments = instalments
            self.expectedLeft = expectedLeft
        }
    }
}
