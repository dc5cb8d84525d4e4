internal import Adapters
internal import Embedded
internal import Logging
internal import Ports
internal import Redis

/// The ports over what instances share: cache, claims and bus.
struct SharedPorts: Sendable {
    var cache: Cache
    var claims: Claims
    var bus: Bus
    /// nil for the in-process default, which cannot be away.
    var dependency: Dependency?
    /// Ends the connection.
    var close: @Sendable () async -> Void

    /// The configured Redis, or this process alone.
    static func open(_ settings: Settings, logger: Logger) throws -> SharedPorts {
        guard let url = settings.redisURL else {
            logger.notice("shared.embedded", metadata: ["instances": "1"])
            return SharedPorts(cache: .embedded(), claims: .embedded(), bus: .embedded(), dependency: nil, close: {})
        }
        let client = RedisClient(try RedisSettings(url: url), logger: logger)
        return SharedPorts(
            cache: .redis(client), claims: Claims.redis(client).fallingBack(to: .embedded()), bus: .redis(client),
            dependency: .redis(client), close: { await client.shutdown() })
    }
}
