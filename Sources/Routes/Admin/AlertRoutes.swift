internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Ports

/// The alert queue: what an administrator should look at, and what became of it.
enum AlertRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        let alerts = parts.stores.alerts
        let most = parts.settings.limits.triage
        return [
            .admin(.get, "/admin/alerts", list(most), at: door) { request, context, caller in
                let query = QueryReader(request)
                let state = try query.oneOf("state", AdminAlert.State.self)
                let limit = try query.whole("limit", in: 1...most, default: min(50, most))
                let states = state.map { [$0] } ?? Set(AdminAlert.State.allCases)
                let rows = try await alerts.page(states, try query.messageID("after"), limit + 1)
                let shown = rows.prefix(limit)
                context.audit("admin.listed", by: caller, parts, ["alerts": "\(shown.count)"])
                return .json([
                    "alerts": .array(shown.map(\.json)),
                    "after": .string(orNull: rows.count > limit ? shown.last?.id : nil),
                ])
            },
            decision("ack", .acknowledged, parts, at: door), decision("resolve", .resolved, parts, at: door),
            decision("snooze", .snoozed, parts, at: door),
        ]
    }

    private static func decision(
        _ verb: String, _ state: AdminAlert.State, _ parts: RouteParts, at door: Door
    ) -> Route {
        .admin(.post, "/admin/alerts/{id}/\(verb)", description(verb, state), at: door) { request, context, caller in
            let body = try await DecisionBody.read(request, context)
            let until = try state == .snoozed ? body.until(after: parts.now()) : nil
            guard let id = context.parameters.get("id"), UserID(id) != nil,
                let alert = try await parts.stores.alerts.decide(
                    id.lowercased(), AlertDecision(state: state, until: until, owner: caller.user, note: body.note))
            else { throw Problem.alertUnknown }
            context.audit("admin.decided", by: caller, about: alert.user, parts, ["state": "\(state.rawValue)"])
            return .json(alert.json)
        }
    }

    private static func list(_ most: Int) -> Operation {
        Operation(
            id: "adminAlerts", summary: "Alerts, newest first", tag: "admin",
            parameters: [
                .init(
                    name: "state", words: "Only this state; all unless given.",
                    schema: Schema.oneOf(AdminAlert.State.allCases.map(\.rawValue))),
                .init(name: "after", words: "The id the last page ended with.", schema: Schema.text),
                .init(
                    name: "limit", words: "How many at most.",
                    schema: Schema.whole(1...most, default: min(50, most))),
            ],
            answers: [
                .init(
                    status: 200, words: "One page.",
                    schema: Schema.object([
                        "alerts": Schema.list(Schema.named("AdminAlert")), "after": Schema.orNull(Schema.text),
                    ])), .problem(422, "A value in the query cannot be used."),
            ])
    }

    private static func description(_ verb: String, _ state: AdminAlert.State) -> Operation {
        Operation(
            id: "adminAlert\(verb.capitalized)", summary: "Marks an alert as \(state.rawValue)", tag: "admin",
            parameters: [
                .init(name: "id", isInPath: true, words: "The alert's id.", schema: Schema.text)
            ], body: DecisionBody.schema, isBodyOptional: true,
            answers: [
                .init(status: 200, words: "The alert as it stands now.", schema: Schema.named("AdminAlert")),
                .problem(400, "The body is not JSON."), .problem(404, "There is no such alert."),
                .problem(413, "The body is too large."), .problem(422, "A value of the body cannot be used."),
            ])
    }
}

extension AdminAlert {
    /// The five members of the old service first, then ours.
    var json: JSON {
        [
            "userId": .string(user.hex), "userEmail": .string(email), "alertMessage": .string(message),
            "category": .string(category), "createdAt": .string(createdAt.rfc3339), "id": .string(id),
            "state": .string(state.rawValue), "snoozedUntil": .string(orNull: snoozedUntil?.rfc3339),
            "owner": .string(orNull: owner?.hex), "note": .string(orNull: note),
        ]
    }
}
