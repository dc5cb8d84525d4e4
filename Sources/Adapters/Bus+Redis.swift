public import Ports
public import Redis

extension Bus {
    /// Messages between instances over Redis' channels. A subscription made while Redis is away begins to hear when it
    /// is back; what is published meanwhile is lost, as the port says.
    public static func redis(_ client: RedisClient) -> Bus {
        Bus(
            publish: { channel, message in
                _ = try? await client.command(["PUBLISH", RedisArgument(channel), RedisArgument(message)])
            },
            subscribe: { channel, receive in
                // Only a full or closed client refuses to follow; it has counted that, and there is nothing to end.
                guard let subscription = try? await client.follow(channel, receive) else { return Subscription {} }
                return Subscription { subscription.cancel() }
            })
    }
}
