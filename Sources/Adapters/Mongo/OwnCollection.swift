internal import Mongo

/// Every collection the service may ever write to. Writes of the client take a `WritableCollection` and nothing else, so
/// this list is the whole truth; only `DemoCollection` stands beside it, for an empty database of a developer.
enum OwnCollection: String, CaseIterable, WritableCollection {
    /// Messages, in the shape the old service wrote, with fields of ours beside.
    case messages = "chat_history"
    /// Titles that people gave to conversations.
    case titles = "sidecar_conversations"
    /// Titles the old service kept; read, and removed with their conversation.
    case legacyTitles = "conversations"
    /// Reports, in the shape the old service wrote, with fields of ours beside.
    case reports = "optimization_reports"
    /// Alerts for administrators, likewise.
    case alerts = "admin_alerts"
    /// The newest risk assessment of each person.
    case triage = "sidecar_triage"
    /// The four tips of each person, in the shape the old service wrote, with a field of ours beside.
    case tips = "calculator_tips"
    /// What is remembered of each person.
    case states = "sidecar_states"
    /// Nightly runs.
    case runs = "sidecar_runs"
    /// Who may do something alone, and the fence of it.
    case leases = "sidecar_leases"
    /// Which instances live.
    case instances = "sidecar_instances"
    /// Advice of the old service that nobody reads any more; only ever removed.
    case legacySuggestions = "suggestions"
    /// Tips of it, likewise.
    case legacySavingsTips = "savings_tips"
    /// The published groups of people.
    case peerCohorts = "sidecar_peer_cohorts"
    /// The model that suggests categories.
    case categoryModels = "sidecar_category_models"
    /// Whose chats of other services are.
    case channelLinks = "sidecar_channel_links"
    /// Who does not want to be part of the groups.
    case peerOptOuts = "sidecar_peer_opt_outs"

    /// What models cost: by person and day, and about nobody by day, feature and model.
    case spend = "sidecar_spend"

    /// Its name in the database.
    var name: String { rawValue }

    /// Whether its documents belong to people, by `userId`. Runs name some in their text; leases know no one, and what is
    /// published of groups is about nobody.
    var isPersonal: Bool {
        switch self {
        case .messages, .titles, .legacyTitles, .reports, .alerts, .triage, .tips, .states, .legacySuggestions,
            .legacySavingsTips, .peerOptOuts, .channelLinks, .spend:
            true
        case .runs, .leases, .instances, .peerCohorts, .categoryModels: false
        }
    }

    /// Those whose documents belong to people.
    static let personal = allCases.filter(\.isPersonal)
}
