/// What a provider says about a failure: an object, or with some servers just a text.
struct ProviderFault: Sendable, Hashable, Decodable {
    var message: String?
    var type: String?
    var code: String?

    private enum CodingKeys: String, CodingKey { case message, type, code }

    init(message: String? = nil, type: String? = nil, code: String? = nil) {
        self.message = message
        self.type = type
        self.code = code
    }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            message = text
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        message = (try? fields.decodeIfPresent(String.self, forKey: .message)) ?? nil
        type = (try? fields.decodeIfPresent(String.self, forKey: .type)) ?? nil
        // Some servers put the status here, as a number.
        code = (try? fields.decodeIfPresent(String.self, forKey: .code)) ?? nil
    }

    /// The body of a failed response.
    struct Body: Decodable { var error: ProviderFault? }

    /// As our error. Without a status the fault came inside a stream.
    func error(status: Int?, retryAfter: Duration? = nil, hiding key: APIKey) -> OpenAIError {
        let known = label.map { " (\($0))" } ?? ""
        let place = status.map { "status \($0)" } ?? "an error inside the stream"
        return OpenAIError(
            status.map(code(ofStatus:)) ?? codeInStream, place + known, status: status, retryAfter: retryAfter,
            note: message.map { OperatorNote($0, hiding: key).text })
    }

    /// The provider's code if it looks like one: it goes into our message, so it may not be prose.
    private var label: String? {
        (code ?? type).flatMap { name in
            let isName = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
            return isName && (1...48).contains(name.utf8.count) ? name : nil
        }
    }

    private func code(ofStatus status: Int) -> OpenAIError.Code {
        switch status {
        case 300..<400: .malformed
        case 401: .unauthorised
        case 403: .forbidden
        case 404: .notFound
        case 408: .serverTimeout
        case 409: .conflict
        case 429: isQuota ? .quota : .rateLimited
        case 503, 529: .overloaded
        case 500...: .serverFailed
        case 200..<300: .malformed
        default: code == "context_length_exceeded" ? .contextTooLong : .badRequest
        }
    }

    private var codeInStream: OpenAIError.Code {
        if isQuota { return .quota }
        return switch code ?? type {
        case "rate_limit_exceeded", "slow_down": .rateLimited
        case "server_is_overloaded", "overloaded_error": .overloaded
        case "context_length_exceeded": .contextTooLong
        default: .serverFailed
        }
    }

    /// The family of codes that mean "pay", not "wait".
    private var isQuota: Bool {
        [code, type].contains { name in
            guard let name else { return false }
            return ProviderFault.quotaNames.contains(name) || ProviderFault.quotaEnds.contains { name.hasSuffix($0) }
        }
    }

    private static let quotaNames: Set<String> = [
        "insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached", "billing_not_active",
    ]
    private static let quotaEnds = ["_spend_limit_exceeded", "_usage_limit_exceeded"]
}
