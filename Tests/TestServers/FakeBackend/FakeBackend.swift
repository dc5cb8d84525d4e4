public import Finance
public import FoundationEssentials
import NIOCore

/// The main backend on loopback, as far as the sidecar may use it: records of five kinds behind its tokens, with the
/// habits that matter kept (contract 7) – nobody checks whose record an id names, the same body twice makes two records,
/// an expense with a category makes a budget line, and a refusal may come after the work.
///
///     try await FakeBackend.with(.current, store: { put in try await mongo.replace(put) }) { backend in
///         backend.misbehave(.hang, afterDoing: true)
///         …client to backend.baseURL, bearer backend.token(for: user)…
///         #expect(backend.records(.expenses).count == 1)
///     }
public final class FakeBackend: LoopbackFake {
    /// The two generations there are.
    public enum Shape: String, Sendable, Hashable, CaseIterable {
        /// Goals' dates and debts' due days are texts, an expense has no category, a budget does not repeat.
        case older
        /// The one in use since 2026.
        case current
    }

    /// Takes each document as it is stored, before the answer leaves; what it throws is answered as 500.
    public typealias Store = @Sendable (FakePut) async throws -> Void

    /// The port it listens on.
    public var port: Int { listener.port }
    private let book: Watched<FakeBook>
    private let listener: LoopbackHTTP

    /// `http://127.0.0.1:port/api/v1`.
    public var baseURL: String { "http://127.0.0.1:\(port)/api/v1" }

    private init(_ listener: LoopbackHTTP, _ book: Watched<FakeBook>) {
        self.listener = listener
        self.book = book
    }

    /// Runs `body` with a backend of its own and closes every connection at the end.
    public static func with<R>(
        _ shape: Shape = .current, secret: String = FakeBackend.usualSecret,
        now: @escaping @Sendable () -> Date = { Date() }, store: @escaping Store = { _ in },
        _ body: (FakeBackend) async throws -> R
    ) async throws -> R {
        try await start(shape, secret: secret, now: now, store: store).during(body)
    }

    /// The secret tokens are signed with when none is given.
    public static let usualSecret = "a secret of the fake backend, long enough for HS256"

    /// A backend for those who cannot hold a scope; end it with `stop`.
    public static func start(
        _ shape: Shape = .current, secret: String = FakeBackend.usualSecret,
        now: @escaping @Sendable () -> Date = { Date() }, store: @escaping Store = { _ in }
    ) async throws -> FakeBackend {
        let book = Watched(FakeBook(shape, secret, now))
        return FakeBackend(try await LoopbackHTTP.start { FakeBackendConnection(book, store) }, book)
    }

    /// Closes the listener and every connection.
    public func stop() async throws {
        try await listener.stop()
    }

    /// Mistreats the next `times` requests, whatever they ask. What is made of the right answer is always done.
    public func misbehave(_ mischief: BackendMischief, afterDoing: Bool = false, times: Int = 1) {
        let fault = FakeBackendFault(mischief: mischief, isDone: afterDoing || mischief.isTrue)
        book.change { $0.faults += Array(repeating: fault, count: times) }
    }

    /// A token as the main backend issues it.
    public func token(
        for user: UserID, role: String = "USER", lifetime: TimeInterval = 600
    ) throws -> String {
        let (secret, now) = book.read { ($0.secret, $0.now()) }
        let seconds = Int(now.timeIntervalSince1970)
        return try FakeToken.signed(
            FakeToken.Claims(
                id: user.hex, role: role, email: "someone@example.com", iat: seconds, exp: seconds + Int(lifetime)),
            secret: secret)
    }

    /// A record that is there already; it does not go to the test's store.
    public func seed(_ kind: FakeKind, _ documents: Document...) {
        book.change { book in documents.forEach { book.shelf.seed(kind, $0) } }
    }

    /// From now on the person is blocked.
    public func block(_ user: UserID) { book.change { _ = $0.blocked.insert(user.hex) } }

    /// From now on the person is unknown, as one who has deleted the account is.
    public func remove(_ user: UserID) { book.change { _ = $0.removed.insert(user.hex) } }
}

extension FakeBackend {
    /// Every stored document of a kind, deleted ones included, oldest first.
    public func records(_ kind: FakeKind) -> [Document] { book.read { $0.shelf.documents[kind] ?? [] } }

    /// Every request that arrived, mistreated ones included.
    public var requests: [FakeRequest] { book.read { $0.requests } }

    /// Connections taken since the start.
    public var connections: Int { listener.accepted }

    /// The next request nobody has taken with this call yet; what it asked is done by then, if it will be.
    public func nextRequest(within limit: Duration = .seconds(20)) async throws -> FakeRequest {
        try await book.first("a request", within: limit) { $0.takeUnseen() }
    }

    /// When the connection of a request was closed.
    @discardableResult
    public func closed(
        _ request: FakeRequest, within limit: Duration = .seconds(20)
    ) async throws -> ContinuousClock.Instant {
        try await book.first("the close of request \(request.id)", within: limit) { $0.closedAt[request.id] }
    }
}
