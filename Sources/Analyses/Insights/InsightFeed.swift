import Finance
public import FoundationEssentials

/// The insights of one person from night to night, as they are stored.
///
/// Five are shown, the largest impact first; the others wait until one of these is read, dismissed, put off or gone.
public struct InsightFeed: Sendable, Hashable, Codable {
    /// Most that are shown as new, and most read ones that are listed after them.
    public static let shown = 5
    /// Days for which one that is gone is remembered, with what the person did about it.
    public static let remembered = 90
    /// Most items; those gone longest leave first.
    public static let most = 150

    /// Every item, in the order of ids.
    public private(set) var items: [InsightItem]

    /// A feed without anything yet.
    public init() { items = [] }

    /// What is new to the person, at most `shown`.
    public func visible(at now: Date) -> [InsightItem] { Array(all(.active, at: now).prefix(Self.shown)) }

    /// What was read and is still so, at most `shown`.
    public func read(at now: Date) -> [InsightItem] { Array(all(.acknowledged, at: now).prefix(Self.shown)) }

    /// How many of those shown are new.
    public func unread(at now: Date) -> Int { visible(at: now).count }

    /// Every item in one state, the largest impact first.
    public func all(_ state: InsightItem.State, at now: Date) -> [InsightItem] {
        items.filter { $0.state(at: now) == state }.sorted { Insight.order($0.insight, $1.insight) }
    }

    /// The next moment at which an item that was put off comes back; nil when none will.
    public func nextReturn(after now: Date) -> Date? {
        items.filter { $0.state(at: now) == .snoozed }.compactMap(\.snoozedUntil).min()
    }

    /// The feed as served over HTTP and the socket.
    public func json(at now: Date) -> JSON {
        let active = all(.active, at: now)
        let (shown, read) = (active.prefix(Self.shown), read(at: now))
        return [
            "asOf": .string(now.rfc3339), "unread": .int(Int64(shown.count)),
            "items": .array((shown + read).map { $0.json(at: now) }),
            "waiting": .int(Int64(active.count - shown.count)),
        ]
    }

    /// Changes the item of an id; false when there is none.
    mutating func change(_ id: String, _ change: (inout InsightItem) -> Void) -> Bool {
        guard let place = items.firstIndex(where: { $0.id == id }) else { return false }
        change(&items[place])
        return true
    }

    /// Takes the items after a night, without those that need not be remembered.
    mutating func keep(_ items: [InsightItem], on date: Date) {
        let oldest = date.addingTimeInterval(-86_400 * Double(Self.remembered))
        let kept = items.filter { $0.goneSince ?? date > oldest }
            .sorted { ($1.goneSince ?? .distantFuture, $0.id) < ($0.goneSince ?? .distantFuture, $1.id) }
        self.items = kept.prefix(Self.most).sorted { $0.id < $1.id }
    }
}
