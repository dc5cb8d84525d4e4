/// An answer of the Bot API before it is put on the wire.
struct FakeBotReply: Equatable {
    let status: Int
    let body: String

    init(_ status: Int, _ body: String) {
        self.status = status
        self.body = body
    }

    /// `ok` with a result, which is JSON.
    static func ok(_ result: String) -> FakeBotReply { FakeBotReply(200, #"{"ok":true,"result":\#(result)}"#) }

    /// The form of every refusal.
    static func refusal(_ status: Int, _ words: String, retryAfter: Int64? = nil) -> FakeBotReply {
        let wait = retryAfter.map { #","parameters":{"retry_after":\#($0)}"# } ?? ""
        return FakeBotReply(
            status, #"{"ok":false,"error_code":\#(status),"description":\#(FakePage.quoted(words))\#(wait)}"#)
    }

    var wire: [UInt8] { FakePage.page(status, "application/json", body) }
}
