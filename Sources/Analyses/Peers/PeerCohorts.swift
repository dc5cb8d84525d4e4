public import Finance

/// The cohorts of one week, made at night from everyone who takes part, and stored.
///
/// Figures are of one whole month, `period`. Within a period membership is frozen and only ever shrinks: who joins waits
/// for the next one, and who leaves goes together with at least ten others (`CohortLeaf.shrunk`). A cohort whose people
/// are the same keeps its cells as they were, so that a change in one person's records does not show either. Two
/// publications of one period therefore differ in nobody or in at least eleven people; those of different periods share
/// no figure.
///
/// Limits: no table of a statistics office stands in where cohorts are too small; that needs published numbers in the
/// operator's configuration.
public struct PeerCohorts: Sendable, Hashable, Codable {
    /// The Monday of the week.
    public let week: Day
    /// The month the figures are of.
    public let period: Month
    /// What is published, everyone first.
    public let cohorts: [Cohort]
    /// Incomes at which the second to the fifth fifth begin; kept to place a viewer, not shown.
    let bounds: [Money]
    /// Who is counted where; kept for the next week, not shown.
    let leaves: [CohortLeaf]

    /// The cohorts of the week that holds `day`. A week that is already published stays as it is.
    public static func build(
        members: [PeerMember], of period: Month, week day: Day, previous: PeerCohorts? = nil,
        rules: DisclosureRules = DisclosureRules()
    ) -> PeerCohorts {
        let week = day.advanced(by: -(((day.number + 3) % 7 + 7) % 7))
        if let previous, previous.week >= week { return previous }
        let eligible = Dictionary(
            members.filter(\.isEligible).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        if let previous, previous.period == period { return previous.shrunk(to: eligible, week: week, rules: rules) }
        let people = Array(eligible.values)
        let bounds = CohortLeaf.bounds(of: people)
        let leaves = CohortLeaf.leaves(of: people, bounds: bounds, rules: rules)
        return PeerCohorts(
            week: week, period: period, cohorts: cohorts(of: leaves, eligible, rules: rules), bounds: bounds,
            leaves: leaves)
    }

    /// The finest published cohort for an income and household.
    public func cohort(income: Money?, hasPartner: Bool) -> Cohort? {
        let fifth = income.map { CohortLeaf.fifth(of: $0, bounds: bounds) }
        var key: CohortKey? = CohortKey(fifth: fifth, hasPartner: hasPartner)
        while let wanted = key {
            if let found = cohorts.first(where: { $0.key == wanted }) { return found }
            key = wanted.parent
        }
        return nil
    }

    private func shrunk(to eligible: [String: PeerMember], week: Day, rules: DisclosureRules) -> PeerCohorts {
        let present = Set(eligible.keys)
        let after = leaves.map { $0.shrunk(to: present, week: week, rules: rules) }
        let changed = Set(zip(leaves, after).filter { $0 != $1 }.flatMap { Self.holders(of: $0.0.key) })
        let kept = after.filter { !$0.members.isEmpty }
        let fresh = Self.cohorts(of: kept, eligible, rules: rules)
        let carried = Dictionary(cohorts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return PeerCohorts(
            week: week, period: period, cohorts: fresh.map { changed.contains($0.key) ? $0 : carried[$0.key] ?? $0 },
            bounds: bounds, leaves: kept)
    }

    /// Every leaf and every cohort that holds one.
    private static func cohorts(
        of leaves: [CohortLeaf], _ members: [String: PeerMember], rules: DisclosureRules
    ) -> [Cohort] {
        var people: [CohortKey: [PeerMember]] = [:]
        for leaf in leaves {
            for key in holders(of: leaf.key) { people[key, default: []] += leaf.members.compactMap { members[$0] } }
        }
        return people.sorted { $0.key < $1.key }.map { Cohort($0, of: $1, rules: rules) }
    }

    /// A cohort and all that hold it.
    static func holders(of key: CohortKey) -> [CohortKey] {
        Array(sequence(first: key) { $0.parent })
    }
}
