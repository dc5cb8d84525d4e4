internal import Analyses
internal import Finance
internal import Hummingbird
internal import Inbox
internal import Ports

/// What the caller says of something that seems to be paid for again and again: that it is so, or that it is not. From
/// then on it is counted so everywhere, at night too.
enum RecurringRoute {
    static func route(_ parts: RouteParts, at door: Door) -> Route {
        .person(.post, "/me/recurring", description, at: door) { request, context, caller in
            let body = try await JSONBody.read(Body.self, request, context)
            let decision = try body.made
            let before = try await snapshot(of: caller.user, parts)
            guard RecurringSeries.all(in: before).contains(where: { $0.key == body.key }) else {
                throw Problem.noSuch("repeated payment")
            }
            _ = try await parts.inbox.choose(for: caller.user) { choices in
                choices.series = choices.series ?? SeriesDecisions()
                choices.series?.decide(decision, on: body.key)
            }
            return .json(ExpenseAudit(of: try await snapshot(of: caller.user, parts)).json)
        }
    }

    private static func snapshot(of user: UserID, _ parts: RouteParts) async throws(PortError) -> Snapshot {
        let now = parts.now()
        return try await parts.freshSnapshots.read(user, Month(containing: now), now)
    }

    private struct Body: Decodable {
        /// The `key` of a series in the answer of `/analysis/recurring`.
        var key: String
        var decision: String

        var made: SeriesDecisions.Decision {
            get throws(Problem) {
                guard let decision = SeriesDecisions.Decision(rawValue: decision) else {
                    throw .invalid("decision", "one of confirmed, dismissed and open")
                }
                return decision
            }
        }
    }

    private static let description = Operation(
        id: "decideRecurring", summary: "Confirms or dismisses something that is paid again and again", tag: "me",
        body: [
            "type": "object", "required": ["key", "decision"],
            "properties": [
                "key": Schema.text,
                "decision": Schema.oneOf(SeriesDecisions.Decision.allCases.map(\.rawValue)),
            ],
        ],
        answers: [
            .init(status: 200, words: "The audit as it is then.", schema: Schema.named("ExpenseAudit")),
            .problem(400, "The body is not JSON."), .problem(404, "The caller has no such repeated payment."),
            .problem(413, "The body is too large."), .problem(422, "No such decision."),
        ])
}
