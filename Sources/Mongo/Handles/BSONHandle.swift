internal import CMongo

/// A document in the C library's own form, freed at the end of its scope. Its C type is opaque to Swift because of its
/// 128-byte alignment, hence the bare pointer.
struct BSONHandle: ~Copyable {
    let pointer: OpaquePointer

    init(_ document: BSONDocument) throws(MongoError) {
        let bytes = document.bytes
        guard let pointer = bson_new_from_data(bytes, bytes.count) else {
            throw MongoError(.refused, "the document to send is no document")
        }
        self.pointer = pointer
    }

    deinit { bson_destroy(pointer) }

    /// A copy of what a document of the library holds; its own bytes live only until the library's next call.
    static func read(_ pointer: OpaquePointer) throws(MongoError) -> (document: BSONDocument, size: Int) {
        guard let data = bson_get_data(pointer) else { throw MongoError(.malformed, "an answer without content") }
        // The library has checked that as many bytes as the first four say are there.
        let size = Int(UnsafeRawPointer(data).loadUnaligned(as: Int32.self))
        guard size >= 5 else { throw MongoError(.malformed, "an answer with an impossible length") }
        let bytes = Array(UnsafeBufferPointer(start: data, count: size))
        do {
            return (try BSONReader.document(bytes), size)
        } catch {
            throw MongoError(.malformed, "a stored document cannot be read", .bytes(error))
        }
    }

    /// Lends room for a document that a C function will fill, reads it, and frees what it holds.
    static func filled(
        _ fill: (OpaquePointer) -> Bool
    ) -> (isOK: Bool, reply: Result<BSONDocument, MongoError>) {
        withUnsafeTemporaryAllocation(byteCount: 128, alignment: 128) { room in
            guard let address = room.baseAddress else {
                return (false, .failure(MongoError(.malformed, "no room for an answer")))
            }
            let pointer = OpaquePointer(address)
            bson_init(pointer)
            let isOK = fill(pointer)
            defer { bson_destroy(pointer) }
            return (isOK, Result { () throws(MongoError) in try read(pointer).document })
        }
    }
}
