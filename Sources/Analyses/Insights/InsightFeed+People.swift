public import FoundationEssentials

// What a person can do about an item. Each gives false when there is no such item; doing it twice changes nothing more.
extension InsightFeed {
    /// Longest time for which something can be put off, days.
    public static let longestSnooze = 365

    /// It was read: it is listed as such unless it gets worse.
    @discardableResult
    public mutating func acknowledge(_ id: String) -> Bool {
        change(id) { $0.readBucket = max($0.readBucket ?? 0, $0.insight.bucket) }
    }

    /// It is not wanted: it stays away unless it gets worse.
    @discardableResult
    public mutating func dismiss(_ id: String) -> Bool {
        change(id) { $0.dismissedBucket = max($0.dismissedBucket ?? 0, $0.insight.bucket) }
    }

    /// Not now: it comes back at `until`, at the latest after `longestSnooze` days; a moment that has passed brings it
    /// back at once.
    @discardableResult
    public mutating func snooze(_ id: String, until: Date, at now: Date) -> Bool {
        let latest = now.addingTimeInterval(86_400 * Double(Self.longestSnooze))
        return change(id) { $0.snoozedUntil = until > now ? min(until, latest) : nil }
    }
}
