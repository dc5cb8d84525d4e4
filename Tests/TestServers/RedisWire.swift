internal import NIOCore
internal import NIOPosix

/// One question over a connection of its own, for steering a server under test.
enum RedisWire {
    static func ask(_ words: [String], port: Int) async throws -> String {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: encode(words)))
            var reply = ""
            for try await part in inbound {
                reply += String(buffer: part)
                if isWhole(reply) { break }
            }
            return reply.trimmingSuffix("\r\n")
        }
    }

    private static func encode(_ words: [String]) -> String {
        words.reduce("*\(words.count)\r\n") { $0 + "$\($1.utf8.count)\r\n\($1)\r\n" }
    }

    /// Enough for simple, number, error and bulk replies and for arrays whose length nobody needs.
    private static func isWhole(_ reply: String) -> Bool {
        guard reply.hasSuffix("\r\n") else { return false }
        let isBulk = reply.hasPrefix("$") && !reply.hasPrefix("$-1")
        return !isBulk || reply.utf8.split(separator: 10).count > 1
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
