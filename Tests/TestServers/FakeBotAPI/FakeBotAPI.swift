import NIOCore

/// Telegram's Bot API on loopback, as far as the sidecar uses it, with the rules that matter kept: 4,096 UTF-16 units, no
/// empty text, one message a second to a chat and thirty in all, nothing to who blocked the bot.
///
///     try await FakeBotAPI.with { fake in
///         fake.misbehave(.silence, afterDoing: true)
///         …client to fake.address with FakeBotAPI.token…
///         #expect(fake.texts(to: 7) == ["Hello"])
///     }
public final class FakeBotAPI: LoopbackFake {
    /// The token it takes.
    public static let token = "123456789:AAF_usual-token-of-the-fake-bot-api"

    /// The port it listens on.
    public var port: Int { listener.port }
    private let book: Watched<FakeBotBook>
    private let listener: LoopbackHTTP

    /// `http://127.0.0.1:port`.
    public var address: String { "http://127.0.0.1:\(port)" }

    private init(_ listener: LoopbackHTTP, _ book: Watched<FakeBotBook>) {
        self.listener = listener
        self.book = book
    }

    /// Runs `body` with a Bot API of its own and closes every connection at the end.
    public static func with<R>(
        token: String = FakeBotAPI.token, rules: FakeBotRules = FakeBotRules(), _ body: (FakeBotAPI) async throws -> R
    ) async throws -> R {
        try await start(token: token, rules: rules).during(body)
    }

    /// A Bot API for those who cannot hold a scope; end it with `stop`.
    public static func start(
        token: String = FakeBotAPI.token, rules: FakeBotRules = FakeBotRules()
    ) async throws -> FakeBotAPI {
        let book = Watched(FakeBotBook(token, rules))
        return FakeBotAPI(try await LoopbackHTTP.start { FakeBotConnection(book) }, book)
    }

    /// Closes the listener and every connection.
    public func stop() async throws {
        try await listener.stop()
    }

    /// Mistreats the next `times` calls, whatever they ask.
    public func misbehave(_ mischief: BotMischief, afterDoing: Bool = false, times: Int = 1) {
        let fault = FakeBotFault(mischief: mischief, isDone: afterDoing || mischief == .half)
        book.change { $0.faults += Array(repeating: fault, count: times) }
    }

    /// From now on the person of this chat has blocked the bot.
    public func block(_ chat: Int64) { book.change { _ = $0.blocked.insert(chat) } }

    /// From now on there is no such chat.
    public func remove(_ chat: Int64) { book.change { _ = $0.missing.insert(chat) } }
}

extension FakeBotAPI {
    /// Every call that arrived, mistreated ones included.
    public var calls: [FakeBotCall] { book.read { $0.calls } }

    /// What arrived in a chat, in order.
    public func texts(to chat: Int64) -> [String] {
        book.read { $0.delivered.filter { $0.chat == chat }.map(\.text) }
    }

    /// Connections taken since the start.
    public var connections: Int { listener.accepted }

    /// The next call nobody has taken with this yet.
    public func nextCall(within limit: Duration = .seconds(20)) async throws -> FakeBotCall {
        try await book.first("a call", within: limit) { $0.takeUnseen() }
    }
}
