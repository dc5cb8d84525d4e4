import NIOCore

/// A chat-completions server on loopback that does what it is told, byte for byte, and remembers what happened.
///
/// What it does with a request: the next script of `enqueue`, else the script in the model's name or in the last user
/// message (see `FakeScript.init(in:)`), else `usual`.
public final class FakeOpenAI: LoopbackFake {
    /// The port it listens on.
    public var port: Int { listener.port }
    let records: Watched<FakeRecords>
    private let listener: LoopbackHTTP

    /// `http://127.0.0.1:port/v1`.
    public var baseURL: String { "http://127.0.0.1:\(port)/v1" }

    private init(_ listener: LoopbackHTTP, _ records: Watched<FakeRecords>) {
        self.listener = listener
        self.records = records
    }

    /// Runs `body` with a server of its own, and closes every connection at the end.
    public static func with<R>(
        usual: FakeScript = FakeScript(), key: String? = nil, _ body: (FakeOpenAI) async throws -> R
    ) async throws -> R {
        try await start(usual: usual, key: key).during(body)
    }

    /// A server for those who cannot hold a scope; end it with `stop`. With a `key`, any other bearer gets 401.
    public static func start(usual: FakeScript = FakeScript(), key: String? = nil) async throws -> FakeOpenAI {
        let records = Watched(FakeRecords(usual: usual, key: key))
        return FakeOpenAI(try await LoopbackHTTP.start { FakeConnection(records) }, records)
    }

    /// Closes the listener and every connection.
    public func stop() async throws {
        try await listener.stop()
    }

    /// Puts scripts in line for the next chat requests.
    public func enqueue(_ scripts: FakeScript...) { records.change { $0.queue += scripts } }

    /// Replaces what requests get that no queue and no marker says anything about.
    public func setUsual(_ script: FakeScript) { records.change { $0.usual = script } }

    /// Everything that arrived, other routes included.
    public var requests: [FakeRequest] { records.read { $0.requests } }

    /// Sums so far.
    public var stats: FakeStats {
        var stats = records.read { $0.stats }
        stats.connections = listener.accepted
        return stats
    }

    /// The next chat request that nobody has taken with this call yet.
    public func nextRequest(within limit: Duration = .seconds(20)) async throws -> FakeRequest {
        try await records.first("a chat request", within: limit) { $0.takeUnseen() }
    }

    /// What happened to a request so far.
    public func exchange(_ request: FakeRequest) -> FakeExchange {
        records.read { $0.exchanges[request.id] ?? FakeExchange() }
    }

    /// When the client closed the connection of this request.
    @discardableResult
    public func closed(
        _ request: FakeRequest, within limit: Duration = .seconds(20)
    ) async throws -> ContinuousClock.Instant {
        try await records.first("the close of request \(request.id)", within: limit) {
            $0.exchanges[request.id]?.closedAt
        }
    }

    /// The first moment at which what happened to a request is as `holds` says.
    @discardableResult
    public func exchange(
        _ request: FakeRequest, within limit: Duration = .seconds(20),
        when holds: @escaping @Sendable (FakeExchange) -> Bool
    ) async throws -> FakeExchange {
        try await records.first("request \(request.id) to come so far", within: limit) {
            $0.exchanges[request.id].flatMap { holds($0) ? $0 : nil }
        }
    }

    /// The first moment at which the sums are as `holds` says.
    @discardableResult
    public func stats(
        within limit: Duration = .seconds(20), when holds: @escaping @Sendable (FakeStats) -> Bool
    ) async throws -> FakeStats {
        try await records.first("the sums to come so far", within: limit) { holds($0.stats) ? $0.stats : nil }
    }
}
