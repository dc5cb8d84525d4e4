public import FoundationEssentials

extension NudgeBox {
    /// Longest rest a person may ask for.
    public static let longestSnooze: TimeInterval = 30 * 86_400

    /// Messages delivered and not read; the same wherever it is asked.
    public var unread: Int { nudges.count { $0.state == .delivered } }

    /// Reads one; false when there is none to read under that id.
    @discardableResult
    public mutating func read(_ id: String, at now: Date) -> Bool {
        change(id, from: [.delivered]) { $0.become(.read, at: now) }
    }

    /// Reads all that were delivered; gives how many.
    @discardableResult
    public mutating func readAll(at now: Date) -> Int {
        let ids = nudges.filter { $0.state == .delivered }.map(\.id)
        for id in ids { read(id, at: now) }
        return ids.count
    }

    /// Puts one away for good; one that still waits will not be delivered.
    @discardableResult
    public mutating func dismiss(_ id: String, at now: Date) -> Bool {
        change(id, from: [.queued, .delivered, .read, .snoozed]) { $0.become(.dismissed, at: now) }
    }

    /// Lets one rest and come again, within `longestSnooze`; false for an end that is not ahead.
    @discardableResult
    public mutating func snooze(_ id: String, until: Date, at now: Date) -> Bool {
        guard until > now else { return false }
        let end = min(until, now.addingTimeInterval(Self.longestSnooze))
        return change(id, from: [.delivered, .read, .snoozed]) { $0.become(.snoozed, at: now, until: end) }
    }

    /// Removes one; its key does not come back.
    @discardableResult
    public mutating func delete(_ id: String) -> Bool {
        guard let nudge = find(id), nudge.state != .withheld else { return false }
        remove(id)
        return true
    }

    /// What a person sees: delivered, read and resting messages, newest first, with what is unread.
    public var json: JSON {
        let seen = nudges.filter { [.delivered, .read, .snoozed].contains($0.state) }
        return ["unread": .int(Int64(unread)), "nudges": .array(seen.reversed().map(\.json))]
    }

    private mutating func change(_ id: String, from states: [Nudge.State], _ change: (inout Nudge) -> Void) -> Bool {
        guard let place = nudges.firstIndex(where: { $0.id == id && states.contains($0.state) }) else { return false }
        change(&nudges[place])
        return true
    }
}
