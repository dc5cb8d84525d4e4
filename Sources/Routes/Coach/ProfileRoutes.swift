internal import Analyses
internal import Coaching
internal import Finance
internal import Flows
internal import Hummingbird
internal import Ports

/// What the caller told about themselves, and the plan made with it. Only ever the caller's own: no route of an
/// administrator shows any of it.
enum ProfileRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.get, "/me/profile", show, at: door) { _, _, caller in
                .json(try await document(of: caller.user, parts))
            },
            .person(.patch, "/me/profile", change, at: door) { request, context, caller in
                let body = try await JSONBody.read(Body.self, request, context)
                let isMade = try await parts.coaching.change(try body.change, of: caller.user)
                guard isMade else { throw Problem.noProfile }
                return .json(try await document(of: caller.user, parts))
            },
        ]
    }

    private static func document(of user: UserID, _ parts: RouteParts) async throws -> JSON {
        let memory = try await parts.coaching.memory(of: user)
        return [
            "profile": memory.profile?.json ?? .null, "plan": .array(memory.items.map(\.json)),
            "streak": memory.streak(on: Day(parts.now())).json,
        ]
    }

    private struct Body: Decodable {
        /// Which thing.
        var field: String
        /// Its new value in words; `none` takes it back where that is possible.
        var value: String

        var change: ProfileChange {
            get throws(Problem) {
                do { return try ProfileChange(field, to: value) } catch {
                    throw .unusable(error.sentence)
                }
            }
        }
    }

    private static let show = Operation(
        id: "showProfile", summary: "What the caller told about themselves, and the plan", tag: "me",
        answers: [
            .init(status: 200, words: "The profile; null before the first questions.", schema: Schema.named("Profile"))
        ])

    private static let change = Operation(
        id: "changeProfile", summary: "Changes one thing of the profile", tag: "me",
        body: ["type": "object", "properties": ["field": Schema.text, "value": Schema.text]],
        answers: [
            .init(status: 200, words: "The profile as it is then.", schema: Schema.named("Profile")),
            .problem(400, "The body is not JSON."), .problem(404, "There is no profile yet."),
            .problem(413, "The body is too large."), .problem(422, "That cannot be the value."),
        ])

    static let schemas: [JSON.Member] = [
        .init(
            "Profile",
            Schema.object([
                "profile": Schema.orNull(Schema.anything), "plan": Schema.list(Schema.anything),
                "streak": Schema.anything,
            ]))
    ]
}
