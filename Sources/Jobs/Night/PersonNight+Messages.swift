internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Ports

// What the person hears of a night: the feed of insights, and messages of our own accord.
extension PersonNight {
    /// Brings the feed up to what was found; gives what is new in it and shown.
    mutating func tell(
        _ findings: InsightFindings, on snapshot: Snapshot, _ before: Before
    ) throws(PortError) -> [Insight] {
        let old: InsightFeed = try before.value(.insights) ?? InsightFeed()
        var feed = old
        let changes = feed.merge(findings, on: snapshot.asOf)
        if feed != old { try keep(.insights, feed, before) }
        let news = Set(changes.appeared + changes.rewritten)
        return feed.visible(at: snapshot.asOf).map(\.insight).filter { news.contains($0.id) }
    }

    /// Puts messages in the person's box: what budgets come to, and what is new in the feed.
    mutating func write(_ news: [Insight], about snapshot: Snapshot, _ before: Before) throws(PortError) {
        let now = snapshot.asOf
        let stored: PersonalChoices = try before.value(.choices) ?? PersonalChoices()
        let choices = stored.messages.following(before.app)
        let old: NudgeBox = try before.value(.nudges) ?? NudgeBox()
        var box = old
        box.measure(in: snapshot)
        let (pace, alerts) = (memory.pace ?? PaceMemory()).after(snapshot)
        memory.pace = pace
        for nudge in alerts.map({ $0.nudge(at: now) }) + news.compactMap({ $0.nudge(at: now) }) {
            box.add(before.holdOut.assigned(nudge, to: result.user), choices)
        }
        let milestones = GoalMilestones(of: snapshot, said: memory.milestones.map(Set.init))
        memory.milestones = milestones.said.sorted()
        for nudge in milestones.new.map({ $0.nudge(at: now) }) { box.add(nudge, choices) }
        if let usual = box.usual(in: snapshot) { box.add(usual.nudge(at: now), choices) }
        guard box != old else { return }
        try keep(.nudges, box, before, due: box.nextDue(after: now, choices, in: choices.place))
    }

    private mutating func keep(
        _ kind: PersonalState.Kind, _ value: some Encodable, _ before: Before, due: Date? = nil
    ) throws(PortError) {
        result.states.append(
            .init(
                user: result.user, kind: kind, text: try CodedText.write(value),
                after: before.kept[kind]?.revision ?? 0, due: due))
    }
}
