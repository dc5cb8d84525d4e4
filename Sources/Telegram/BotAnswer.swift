internal import Curl
internal import FoundationEssentials

/// What the Bot API answers: `ok` with a result, or a number, a description and perhaps how long to wait.
///
/// The description is read by a table and goes no further: it is foreign text. A refusal counts as Telegram's own only
/// in this form, so that a proxy's 403 page drops nobody's link.
struct BotAnswer: Decodable {
    private let isOK: Bool?
    private let says: String
    private let retryAfter: Int64?
    /// What `getMe` gives.
    let profile: BotProfile?

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: AnyKey.self)
        isOK = fields.lenient(Bool.self, "ok")
        says = fields.lenient(String.self, "description")?.lowercased() ?? ""
        retryAfter = fields.nested("parameters")?.lenient(Int64.self, "retry_after")
        profile = fields.nested("result").flatMap(BotProfile.init)
    }

    /// The answer of a status and a body, or what is wrong with it.
    static func read(_ status: Int, _ body: [UInt8]) throws(BotError) -> BotAnswer {
        let answer = try? JSONDecoder().decode(BotAnswer.self, from: Data(body))
        if status == 200, let answer, answer.isOK == true { return answer }
        guard let answer, answer.isOK == false else {
            throw BotError(plainCode(status), "status \(status) without an answer of the Bot API", status: status)
        }
        throw BotError(
            answer.code(status), "the Bot API refused with \(status)", status: status,
            retryAfter: answer.retryAfter.map { .seconds(min(max($0, 1), longestWait)) })
    }

    /// A day, and no wait of less than a second.
    private static let longestWait: Int64 = 86_400

    /// What a status means whoever sent it.
    private static func plainCode(_ status: Int) -> BotError.Code {
        switch status {
        case 403: .forbidden
        case 429: .rateLimited
        case 500...: .serverFailed
        default: .malformed
        }
    }

    private func code(_ status: Int) -> BotError.Code {
        switch status {
        case 401, 404: .unauthorised
        case 403: Self.gone.contains { says.contains($0) } ? .blocked : .forbidden
        case 400, 413: Self.refusals.first { says.contains($0.words) }?.code ?? .badRequest
        case 429: .rateLimited
        case 500...: .serverFailed
        case 402..<500: .badRequest
        default: .malformed
        }
    }

    /// Ways of Telegram to say that a person will not read the bot any more.
    private static let gone = [
        "bot was blocked by the user", "user is deactivated", "bot can't initiate conversation",
    ]
    private static let refusals: [(words: String, code: BotError.Code)] = [
        ("too long", .tooLong), ("text is empty", .emptyText), ("text must be non-empty", .emptyText),
        ("chat not found", .chatNotFound),
    ]
}

/// The bot as Telegram knows it.
public struct BotProfile: Sendable, Hashable {
    /// The number in front of its token.
    public let id: Int64
    /// Without the `@`; `https://t.me/<name>?start=<code>` opens the chat with a code typed already.
    public let username: String

    init?(_ fields: KeyedDecodingContainer<AnyKey>) {
        guard let id = fields.lenient(Int64.self, "id"), let name = fields.lenient(String.self, "username") else {
            return nil
        }
        self.id = id
        username = name
    }
}
