internal import CHiredis
internal import Glibc
internal import Threads

/// One socket to Redis, made, written and parsed by hiredis, never blocking. It lives and ends on the loop's thread.
///
/// This is hiredis' non-blocking context and reader, the layer beneath its `redisAsyncContext`. That one is left alone
/// because Debian's build of it calls `abort()` when a reply comes that nobody asked for (an assertion in
/// `redisProcessCallbacks`): a confused server or proxy would end the whole process. Here such a reply is an event, and
/// whoever pairs replies with commands gives the connection up.
final class HiredisHandle {
    enum Event: Equatable {
        case connected
        case reply(RedisValue)
        /// Nothing further will come; the handle is to be dropped.
        case failed(RedisError)
    }

    private static let chunk = 64 << 10

    private let context: UnsafeMutablePointer<redisContext>
    private let functions = ReplyHandle.functions()
    private let replyLimit: Int
    private let buffer = UnsafeMutableRawPointer.allocate(byteCount: HiredisHandle.chunk, alignment: 16)
    private var isConnected = false
    private var hasOutput = false
    /// Bytes read since the last finished reply.
    private var unfinished = 0

    /// Begins to connect; nil when that fails at once.
    init?(_ address: HostAddress, replyLimit: Int) {
        let made =
            switch address {
            case .numeric(let host, let port): redisConnectNonBlock(host, Int32(port))
            case .unix(let path): redisConnectUnixNonBlock(path)
            }
        guard let made else { return nil }
        guard made.pointee.err == 0, made.pointee.reader != nil else {
            redisFree(made)
            return nil
        }
        context = made
        self.replyLimit = replyLimit
        context.pointee.reader.pointee.fn = functions
    }

    /// The reader goes before its functions; what it still holds of a half-read reply is freed with it.
    deinit {
        redisFree(context)
        functions.deallocate()
        buffer.deallocate()
    }

    var interest: Interest {
        Interest(descriptor: context.pointee.fd, reads: isConnected, writes: !isConnected || hasOutput)
    }

    /// Appends to what is to be written; `flush` writes it.
    func append(_ command: RedisCommand) {
        hasOutput = true
        _ = command.wire.withUnsafeBytes { wire in
            redisAppendFormattedCommand(context, wire.bindMemory(to: CChar.self).baseAddress, wire.count)
        }
    }

    /// Writes what the socket takes; nil unless it failed.
    func flush() -> Event? {
        guard isConnected, hasOutput else { return nil }
        var isDone: Int32 = 0
        guard redisBufferWrite(context, &isDone) == REDIS_OK else { return broken }
        hasOutput = isDone == 0
        return nil
    }

    /// What has happened on the socket, in order.
    func process(_ readiness: Readiness) -> [Event] {
        if !isConnected { return readiness.canWrite ? [connected()] : [] }
        var events = readiness.canRead ? read() : []
        if readiness.canWrite, let failure = flush() { events.append(failure) }
        return events
    }

    private func connected() -> Event {
        var status: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(context.pointee.fd, SOL_SOCKET, SO_ERROR, &status, &length) == 0, status == 0 else {
            return .failed(RedisError(.unavailable, "redis does not accept connections"))
        }
        isConnected = true
        // Finds a peer that vanished without a word, which matters for a connection that only listens. A socket file
        // refuses the option, and needs none.
        if context.pointee.connection_type == REDIS_CONN_TCP { _ = redisEnableKeepAlive(context) }
        return .connected
    }

    private func read() -> [Event] {
        let count = recv(context.pointee.fd, buffer, Self.chunk, 0)
        guard count > 0 else {
            let isPatient = count < 0 && [EAGAIN, EINTR].contains(errno)
            return isPatient ? [] : [broken]
        }
        unfinished += count
        redisReaderFeed(context.pointee.reader, buffer.assumingMemoryBound(to: CChar.self), count)
        return parse()
    }

    private func parse() -> [Event] {
        var events: [Event] = []
        while true {
            var root: UnsafeMutableRawPointer?
            guard redisReaderGetReply(context.pointee.reader, &root) == REDIS_OK else {
                return events + [.failed(RedisError(.unavailable, "what redis sent is not its protocol"))]
            }
            guard let root else { break }
            unfinished = 0
            events.append(.reply(ReplyHandle.take(root)))
        }
        if unfinished > replyLimit {
            events.append(.failed(RedisError(.oversized, "the reply is larger than \(replyLimit) bytes")))
        }
        return events
    }

    private var broken: Event { .failed(RedisError(.unavailable, "the connection to redis was lost")) }
}
