/// Every table that is ours; beside them stand `documents`, which plays the main backend, and `facts`.
enum OwnTable: String, CaseIterable {
    case conversations, messages, reports, tips, alerts, triage, states, fences, runs, leases, links

    /// Whether its rows belong to people. Runs name some in their text; leases know no one.
    var isPersonal: Bool {
        switch self {
        case .conversations, .messages, .reports, .tips, .alerts, .triage, .states, .fences, .links: true
        case .runs, .leases: false
        }
    }

    /// Those whose rows belong to people.
    static let personal = allCases.filter(\.isPersonal)
}
