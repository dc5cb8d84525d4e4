internal import CMongo

// `@unchecked Sendable`, because a `mongoc_client_pool_t` is documented as thread-safe: any thread may take a client out
// of it and put it back. A client itself is for one thread at a time, so it never leaves `withConnection`, which runs
// from start to end on one thread. The pointer is set once and freed when the last reference goes, that is, when no
// call is under way any more.

/// The C library's pool of connections.
final class MongoPoolHandle: @unchecked Sendable {
    private let pool: OpaquePointer
    private let settings: MongoSettings

    /// The library is started once for the process and ends itself when the process exits; several pools may come and
    /// go in between. It would print to standard error, so its log goes nowhere: what matters comes back as an error.
    private static let library: Void = {
        mongoc_log_set_handler({ _, _, _, _ in }, nil)
        mongoc_init()
    }()

    init(_ settings: MongoSettings) throws(MongoError) {
        Self.library
        self.settings = settings
        var error = bson_error_t()
        guard let uri = mongoc_uri_new_with_error(settings.address, &error) else {
            throw MongoError(.badAddress, "not a mongodb:// address")
        }
        defer { mongoc_uri_destroy(uri) }
        Self.apply(settings, to: uri)
        guard let pool = mongoc_client_pool_new_with_error(uri, &error) else {
            throw MongoError(.badAddress, "the address names options that cannot be used together or a host not found")
        }
        // Version 2 tells a server's error numbers from the library's own.
        mongoc_client_pool_set_error_api(pool, MONGOC_ERROR_API_VERSION_2)
        self.pool = pool
    }

    deinit { mongoc_client_pool_destroy(pool) }

    /// Lends a connection to `body`. As many connections as threads: it never waits for one.
    func withConnection<T>(
        _ body: (MongoConnectionHandle) throws(MongoError) -> T
    ) throws(MongoError) -> T {
        guard let client = mongoc_client_pool_pop(pool) else { throw MongoError(.busy, "no connection left") }
        defer { mongoc_client_pool_push(pool, client) }
        return try body(MongoConnectionHandle(client: client, settings: settings))
    }

    /// Our deadlines win over those of the address. Retries are ours alone: the library's would double a deadline.
    private static func apply(_ settings: MongoSettings, to uri: OpaquePointer) {
        let numbers: [(String, Int32)] = [
            // One more than threads: whoever follows changes keeps theirs.
            (MONGOC_URI_MAXPOOLSIZE, Int32(clamping: settings.threads + 1)),
            (MONGOC_URI_SERVERSELECTIONTIMEOUTMS, settings.selection.milliseconds),
            (MONGOC_URI_CONNECTTIMEOUTMS, settings.connect.milliseconds),
            (MONGOC_URI_SOCKETTIMEOUTMS, settings.socket.milliseconds),
            (MONGOC_URI_HEARTBEATFREQUENCYMS, settings.heartbeat.milliseconds),
        ]
        for (name, value) in numbers { mongoc_uri_set_option_as_int32(uri, name, value) }
        for name in [MONGOC_URI_RETRYREADS, MONGOC_URI_RETRYWRITES] { mongoc_uri_set_option_as_bool(uri, name, false) }
        mongoc_uri_set_appname(uri, "reho")
    }
}
