internal import Mongo
internal import Ports

extension MongoClient {
    /// Changes the document that matches or inserts one, where a unique index allows only one of a key. Of two that insert
    /// at once the later is told so; its change is then made to what the earlier inserted, if that still matches.
    func put(
        _ filter: BSONDocument, _ change: BSONDocument, in collection: OwnCollection
    ) async throws(PortError) {
        do throws(MongoError) {
            _ = try await update(filter, with: change, in: collection, upsert: true)
        } catch {
            guard error.code == .duplicateKey else { throw PortError(error) }
            _ = try await PortError.translating { () async throws(MongoError) in
                try await update(filter, with: change, in: collection)
            }
        }
    }
}
