/// Answers that are no stream.
enum FakePage {
    static func steps(_ script: FakeScript) -> [FakeStep] {
        if let failure = script.failure { return [.bytes(page(failure))] }
        switch script.oddity {
        case .json: return [.bytes(page(200, "application/json", whole))]
        case .html: return [.bytes(page(200, "text/html", "<html><body>Welcome</body></html>"))]
        case .redirect: return [.bytes(page(301, "text/plain", "", ["Location: http://127.0.0.1:1/"]))]
        case .gzip: return [.bytes(page(200, "text/event-stream", "not really", ["Content-Encoding: gzip"]))]
        case .slowHeaders, nil: return []
        }
    }

    static func page(
        _ status: Int, _ type: String, _ body: String, _ headers: [String] = []
    ) -> [UInt8] {
        let length = "Content-Length: \(body.utf8.count)"
        let lines = ["HTTP/1.1 \(status) Fake", "Content-Type: \(type)", length] + headers
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    static func error(_ code: String?) -> String {
        let name = code.map(quoted) ?? "null"
        let words = #""The provider says\nthat sk-fake-0123456789abcdef is in trouble.""#
        return #"{"error":{"message":\#(words),"type":"fake","param":null,"code":\#(name)}}"#
    }

    /// A JSON string.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static let whole =
        #"{"id":"chatcmpl-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","#
        + #""content":"all at once"},"finish_reason":"stop"}]}"#

    private static func page(_ failure: FakeScript.Failure) -> [UInt8] {
        var headers: [String] = []
        if let value = failure.retryAfter { headers.append("Retry-After: \(value)") }
        if let value = failure.retryAfterMilliseconds { headers.append("retry-after-ms: \(value)") }
        if failure.isHTML {
            return page(failure.status, "text/html", "<html><h1>\(failure.status) Bad gateway</h1></html>", headers)
        }
        return page(failure.status, "application/json", error(failure.code), headers)
    }
}
