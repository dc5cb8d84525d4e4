internal import Curl
internal import FoundationEssentials

/// One call, ready to be sent.
struct BotCall {
    /// As in the address and in the log.
    let method: String
    /// Whose pace it keeps; nil for calls that concern no chat.
    let chat: ChatID?
    /// Whether it is a message, which the limits count.
    let isMessage: Bool
    /// Whether it does no harm when it is made twice.
    let isRepeatable: Bool
    private let body: [UInt8]

    private init(_ method: String, _ fields: some Encodable, chat: ChatID?, isMessage: Bool = false) throws(BotError) {
        self.method = method
        self.chat = chat
        self.isMessage = isMessage
        isRepeatable = !isMessage
        do { body = try Array(JSONEncoder().encode(fields)) } catch {
            throw BotError(.badRequest, "the call cannot be written as JSON")
        }
    }

    /// A text, without `parse_mode`. Links get no preview: Telegram would fetch what a person's answer points to.
    static func message(_ text: String, to chat: ChatID) throws(BotError) -> BotCall {
        try BotCall("sendMessage", Message(chat_id: chat.number, text: text), chat: chat, isMessage: true)
    }

    /// "typing…", for five seconds or until a message comes.
    static func typing(in chat: ChatID) throws(BotError) -> BotCall {
        try BotCall("sendChatAction", Action(chat_id: chat.number), chat: chat)
    }

    /// New private messages to this address, and nothing else.
    static func webhook(_ address: WebhookAddress, _ secret: WebhookSecret) throws(BotError) -> BotCall {
        try BotCall("setWebhook", Webhook(url: address.text, secret_token: secret.secret), chat: nil)
    }

    static func me() throws(BotError) -> BotCall { try BotCall("getMe", [String: String](), chat: nil) }

    /// The request. It gets a connection of its own, since libcurl repeats what it sent on a kept connection that ends
    /// without an answer, and a message would come twice.
    func request(_ settings: BotAPISettings) -> CurlRequest {
        let total = settings.totalTime
        var request = CurlRequest(
            .post, "\(settings.address)/bot\(settings.token.secret)/\(method)",
            headers: [CurlHeader("Content-Type", "application/json"), CurlHeader("Accept", "application/json")],
            body: body,
            deadlines: CurlDeadlines(connect: settings.connectTime, firstByte: total, idle: total, total: total))
        request.reusesConnection = false
        return request
    }

    // The names are the Bot API's.
    private struct Message: Encodable {
        let chat_id: Int64
        let text: String
        let link_preview_options = ["is_disabled": true]
    }

    private struct Action: Encodable {
        let chat_id: Int64
        let action = "typing"
    }

    private struct Webhook: Encodable {
        let url: String
        let secret_token: String
        let allowed_updates = ["message"]
    }
}
