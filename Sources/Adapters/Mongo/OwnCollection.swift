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
    /// The published groups of people.
    case peerCohorts = "sidecar_peer_cohorts"
    /// Who does not want to be part of them.
    case peerOptOuts = "sidecar_peer_opt_outs"

    /// Its name in the database.
    var name: String { rawValue }
}
