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
            remove: { key in _ = try? await client.command(["DEL", RedisArgument(key)]) },
            removeAll: { prefix in await removeAll(prefix, client) })
    }

    /// Keys are looked through a thousand at a time, so that Redis goes on answering others.
    private static func removeAll(_ prefix: String, _ client: RedisClient) async -> Bool {
        let pattern = prefix.reduce(into: "") { $0 += "*?[]^\\".contains($1) ? "\\\($1)" : "\($1)" } + "*"
        var cursor = "0"
        repeat {
            let scan: [RedisArgument] = [
                "SCAN", RedisArgument(cursor), "MATCH", RedisArgument(pattern), "COUNT", "1000",
            ]
            guard case .array(let answer)? = try? await client.command(scan), answer.count == 2,
                let next = answer[0].text, case .array(let keys) = answer[1]
            else { return false }
            cursor = next
            for key in keys.compactMap(\.bytes) {
                guard (try? await client.command(["DEL", RedisArgument(key)])) != nil else { return false }
            }
        } while cursor != "0"
        return true
    }
}

extension Duration {
    /// For `PX`, which refuses less than one.
    var wholeMilliseconds: Int64 {
        let parts = components
        return max(1, parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000)
    }
}
