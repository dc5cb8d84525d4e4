public import Drafts

/// The main app's own routes, called as the person with their own token. The only way anything is written there.
public struct MainApp: Sendable {
    /// What came of a call.
    public enum Answer: Sendable, Hashable {
        /// It answered.
        case answered(status: Int, body: [UInt8])
        /// The call never left, so nothing can have been done.
        case notSent(reason: String)
        /// It left, and no whole answer came: it may have been done.
        case unknown(reason: String)
    }

    /// Which generation of it is asked.
    public var shape: BackendShape
    /// Makes one call, once. The token is used for it and kept nowhere; `key` is the same however often one draft is sent.
    public var send: @Sendable (_ request: BackendRequest, _ token: String, _ key: String) async -> Answer

    /// A port of both parts.
    public init(
        shape: BackendShape, send: @escaping @Sendable (BackendRequest, String, String) async -> Answer
    ) {
        self.shape = shape
        self.send = send
    }
}
