import FoundationEssentials

/// Times of stored messages: whole milliseconds, as every store keeps them, and no two alike in one process. History is
/// read back in the order of these times, so a question asked in the same instant as an answer began still follows it.
struct MessageTimes: Sendable {
    private var latest = Int64.min

    /// The first one will be now.
    init() {}

    /// Now, or as little later as keeps the order.
    mutating func next(at instant: Date) -> Date {
        let now = Int64((instant.timeIntervalSince1970 * 1_000).rounded(.down))
        latest = latest == .min ? now : max(now, latest + 1)
        return Date(timeIntervalSince1970: Double(latest) / 1_000)
    }
}
