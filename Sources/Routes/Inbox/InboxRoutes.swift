internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Hummingbird
internal import Inbox
internal import Ports

/// The caller's insights and messages. Each call carries the caller's own id: an id of another person's is one that
/// never was.
enum InboxRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        insights(parts, at: door) + nudges(parts, at: door)
    }

    private static func insights(_ parts: RouteParts, at door: Door) -> [Route] {
        let inbox = parts.inbox
        let shown: Shown = { user in .json(try await inbox.insights(of: user).json(at: parts.now())) }
        let list = Route.person(.get, "/insights", listInsights, at: door) { _, _, caller in
            try await shown(caller.user)
        }
        return [list]
            + acts(on: "insight", under: "/insights", parts, at: door, shown) { act, id, user in
                try await inbox.act(act, onInsight: id, of: user)
            }
    }

    private static func nudges(_ parts: RouteParts, at door: Door) -> [Route] {
        let inbox = parts.inbox
        let shown: Shown = { user in .json(try await inbox.nudges(of: user).json) }
        let list = Route.person(.get, "/nudges", listNudges, at: door) { _, _, caller in
            _ = try await inbox.take(for: caller.user)
            return try await shown(caller.user)
        }
        let unread = Route.person(.get, "/nudges/unread", countUnread, at: door) { _, _, caller in
            .json(try await inbox.take(for: caller.user).unread.json)
        }
        let readAll = Route.person(.post, "/nudges/ack", ackAll, at: door) { _, _, caller in
            .json(["read": .int(Int64(try await inbox.readAll(of: caller.user)))])
        }
        let delete = Route.person(.delete, "/nudges/{id}", deleteNudge, at: door) { _, context, caller in
            guard try await inbox.act(.delete, onNudge: context.item, of: caller.user) else {
                throw Problem.noSuch("message")
            }
            return Response(status: .noContent)
        }
        return [list, unread, readAll, delete]
            + acts(on: "nudge", under: "/nudges", parts, at: door, shown) { act, id, user in
                try await inbox.act(act, onNudge: id, of: user)
            }
    }

    /// The whole list of a person, as an act leaves it.
    private typealias Shown = @Sendable (UserID) async throws -> Response

    /// What may be done to one item: read, dismissed, or put off until a time that the body says.
    private static func acts(
        on kind: String, under path: String, _ parts: RouteParts, at door: Door, _ shown: @escaping Shown,
        _ act: @escaping @Sendable (InboxAct, String, UserID) async throws -> Bool
    ) -> [Route] {
        let acts: [(String, InboxAct?)] = [("ack", .read), ("dismiss", .dismiss), ("snooze", nil)]
        return acts.map { name, fixed in
            .person(.post, "\(path)/{id}/\(name)", operation(name, kind), at: door) { request, context, caller in
                let wish = try await wish(fixed, request, context, at: parts.now())
                guard try await act(wish, context.item, caller.user) else {
                    throw Problem.noSuch(kind == "nudge" ? "message" : kind)
                }
                return try await shown(caller.user)
            }
        }
    }

    private static func wish(
        _ act: InboxAct?, _ request: Request, _ context: AppContext, at now: Date
    ) async throws -> InboxAct {
        if let act { return act }
        return try await SnoozeBody.read(request, context, at: now)
    }
}

extension AppContext {
    /// The id in the path; one that cannot be decoded is nothing's.
    var item: String { parameters.get("id").flatMap(PercentText.decoded) ?? "" }
}

extension Problem {
    static func noSuch(_ what: String) -> Problem {
        Problem(status: .notFound, code: "not_found", detail: "There is no such \(what).")
    }
}
