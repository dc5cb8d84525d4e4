public import Finance

/// How large a group of payments is beside the average group, by the main backend's thresholds (contract 2.7).
public enum SpendingLevel: String, Sendable, Hashable {
    /// 1.3 times the average group, or more.
    case high = "High"
    /// 0.7 times the average group, or more.
    case moderate = "Moderate"
    /// Less than that.
    case low = "Low"

    /// The level of `amount` among `count` groups of `total`: 1.3 times the average is high, 0.7 times is moderate.
    public init(_ amount: Money, of total: Money, among count: Int) {
        // Compared as whole numbers: amount / (total / count) against 13/10 and 7/10.
        let scaled = amount.pence.multipliedFullWidth(by: Int64(count) * 10)
        func reaches(_ tenths: Int64) -> Bool {
            let bar = total.pence.multipliedFullWidth(by: tenths)
            return (scaled.high, scaled.low) >= (bar.high, bar.low)
        }
        self = reaches(13) ? .high : reaches(7) ? .moderate : .low
    }
}
