public import Ports
public import Redis

extension Dependency {
    /// Redis as readiness sees it: the service answers without it, on this instance alone.
    public static func redis(_ client: RedisClient) -> Dependency {
        Dependency(name: "redis", isNeeded: false) { () async throws(PortError) in
            do throws(RedisError) { _ = try await client.command(["PING"]) } catch { throw PortError(error) }
        }
    }
}
