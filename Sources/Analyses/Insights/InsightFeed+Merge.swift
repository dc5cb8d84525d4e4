import Finance
public import FoundationEssentials

extension InsightFeed {
    /// What a night changed, by id.
    public struct Changes: Sendable, Hashable {
        /// New, or back again.
        public var appeared: [String] = []
        /// Written anew because the bucket changed.
        public var rewritten: [String] = []
        /// Not so any more.
        public var gone: [String] = []

        /// Whether the feed is as it was.
        public var isEmpty: Bool { appeared.isEmpty && rewritten.isEmpty && gone.isEmpty }
    }

    /// Brings the feed up to what was found.
    ///
    /// 1. The same key with the same bucket changes nothing, whatever the words of tonight.
    /// 2. Another bucket brings the words of tonight.
    /// 3. What was looked for and not found is gone; so is what is past its day.
    /// 4. Of a kind that was not looked for to the end everything stays.
    /// What the person did is never touched: whether it still counts follows from the bucket.
    @discardableResult
    public mutating func merge(_ findings: InsightFindings, on date: Date) -> Changes {
        var changes = Changes()
        var found = Dictionary(findings.found.map { ($0.id, $0) }) { first, _ in first }
        var items = self.items
        for place in items.indices {
            let id = items[place].id
            if let insight = found.removeValue(forKey: id) {
                items[place].meet(insight, on: date, &changes)
            } else if items[place].ends(findings.looked, on: date) {
                items[place].goneSince = date
                items[place].changedAt = date
                changes.gone.append(id)
            }
        }
        for (id, insight) in found.sorted(by: { $0.key < $1.key }) {
            items.append(InsightItem(insight, on: date))
            changes.appeared.append(id)
        }
        keep(items, on: date)
        return changes
    }
}

extension InsightItem {
    /// It was found tonight.
    fileprivate mutating func meet(_ insight: Insight, on date: Date, _ changes: inout InsightFeed.Changes) {
        guard goneSince != nil || insight.bucket != self.insight.bucket else { return }
        if goneSince == nil { changes.rewritten.append(id) } else { changes.appeared.append(id) }
        goneSince = nil
        self.insight = insight
        changedAt = date
    }

    /// It was not found tonight: whether that, or its day, ends it now.
    fileprivate func ends(_ looked: Set<InsightKind>, on date: Date) -> Bool {
        goneSince == nil && (looked.contains(insight.kind) || insight.expiresOn.map { $0 <= Day(date) } ?? false)
    }
}
