/// What the fake Bot API does to one call instead of answering it properly.
public enum BotMischief: Sendable, Hashable {
    /// A refusal in the Bot API's own form.
    case refusal(Int, String, retryAfter: Int64? = nil)
    /// A page of HTML, as a proxy in front makes it.
    case page(Int)
    /// The call is sent elsewhere.
    case redirect(to: String)
    /// Nothing, until the client closes.
    case silence
    /// The connection is reset, or ends in the ordinary way, without an answer.
    case reset, cut
    /// The head and half the body of the right answer, then the end.
    case half
    /// A right answer with so many bytes more.
    case flood(Int)
    /// Any body with status 200.
    case body(String)
    /// Something that is not HTTP.
    case garbage
}

/// A mischief, and whether what was asked is done all the same.
struct FakeBotFault: Sendable, Hashable {
    let mischief: BotMischief
    let isDone: Bool
}

extension FakeBotReply {
    /// What happens on the wire.
    static func moves(_ reply: FakeBotReply?, _ mischief: BotMischief?) -> [FakeMove] {
        let right = reply ?? .refusal(503, "Nothing was done")
        switch mischief {
        case nil: return [.bytes(right.wire)]
        case .refusal(let status, let words, let wait)?:
            return [.bytes(FakeBotReply.refusal(status, words, retryAfter: wait).wire)]
        case .page(let status)?: return [.bytes(FakePage.page(status, "text/html", "<html><h1>\(status)</h1></html>"))]
        case .redirect(let address)?: return [.bytes(FakePage.page(307, "text/plain", "", ["Location: \(address)"]))]
        case .silence?: return [.hold]
        case .reset?: return [.reset]
        case .cut?: return [.close]
        case .half?: return [.bytes(right.wire.dropLast(right.body.utf8.count / 2)), .close]
        case .flood(let count)?:
            let padding = String(repeating: "x", count: count)
            return [.bytes(FakeBotReply(200, #"{"ok":true,"result":"\#(padding)"}"#).wire)]
        case .body(let text)?: return [.bytes(FakeBotReply(200, text).wire)]
        case .garbage?: return [.bytes(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)), .close]
        }
    }
}
