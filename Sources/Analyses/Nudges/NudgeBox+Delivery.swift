import Finance
public import FoundationEssentials

extension NudgeBox {
    /// What may be delivered now, oldest first: nothing in quiet hours, and no more than the day has room for.
    public func deliverable(at now: Date, _ choices: NudgeChoices, in zone: TimeZone) -> [Nudge] {
        due(at: now, choices, in: zone).filter { $0.arm != .control }
    }

    /// Notes that messages were delivered; those that did not wait for it stay as they are.
    public mutating func delivered(_ ids: some Sequence<String>, at now: Date, in zone: TimeZone) {
        settle(Set(ids), as: .delivered, at: now, in: zone)
    }

    /// Delivers: gives what is to be shown now, noted as delivered, and withholds what the hold-out keeps back.
    public mutating func take(at now: Date, _ choices: NudgeChoices, in zone: TimeZone) -> [Nudge] {
        let due = due(at: now, choices, in: zone)
        let held = due.filter { $0.arm == .control }
        settle(Set(held.map(\.id)), as: .withheld, at: now, in: zone)
        let ids = due.filter { $0.arm != .control }.map(\.id)
        delivered(ids, at: now, in: zone)
        return ids.compactMap(find)
    }

    /// The next instant from `now` on at which something can be delivered; nil when nothing waits.
    public func nextDue(after now: Date, _ choices: NudgeChoices, in zone: TimeZone) -> Date? {
        nudges.compactMap { nudge -> Date? in
            guard choices.allow(nudge), let from = nudge.dueFrom else { return nil }
            var at = choices.quiet.end(after: max(from, now), in: zone)
            while !nudge.isSafety, room(at: at, in: zone) == 0 {
                let tomorrow = LocalTime(at, in: zone).day.advanced(by: 1)
                at = choices.quiet.end(after: LocalTime.instant(of: tomorrow, hour: 0, in: zone), in: zone)
            }
            return nudge.expiresAt.map { at < $0 } ?? true ? at : nil
        }.min()
    }

    private func due(at now: Date, _ choices: NudgeChoices, in zone: TimeZone) -> [Nudge] {
        guard !choices.quiet.contains(now, in: zone) else { return [] }
        var room = room(at: now, in: zone)
        return nudges.filter { nudge in
            guard nudge.isDue(at: now), choices.allow(nudge) else { return false }
            if nudge.isSafety { return true }
            room -= 1
            return room >= 0
        }
    }

    /// How many more the local day of an instant has room for.
    private func room(at instant: Date, in zone: TimeZone) -> Int {
        let day = LocalTime(instant, in: zone).day
        return max(0, Self.mostADay - shown.count { LocalTime($0, in: zone).day == day })
    }

    private mutating func settle(_ ids: Set<String>, as state: Nudge.State, at now: Date, in zone: TimeZone) {
        for place in nudges.indices where ids.contains(nudges[place].id) && nudges[place].dueFrom != nil {
            let isFirst = nudges[place].state == .queued
            nudges[place].become(state, at: now)
            if !nudges[place].isSafety { shown = (shown + [now]).suffix(Self.mostADay) }
            if isFirst { log.note(nudges[place], at: now, on: LocalTime(now, in: zone).day) }
        }
    }
}
