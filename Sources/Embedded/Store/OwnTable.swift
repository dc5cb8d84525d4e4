/// Every table that is ours; beside them stand `documents`, which plays the main backend, and `facts`.
enum OwnTable: String, CaseIterable {
    case conversations, messages, reports, tips, alerts, triage, states, fences, runs, leases, links, spend,
        reservations

    /// Whether its rows belong to people. Runs name some in their text; leases know no one, and what is
    /// set aside for a call only its number.
    var isPersonal: Bool {
        switch self {
        case .conversations, .messages, .reports, .tips, .alerts, .triage, .states, .fences, .links, .spend: true
        case .runs, .leases, .reservations: false
        }
    }

    /// Those whose rows belong to people.
    static let personal = allCases.filter(\.isPersonal)
}
