internal import Analyses
internal import Hummingbird
internal import Ports

/// Tickets for browsers, which cannot set a header on a socket.
enum TicketRoute {
    static func route(_ parts: RouteParts, at door: Door) -> Route {
        .person(.post, "/chat/ticket", description, at: door) { _, _, caller in
            let ticket = try await parts.identity.issueTicket(caller)
            let lifetime = parts.settings.limits.ticketLifetime.components.seconds
            return .json(["ticket": .string(ticket), "expiresIn": .int(lifetime)])
        }
    }

    private static let description = Operation(
        id: "chatTicket", summary: "A single-use ticket for GET /chat/ws?ticket=", tag: "chat",
        answers: [
            .init(
                status: 200, words: "The ticket and for how many seconds it is good.",
                schema: Schema.object(["ticket": Schema.text, "expiresIn": Schema.whole]))
        ])
}
