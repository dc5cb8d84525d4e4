internal import Analyses
internal import Finance
internal import HTTPTypes
internal import Hummingbird
internal import Ports

/// The way in for Telegram, and the caller's links to it.
enum TelegramRoutes {
    /// Largest update that is read: a message of 4,096 letters, each escaped, with what stands around it.
    private static let mostBytes = 128 * 1024
    /// How long a code is good, in seconds.
    private static let codeSeconds: Int64 = 600

    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            updates(parts),
            .person(.get, "/me/telegram", show, at: door) { _, _, caller in
                .json(try await links(of: caller.user, parts))
            },
            .person(.post, "/me/telegram", offer, at: door) { _, _, caller in
                guard let telegram = parts.telegram else { throw Problem.noTelegram }
                return .json(["code": .string(try await telegram.offer(caller.user)), "expiresIn": .int(codeSeconds)])
            },
            .person(.delete, "/me/telegram", unlink, at: door) { _, _, caller in
                _ = try await parts.telegram?.unlink(caller.user)
                return .json(try await links(of: caller.user, parts))
            },
        ]
    }

    /// A body that is refused as too large would be sent again and again.
    private static func updates(_ parts: RouteParts) -> Route {
        var route = Route.open(.post, "/telegram/webhook", webhook) { request, _ in
            guard let telegram = parts.telegram else { throw Problem.notFound }
            var request = request
            let secret = HTTPField.Name("X-Telegram-Bot-Api-Secret-Token").flatMap { request.headers[$0] }
            let body = try await request.collectBody(upTo: mostBytes)
            switch await telegram.receive(secret, Array(body.readableBytesView)) {
            case .done: return .json([:])
            case .refused: throw Problem.wrongSecret
            case .later: throw Problem.comeAgain
            }
        }
        route.bodyBytes = mostBytes
        return route
    }

    private static func links(of user: UserID, _ parts: RouteParts) async throws -> JSON {
        let count = try await parts.telegram?.count(user)
        return ["isConfigured": .bool(parts.telegram != nil), "chats": .int(Int64(count ?? 0))]
    }

    private static let webhook = Operation(
        id: "telegramWebhook", summary: "Takes updates of Telegram, which proves itself by a header", tag: "telegram",
        answers: [
            .init(status: 200, words: "Taken.", schema: ["type": "object"]),
            .problem(401, "Not Telegram's secret."), .problem(404, "The channel is off."),
            .problem(413, "The body is too large."), .problem(503, "Not taken; it should be sent again."),
        ])

    private static let listed = Operation.Answer(
        status: 200, words: "The links.", schema: Schema.object(["isConfigured": Schema.flag, "chats": Schema.whole]))

    private static let show = Operation(
        id: "showTelegram", summary: "Whether the channel is there, and how many chats are linked", tag: "me",
        answers: [listed])

    private static let offer = Operation(
        id: "offerTelegram", summary: "A code that links a Telegram chat to the caller, good once", tag: "me",
        answers: [
            .init(
                status: 200, words: "The code, and for how many seconds it is good.",
                schema: Schema.object(["code": Schema.text, "expiresIn": Schema.whole])),
            .problem(409, "Telegram is not set up here."),
        ])

    private static let unlink = Operation(
        id: "unlinkTelegram", summary: "Ends every link of the caller", tag: "me",
        answers: [listed])
}
