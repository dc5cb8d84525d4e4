internal import Analyses
internal import Finance
internal import Hummingbird
internal import Logging
internal import Ports
internal import Prompts

/// One person as an administrator sees them (contract 5.5): the old body, then the analyses behind it. Every look is
/// logged: who, at whom.
enum DashboardRoute {
    static func route(_ parts: RouteParts, at door: Door) -> Route {
        .admin(.get, "/admin/user-dashboard/{user_id}", description, at: door) { _, context, caller in
            let asked = context.parameters.get("user_id").flatMap(PercentText.decoded) ?? ""
            guard let user = UserID(asked) else {
                throw Problem.malformed("Invalid user_id format provided: \(TypedText(asked, limit: 40).text)")
            }
            context.audit("admin.looked_at", by: caller, about: user, parts)
            do throws(PortError) {
                return .json(try await dashboard(of: user, parts).json)
            } catch {
                throw error.code == .notFound ? Problem.personUnknown : Problem(error)
            }
        }
    }

    private static func dashboard(of user: UserID, _ parts: RouteParts) async throws(PortError) -> UserDashboard {
        let now = parts.now()
        let stores = parts.stores
        let snapshot = try await parts.snapshots.read(user, Month(containing: now), now)
        let previous = try await stores.triage.previous(user)
        let risk = RiskAssessment(of: snapshot, previous: previous)
        // Whoever was never assessed is put on the list. A later look changes nothing there: only a night counts as one.
        if previous == nil { try await stores.triage.save(TriageRow(of: risk), risk.night) }
        let tips = try await stores.reports.all(user).map {
            UserDashboard.Tips(kind: $0.kind, insights: $0.insights, madeAt: $0.createdAt)
        }
        return UserDashboard(
            of: snapshot, risk: risk, peers: try await stores.peerGroups.comparison(of: snapshot),
            alerts: try await stores.alerts.newest(user, UserDashboard.mostAlerts).map(\.json), tips: tips,
            preparedAt: now)
    }

    private static let description = Operation(
        id: "adminUserDashboard", summary: "One person's spending, risk, alerts, tips and peers", tag: "admin",
        parameters: [.init(name: "user_id", isInPath: true, words: "The person's id.", schema: Schema.text)],
        answers: [
            .init(status: 200, words: "The dashboard.", schema: Schema.named("UserDashboard")),
            .problem(400, "The id is no id."), .problem(404, "There is no such person."),
        ])
}
