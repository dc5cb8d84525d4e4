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
        let list = Route.person(.get, "/insights", listInsights, at: door) { _, _, caller in
            .json(try await inbox.insights(of: caller.user).json(at: parts.now()))
        }
        return [list]
            + acts(["ack": .read, "dismiss": .dismiss, "snooze": nil]).map { name, act in
                .person(.post, "/insights/{id}/\(name)", operation(name, "insight"), at: door) {
                    request, context, caller in
                    let act = try await wish(act, request, context, at: parts.now())
                    guard try await inbox.act(act, onInsight: context.item, of: caller.user) else {
                        throw Problem.noSuch("insight")
                    }
                    return .json(try await inbox.insights(of: caller.user).json(at: parts.now()))
                }
            }
    }

    private static func nudges(_ parts: RouteParts, at door: Door) -> [Route] {
        let inbox = parts.inbox
        let list = Route.person(.get, "/nudges", listNudges, at: door) { _, _, caller in
            _ = try await inbox.take(for: caller.user)
            return .json(try await inbox.nudges(of: caller.user).json)
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
            + acts(["ack": .read, "dismiss": .dismiss, "snooze": nil]).map { name, act in
                .person(.post, "/nudges/{id}/\(name)", operation(name, "nudge"), at: door) {
                    request, context, caller in
                    let act = try await wish(act, request, context, at: parts.now())
                    guard try await inbox.act(act, onNudge: context.item, of: caller.user) else {
                        throw Problem.noSuch("message")
                    }
                    return .json(try await inbox.nudges(of: caller.user).json)
                }
            }
    }

    private static func wish(
        _ act: InboxAct?, _ request: Request, _ context: AppContext, at now: Date
    ) async throws -> InboxAct {
        if let act { return act }
        return try await SnoozeBody.read(request, context, at: now)
    }

    /// In a fixed order; nil where the body says until when.
    private static func acts(_ acts: KeyValuePairs<String, InboxAct?>) -> [(String, InboxAct?)] {
        acts.map { ($0.key, $0.value) }
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
