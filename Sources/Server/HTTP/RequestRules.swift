import NIOHTTP1

/// Requests that are refused before the router sees them: the HTTP of it is wrong, so no route can know better.
struct Refusal: Equatable {
    var status: HTTPResponseStatus
    var detail: String
    var code: String
    var headers: [String: String] = [:]

    static func badRequest(_ detail: String) -> Refusal {
        Refusal(status: .badRequest, detail: detail, code: "bad_request")
    }

    /// What to say to bytes that are no HTTP at all, or too much of it.
    init(parsing error: HTTPParserError) {
        if error == .headerOverflow {
            self.init(
                status: .requestHeaderFieldsTooLarge, detail: "The request's headers are too large.",
                code: "headers_too_large")
        } else {
            self = .badRequest("This is not a valid HTTP request.")
        }
    }

    /// What is wrong with a request head, if anything is.
    init?(of head: HTTPRequestHead) {
        if head.isModern, head.headers["host"].count != 1 {
            self = .badRequest("Exactly one Host header is required.")
        } else if head.wantsWebSocket {
            guard let refusal = Self.ofUpgrade(head) else { return nil }
            self = refusal
        } else {
            return nil
        }
    }

    private static func ofUpgrade(_ head: HTTPRequestHead) -> Refusal? {
        guard head.isModern else { return .badRequest("A WebSocket handshake needs HTTP/1.1.") }
        guard head.method == .GET else {
            return Refusal(
                status: .methodNotAllowed, detail: "A WebSocket handshake is a GET.", code: "method_not_allowed",
                headers: ["Allow": "GET"])
        }
        let hasBody =
            head.headers.contains(name: "transfer-encoding") || head.headers["content-length"].contains { $0 != "0" }
        return hasBody ? .badRequest("A WebSocket handshake has no body.") : nil
    }

    private init(status: HTTPResponseStatus, detail: String, code: String, headers: [String: String] = [:]) {
        self.status = status
        self.detail = detail
        self.code = code
        self.headers = headers
    }
}

extension HTTPRequestHead {
    /// HTTP/1.1 or later, where a Host is required and an upgrade possible.
    fileprivate var isModern: Bool { version.major > 1 || version.major == 1 && version.minor >= 1 }

    /// Whether the parser stops behind this request, because another protocol may follow.
    var offersUpgrade: Bool {
        headers.contains(name: "upgrade")
            && headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
    }

    /// Whether that protocol is to be WebSocket.
    var wantsWebSocket: Bool {
        offersUpgrade && headers[canonicalForm: "upgrade"].contains { $0.lowercased() == "websocket" }
    }
}
