internal import CHiredis

/// Lets hiredis' reader build our own values while it parses, in place of its `redisReply` tree. That saves a copy, and
/// it lets us refuse an announced array before memory for it is taken: the reader's own functions would believe
/// `*2147483647` and reserve sixteen gigabytes.
///
/// Ownership: the reader holds the root with one retain, handed over in `take` or given back in `freeObject`; every
/// other node is held by its parent. All of it happens on the loop's thread.
final class ReplyHandle {
    private enum Content {
        case value(RedisValue)
        case array([ReplyHandle])
    }

    /// Elements of one array, all levels alike.
    private static let elementLimit = 1 << 20

    private var content: Content

    private init(_ content: Content) { self.content = content }

    /// The functions to hang into a reader; the caller frees them after the reader.
    static func functions() -> UnsafeMutablePointer<redisReplyObjectFunctions> {
        let table = UnsafeMutablePointer<redisReplyObjectFunctions>.allocate(capacity: 1)
        table.initialize(
            to: redisReplyObjectFunctions(
                createString: { ReplyHandle.string($0, $1, $2) },
                createArray: { ReplyHandle.array($0, $1) },
                createInteger: { ReplyHandle.add(.value(.integer($1)), $0) },
                createNil: { ReplyHandle.add(.value(.null), $0) },
                freeObject: { _ = $0.map { Unmanaged<ReplyHandle>.fromOpaque($0).takeRetainedValue() } }))
        return table
    }

    /// The value of a finished root, which must not be used again.
    static func take(_ root: UnsafeMutableRawPointer) -> RedisValue {
        Unmanaged<ReplyHandle>.fromOpaque(root).takeRetainedValue().value
    }

    private var value: RedisValue {
        switch content {
        case .value(let value): value
        case .array(let children): .array(children.map(\.value))
        }
    }

    private static func string(
        _ task: UnsafePointer<redisReadTask>?, _ start: UnsafeMutablePointer<CChar>?, _ count: Int
    ) -> UnsafeMutableRawPointer? {
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        switch task?.pointee.type {
        case REDIS_REPLY_STATUS: return add(.value(.status(String(decoding: bytes, as: UTF8.self))), task)
        case REDIS_REPLY_ERROR:
            let words = String(decoding: bytes.prefix(64), as: UTF8.self)
            return add(.value(.refused(RedisError.Refusal(reply: words))), task)
        default: return add(.value(.bytes(Array(bytes))), task)
        }
    }

    private static func array(_ task: UnsafePointer<redisReadTask>?, _ count: Int32) -> UnsafeMutableRawPointer? {
        guard count <= elementLimit else { return nil }
        return add(.array([]), task)
    }

    private static func add(_ content: Content, _ task: UnsafePointer<redisReadTask>?) -> UnsafeMutableRawPointer? {
        let node = ReplyHandle(content)
        guard let parent = task?.pointee.parent?.pointee.obj else { return Unmanaged.passRetained(node).toOpaque() }
        Unmanaged<ReplyHandle>.fromOpaque(parent).takeUnretainedValue().append(node)
        return Unmanaged.passUnretained(node).toOpaque()
    }

    private func append(_ node: ReplyHandle) {
        guard case .array(var children) = content else { return }
        content = .array([])
        children.append(node)
        content = .array(children)
    }
}
