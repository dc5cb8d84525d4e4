internal import Analyses
internal import Coaching
internal import Finance
internal import Hummingbird
internal import Ports

/// The caller's moods beside their spending, where they want that kept. Nobody else is ever shown any of it.
enum MoodRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.get, "/me/moods", show, at: door) { _, _, caller in
                .json(try await document(try await parts.coaching.moods(of: caller.user), caller.user, parts))
            },
            .person(.put, "/me/moods", note, at: door) { request, context, caller in
                let body = try await JSONBody.read(Body.self, request, context)
                guard MoodLog.scale.contains(body.mood) else {
                    throw Problem.invalid("mood", "a whole number from 0 to 5")
                }
                guard let log = try await parts.coaching.note(body.mood, of: caller.user) else {
                    throw Problem.moodsNotKept
                }
                return .json(try await document(log, caller.user, parts))
            },
            .person(.delete, "/me/moods", forget, at: door) { _, _, caller in
                try await parts.coaching.forgetMoods(of: caller.user)
                return .json(try await document(MoodLog(), caller.user, parts))
            },
        ]
    }

    private static func document(_ log: MoodLog, _ user: UserID, _ parts: RouteParts) async throws -> JSON {
        let now = parts.now()
        let snapshot = try await parts.snapshots.read(user, Month(containing: now), now)
        let days = log.days.sorted { $0.key < $1.key }.map { day, mood -> JSON in
            ["day": .string(day.description), "mood": .int(Int64(mood))]
        }
        return [
            "isKept": .bool(try await parts.coaching.keepsMoods(of: user)), "keptDays": .int(Int64(MoodLog.keptDays)),
            "days": .array(days), "beside": MoodSpending(of: log, in: snapshot).json,
            "tomorrow": DayRisk(of: snapshot, mood: log).json,
        ]
    }

    private struct Body: Decodable {
        /// 0 low … 5 high.
        var mood: Int
    }

    private static let answer = Operation.Answer(
        status: 200, words: "The moods of the last days, beside spending.", schema: Schema.named("Moods"))
    private static let show = Operation(
        id: "showMoods", summary: "The caller's moods, where they want them kept", tag: "me", answers: [answer])
    private static let note = Operation(
        id: "noteMood", summary: "Notes how the caller feels today", tag: "me",
        body: ["type": "object", "properties": ["mood": Schema.whole(0...5, default: 3)]],
        answers: [
            answer, .problem(400, "The body is not JSON."), .problem(409, "The caller does not want moods kept."),
            .problem(413, "The body is too large."), .problem(422, "That is no mood."),
        ])
    private static let forget = Operation(
        id: "forgetMoods", summary: "Forgets all moods of the caller", tag: "me", answers: [answer])

    static let schemas: [JSON.Member] = [
        .init(
            "Moods",
            Schema.object([
                "isKept": Schema.flag, "keptDays": Schema.whole,
                "days": Schema.list(Schema.object(["day": Schema.day, "mood": Schema.whole])),
                "beside": Schema.anything, "tomorrow": Schema.anything,
            ]))
    ]
}
