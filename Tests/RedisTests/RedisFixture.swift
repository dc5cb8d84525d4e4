import Logging
import Redis
import Testing

/// Runs `body` with a client of a server and ends the client, however `body` ends. Unless a test is about deadlines, its
/// commands get a long one, since the machine may be busy.
func withRedis<Value>(
    _ url: String, timeout: Duration = .seconds(5), logger: Logger = LogLines().logger,
    change: (inout RedisSettings) -> Void = { _ in }, _ body: (RedisClient) async throws -> Value
) async throws -> Value {
    var settings = try RedisSettings(url: url)
    settings.commandTimeout = timeout
    change(&settings)
    let client = RedisClient(settings, logger: logger)
    do {
        let value = try await body(client)
        await client.shutdown()
        return value
    } catch {
        await client.shutdown()
        throw error
    }
}

extension RedisClient {
    /// Asks until Redis answers, for at most `limit`.
    func untilAnswered(within limit: Duration = .seconds(10)) async throws {
        try await eventually(within: limit) { (try? await self.command(["PING"])) == .status("PONG") }
    }

    /// The error of a command that must fail.
    func failure(_ words: RedisArgument...) async -> RedisError? {
        do throws(RedisError) {
            _ = try await command(words)
            return nil
        } catch { return error }
    }
}

/// Asks a question again and again until it is answered with yes; a failure of the test when the time is over.
func eventually(
    within limit: Duration = .seconds(10), location: SourceLocation = #_sourceLocation,
    _ question: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if try await question() { return }
        try await Task.sleep(for: .milliseconds(2))
    }
    Issue.record("did not come true within \(limit)", sourceLocation: location)
}

/// A key that no other test has.
func randomKey() -> String { "test:\(UInt64.random(in: 0 ... .max))" }
