public import Ports
public import Redis

extension Claims {
    /// One-time facts in Redis, seen by every instance. `SET … NX` and `GETDEL` decide, so of any number of callers on
    /// any number of instances exactly one wins.
    public static func redis(_ client: RedisClient) -> Claims {
        Claims(
            claim: { (key, value, ttl) async throws(PortError) in
                do throws(RedisError) { return try await claim(key, value, ttl, client) } catch {
                    throw PortError(error)
                }
            },
            take: { (key) async throws(PortError) in
                do throws(RedisError) { return try await client.command(["GETDEL", RedisArgument(key)]).bytes } catch {
                    throw PortError(error)
                }
            })
    }

    /// How often a claim is tried when the one in its way is gone by the time it is read.
    private static let attempts = 3

    /// `SET … NX GET` would do both at once, but not before Redis 7.
    private static func claim(
        _ key: String, _ value: [UInt8], _ ttl: Duration, _ client: RedisClient
    ) async throws(RedisError) -> [UInt8]? {
        let set: [RedisArgument] = [
            "SET", RedisArgument(key), RedisArgument(value), "NX", "PX", RedisArgument(ttl.wholeMilliseconds),
        ]
        for _ in 0..<attempts {
            if try await client.command(set) != .null { return nil }
            if let winner = try await client.command(["GET", RedisArgument(key)]).bytes { return winner }
        }
        throw RedisError(.overloaded, "a claim kept changing hands")
    }
}
