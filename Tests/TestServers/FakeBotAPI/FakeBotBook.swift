import FoundationEssentials

/// Everything the fake Bot API knows, and what it makes of a call.
struct FakeBotBook: Sendable {
    let token: String
    let rules: FakeBotRules
    var blocked: Set<Int64> = []
    var missing: Set<Int64> = []
    var faults: [FakeBotFault] = []
    var calls: [FakeBotCall] = []
    /// Texts that arrived, in order.
    var delivered: [(chat: Int64, text: String, at: ContinuousClock.Instant)] = []
    private var seen = 0

    init(_ token: String, _ rules: FakeBotRules) {
        self.token = token
        self.rules = rules
    }

    mutating func takeUnseen() -> FakeBotCall? {
        guard seen < calls.count else { return nil }
        seen += 1
        return calls[seen - 1]
    }

    /// Takes a request in and says what to put on the wire.
    mutating func take(_ request: FakeRequest) -> [FakeMove] {
        let fault = faults.isEmpty ? nil : faults.removeFirst()
        let path = request.uri.split(separator: "/").map(String.init)
        let fields = try? JSONDecoder().decode(FakeBotCall.Fields.self, from: Data(request.body))
        let method = path.last ?? ""
        let isDone = fault?.isDone ?? true
        let reply = isDone ? answer(method, isOurs: path.first == "bot" + token, fields, request.arrivedAt) : nil
        calls.append(
            FakeBotCall(
                method: method, fields: fields ?? FakeBotCall.Fields(), status: fault == nil ? reply?.status : nil,
                arrivedAt: request.arrivedAt, request: request))
        return FakeBotReply.moves(reply, fault?.mischief)
    }

    private mutating func answer(
        _ method: String, isOurs: Bool, _ fields: FakeBotCall.Fields?, _ now: ContinuousClock.Instant
    ) -> FakeBotReply {
        guard isOurs else { return .refusal(401, "Unauthorized") }
        guard let fields else { return .refusal(400, "Bad Request: can't parse JSON object") }
        switch method {
        case "getMe": return .ok(#"{"id":123456789,"is_bot":true,"first_name":"Reho","username":"RehoBot"}"#)
        case "setWebhook": return webhook(fields)
        case "sendChatAction":
            return fault(with: fields.chat_id) ?? (fields.action == "typing" ? .ok("true") : wrongAction)
        case "sendMessage": return message(fields, now)
        default: return .refusal(404, "Not Found")
        }
    }

    private var wrongAction: FakeBotReply { .refusal(400, "Bad Request: wrong parameter action in request") }

    private func webhook(_ fields: FakeBotCall.Fields) -> FakeBotReply {
        guard fields.url?.hasPrefix("https://") == true else {
            return .refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        }
        let secret = fields.secret_token ?? ""
        let isAllowed = secret.utf8.allSatisfy { byte in
            byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
                || byte == 0x5F || byte == 0x2D
        }
        guard isAllowed, (1...256).contains(secret.utf8.count) else {
            return .refusal(400, "Bad Request: secret token contains unallowed characters")
        }
        return .ok("true")
    }

    /// What speaks against writing to a chat.
    private func fault(with chat: Int64?) -> FakeBotReply? {
        guard let chat else { return .refusal(400, "Bad Request: chat_id is empty") }
        if missing.contains(chat) { return .refusal(400, "Bad Request: chat not found") }
        if blocked.contains(chat) { return .refusal(403, "Forbidden: bot was blocked by the user") }
        return nil
    }

    private mutating func message(_ fields: FakeBotCall.Fields, _ now: ContinuousClock.Instant) -> FakeBotReply {
        if let fault = fault(with: fields.chat_id) { return fault }
        let text = fields.text ?? ""
        guard !text.allSatisfy(\.isWhitespace) else { return .refusal(400, "Bad Request: message text is empty") }
        guard text.utf16.count <= rules.units else { return .refusal(400, "Bad Request: message is too long") }
        let chat = fields.chat_id ?? 0
        let recent = delivered.filter { now - $0.at < rules.window }
        guard recent.count < rules.inAll, !recent.contains(where: { $0.chat == chat }) else {
            return .refusal(429, "Too Many Requests: retry after 1", retryAfter: 1)
        }
        delivered.append((chat, text, now))
        return .ok(#"{"message_id":\#(delivered.count),"date":1795132800,"chat":{"id":\#(chat),"type":"private"}}"#)
    }
}
