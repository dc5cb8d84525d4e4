public import Analyses
public import Finance
public import FoundationEssentials

/// One person as an administrator sees them: the old service's body key by key (contract 5.5) with the analyses beside
/// it. Made when the records are read and stored, so that a look at it computes nothing.
public struct UserDashboard: Sendable, Hashable {
    /// The points of one stored report.
    public struct Tips: Sendable, Hashable {
        /// What the report is about.
        public var kind: ReportKind
        /// Its points.
        public var insights: [ReportInsight]
        /// When its words were made.
        public var madeAt: Date

        /// The points of a report with every part given.
        public init(kind: ReportKind, insights: [ReportInsight], madeAt: Date) {
            self.kind = kind
            self.insights = insights
            self.madeAt = madeAt
        }
    }

    /// Most alerts shown, the newest first.
    public static let mostAlerts = 5

    /// Where the rules put the person.
    public let risk: RiskAssessment
    /// The month's spending.
    public let spending: SpendingMonth
    /// What is owed.
    public let debts: DebtOverview
    /// The month beside a cohort.
    public let peers: PeerComparison
    /// Alerts as they are served, newest first.
    public let alerts: [JSON]
    /// Stored reports in the order expense, budget, debt.
    public let tips: [Tips]
    /// When all this was put together.
    public let preparedAt: Date
    private let asOf: Date

    /// The dashboard of a snapshot; `risk` and `peers` need more than the snapshot, alerts and tips come from stores.
    public init(
        of snapshot: Snapshot, risk: RiskAssessment, peers: PeerComparison, alerts: [JSON] = [], tips: [Tips] = [],
        preparedAt: Date
    ) {
        self.risk = risk
        self.peers = peers
        self.alerts = Array(alerts.prefix(Self.mostAlerts))
        self.tips = ReportKind.allCases.flatMap { kind in tips.filter { $0.kind == kind } }
        self.preparedAt = preparedAt
        spending = SpendingMonth(of: snapshot)
        debts = DebtOverview(of: snapshot)
        asOf = snapshot.asOf
    }

    /// An alert as the old service served it; the time carries its zone.
    public static func alert(
        user: UserID, email: String, message: String, category: String, createdAt: Date
    ) -> JSON {
        [
            "userId": .string(user.hex), "userEmail": .string(email), "alertMessage": .string(message),
            "category": .string(category), "createdAt": .string(createdAt.rfc3339),
        ]
    }

    /// The eight keys of the old service, and nothing else.
    public var legacyJSON: JSON { .object(legacy) }

    /// The old body, then `asOf` and `analysis`.
    public var json: JSON {
        .object(legacy + [JSON.Member("asOf", .string(asOf.rfc3339)), JSON.Member("analysis", analysis)])
    }

    private var legacy: [JSON.Member] {
        spending.admin.members + [
            JSON.Member("currentAlerts", .array(alerts)), JSON.Member("aiTips", .array(points.map(\.json))),
            JSON.Member("debtStatuses", risk.legacyJSON), JSON.Member("peerComparison", peers.legacyJSON),
        ]
    }

    /// Points with all three texts; the old service dropped the others too.
    private var points: [ReportInsight] {
        tips.flatMap(\.insights).filter { !$0.insight.isEmpty && !$0.suggestion.isEmpty && !$0.category.isEmpty }
    }

    private var analysis: JSON {
        [
            "asOf": .string(asOf.rfc3339), "preparedAt": .string(preparedAt.rfc3339),
            "month": .string(spending.month.description), "risk": risk.json, "spending": spending.json,
            "debts": debts.card.data, "peers": peers.json,
            "tips": .array(
                tips.map { ["kind": .string($0.kind.rawValue), "madeAt": .string($0.madeAt.rfc3339)] }),
        ]
    }
}

extension JSON {
    /// The keys of an object; none for anything else.
    var members: [Member] {
        if case .object(let members) = self { return members }
        return []
    }
}
