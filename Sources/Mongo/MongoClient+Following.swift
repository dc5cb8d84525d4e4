internal import NIOConcurrencyHelpers
internal import Threads

extension MongoClient {
    /// Tells of documents that are inserted, updated or replaced in these collections, from now on, until the task is
    /// cancelled. `fields` of the document as it is then come as `fullDocument`, the collection as `ns.coll`. Removals are
    /// not told: they say of what document, but not whose. Of a document that is gone when its change is read there are
    /// no fields.
    ///
    /// Only a replica set keeps a history of changes; a single server answers `refused`. It has a thread and a connection
    /// of its own, so that no read waits behind it. `take` is called on that thread and must return at once.
    public func follow(
        _ names: [String], fields: [String], opened: @escaping @Sendable () -> Void = {},
        _ take: @escaping @Sendable (BSONDocument) -> Void
    ) async throws(MongoError) {
        let pipeline = Self.pipeline(names, fields)
        let handle = handle
        let isOver = NIOLockedValueBox(false)
        let thread = BlockingPool(name: "mongo-follow", limits: .init(threads: 1, queue: 1))
        let outcome = await withTaskCancellationHandler {
            await Self.run(on: thread) { () throws(MongoError) in
                try handle.withConnection { connection throws(MongoError) in
                    try connection.follow(
                        pipeline, wait: .milliseconds(500), until: { isOver.withLockedValue { $0 } }, opened: opened,
                        take)
                }
            }
        } onCancel: {
            isOver.withLockedValue { $0 = true }
        }
        await thread.shutdown()
        do { try outcome.get() } catch { throw error.named("follow") }
    }

    private static func run(
        on thread: BlockingPool, _ work: @escaping @Sendable () throws(MongoError) -> Void
    ) async -> Result<Void, MongoError> {
        do throws(BlockingPool.Refusal) {
            return try await thread.run {
                do throws(MongoError) { return .success(try work()) } catch { return .failure(error) }
            }
        } catch {
            return .failure(MongoError(error))
        }
    }

    private static func pipeline(_ names: [String], _ fields: [String]) -> [BSONDocument] {
        let shown = fields.map { BSONDocument.Element("fullDocument.\($0)", 1) }
        return [
            [
                "$match": [
                    "ns.coll": ["$in": .array(names.map(BSON.string))],
                    "operationType": ["$in": ["insert", "update", "replace"]],
                ]
            ], ["$project": .document(BSONDocument([.init("ns", 1), .init("operationType", 1)] + shown))],
        ]
    }
}
