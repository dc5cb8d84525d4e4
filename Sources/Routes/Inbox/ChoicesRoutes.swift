internal import Analyses
internal import Coaching
internal import Finance
internal import Flows
internal import FoundationEssentials
internal import Hummingbird
internal import Inbox
internal import Ports
internal import Prompts

/// What the caller chose: whether and when we may write, reminders, and taking part in the groups.
enum ChoicesRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.get, "/me/choices", show, at: door) { _, _, caller in
                .json(try await choices(of: caller.user, parts))
            },
            .person(.put, "/me/choices", change, at: door) { request, context, caller in
                let body = try await JSONBody.read(Body.self, request, context)
                let change = try body.change(on: Day(parts.now()))
                _ = try await parts.inbox.choose(for: caller.user, change)
                if let days = body.checkInEvery {
                    // What the person said at the start follows what they choose now.
                    _ = try await parts.coaching.change(.cadence(.init(rawValue: days)), of: caller.user)
                }
                if body.mood == false { try await parts.coaching.forgetMoods(of: caller.user) }
                if let peers = body.peers { try await parts.stores.peerGroups.setOptedOut(caller.user, !peers) }
                return .json(try await choices(of: caller.user, parts))
            },
        ]
    }

    private static func choices(of user: UserID, _ parts: RouteParts) async throws -> JSON {
        let choices = try await parts.inbox.choices(of: user)
        let rules = try await parts.inbox.rules(of: user)
        return [
            "nudges": .bool(rules.nudges), "quietFrom": .int(Int64(rules.quiet.from)),
            "quietTo": .int(Int64(rules.quiet.to)),
            "checkInEvery": choices.checkIn.map { .int(Int64($0.cadence.rawValue)) } ?? .null,
            "nextCheckIn": .day(orNull: choices.checkIn?.nextDue),
            "peers": .bool(try await !parts.stores.peerGroups.hasOptedOut(user)),
            "mood": .bool(choices.mood ?? false), "model": .bool(choices.model ?? parts.settings.assumesConsent),
            "modelNotice": .string(ModelNotice.text), "budgetNotification": .bool(rules.budgetNotification),
            "timeZone": .string(rules.zone),
            "lockedBudgets": .array((choices.lockedBudgets ?? []).map { .string($0) }),
        ]
    }

    /// Every member may be left out, and then stays as it is.
    private struct Body: Decodable {
        static let mostLocked = 100

        var nudges: Bool?
        var quietFrom: Int?
        var quietTo: Int?
        /// Days between reminders; 0 ends them.
        var checkInEvery: Int?
        var peers: Bool?
        /// Whether a model outside may be asked.
        var model: Bool?
        /// Ids of budgets that no plan of ours may move, in place of those before.
        var lockedBudgets: [String]?
        /// Whether moods may be kept; no forgets those that are.
        var mood: Bool?

        func change(on today: Day) throws(Problem) -> @Sendable (inout PersonalChoices) -> Void {
            let cadence = checkInEvery.flatMap(CheckInPlan.Cadence.init(rawValue:))
            guard checkInEvery == nil || checkInEvery == 0 || cadence != nil else {
                throw .invalid("checkInEvery", "one of 0, 1, 7, 14 and 30 days")
            }
            guard [quietFrom, quietTo].allSatisfy({ $0.map { (0..<24).contains($0) } ?? true }) else {
                throw .invalid("quietFrom", "an hour from 0 to 23, and so is quietTo")
            }
            guard lockedBudgets.map({ $0.count <= Self.mostLocked && $0.allSatisfy { UserID($0) != nil } }) ?? true
            else {
                throw .invalid("lockedBudgets", "up to \(Self.mostLocked) ids of 24 hex digits")
            }
            let body = self
            return { choices in body.apply(cadence, today, to: &choices) }
        }

        private func apply(_ cadence: CheckInPlan.Cadence?, _ today: Day, to choices: inout PersonalChoices) {
            let quiet = choices.messages.quiet
            choices.mood = mood ?? choices.mood
            choices.model = model ?? choices.model
            choices.lockedBudgets = lockedBudgets ?? choices.lockedBudgets
            choices.messages.nudges = nudges ?? choices.messages.nudges
            choices.messages.quiet = QuietHours(from: quietFrom ?? quiet.from, to: quietTo ?? quiet.to) ?? quiet
            if let cadence, choices.checkIn?.cadence != cadence { choices.checkIn = CheckInPlan(cadence, from: today) }
            if checkInEvery == 0 { choices.checkIn = nil }
        }
    }

    private static let show = Operation(
        id: "showChoices", summary: "What the caller chose", tag: "me",
        answers: [.init(status: 200, words: "The choices.", schema: Schema.named("Choices"))])

    private static let change = Operation(
        id: "changeChoices", summary: "Changes what is given and leaves the rest", tag: "me",
        body: [
            "type": "object",
            "properties": [
                "nudges": Schema.flag, "quietFrom": Schema.whole(0...23, default: 21),
                "quietTo": Schema.whole(0...23, default: 8),
                "checkInEvery": ["type": "integer", "enum": [0, 1, 7, 14, 30]], "peers": Schema.flag,
                "model": Schema.flag, "mood": Schema.flag, "lockedBudgets": Schema.list(Schema.text),
            ],
        ],
        answers: [
            .init(status: 200, words: "The choices as they are then.", schema: Schema.named("Choices")),
            .problem(400, "The body is not JSON."), .problem(413, "The body is too large."),
            .problem(422, "A choice cannot be made."),
        ])
}
