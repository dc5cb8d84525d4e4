public import Ports
public import Redis

extension Cache {
    /// Bytes kept in Redis. Whatever goes wrong there is nothing kept; the client counts what it was. No call takes
    /// longer than the client's command time-out, and none waits at all while Redis is known to be away.
    public static func redis(_ client: RedisClient) -> Cache {
        Cache(
            get: { key in try? await client.command(["GET", RedisArgument(key)]).bytes },
            set: { key, value, ttl in
                _ = try? await client.command([
                    "SET", RedisArgument(key), RedisArgument(value), "PX", RedisArgument(ttl.wholeMilliseconds),
                ])
            },
            remove: { key in _ = try? await client.command(["DEL", RedisArgument(key)]) })
    }
}

extension Duration {
    /// For `PX`, which refuses less than one.
    var wholeMilliseconds: Int64 {
        let parts = components
        return max(1, parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000)
    }
}
