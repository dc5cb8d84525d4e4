import Finance
import FoundationEssentials
import GRDB
public import Ports

/// The embedded database: one SQLite file, used when no `DATABASE_URL` is set.
///
/// Rules:
/// 1. A write that returned is on the disk (write-ahead log, `synchronous = FULL`), so it survives a power cut.
/// 2. All calls run on GRDB's own queues and are awaited; none blocks a thread of the concurrency pool.
/// 3. The file may be open in a second process (`reho check`): waiting for its lock is bounded, then it is `busy`.
public struct EmbeddedStore: Sendable {
    /// How the file is used.
    public struct Settings: Sendable, Hashable {
        /// Connections that read at the same time; one more writes.
        public var readers: Int
        /// Longest wait for a lock that another process holds.
        public var lockWait: Duration
        /// Page cache of one connection.
        public var cacheKibibytes: Int

        /// Settings that suit one small instance.
        public init(readers: Int = 3, lockWait: Duration = .seconds(2), cacheKibibytes: Int = 1_024) {
            self.readers = readers
            self.lockWait = lockWait
            self.cacheKibibytes = cacheKibibytes
        }
    }

    /// The file's name inside its directory.
    public static let fileName = "reho.sqlite"

    private let pool: DatabasePool

    /// Opens the store in `directory`, making both when they are missing, and brings its tables up to date.
    public static func open(
        directory: String, settings: Settings = Settings()
    ) async throws(PortError) -> EmbeddedStore {
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let pool = try DatabasePool(path: directory + "/" + fileName, configuration: configuration(settings))
            // GRDB sets NORMAL when it turns the write-ahead log on: a power cut could then lose what was answered for.
            try await pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            try await withCheckedThrowingContinuation { done in
                EmbeddedSchema.migrator.asyncMigrate(pool) { outcome in done.resume(with: outcome.map { _ in }) }
            }
            return EmbeddedStore(pool: pool)
        } catch { throw PortError(store: error) }
    }

    private init(pool: DatabasePool) { self.pool = pool }

    /// Reads in one consistent view of the file.
    func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value) async throws(PortError) -> Value
    {
        do { return try await pool.read(body) } catch { throw PortError(store: error) }
    }

    /// Writes in one transaction: all of it, or on any error nothing.
    func write<Value: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws(PortError) -> Value {
        do { return try await pool.write(body) } catch { throw PortError(store: error) }
    }

    /// Empties the write-ahead log into the file, so that what was erased is not in it either. While somebody reads an
    /// older view part of the log stays, until the next time.
    func forgetLog() async throws(PortError) {
        do {
            try await pool.writeWithoutTransaction { db in
                _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        } catch { throw PortError(store: error) }
    }

    /// Closes the file. Calls that come later fail.
    public func close() throws(PortError) {
        do { try pool.close() } catch { throw PortError(store: error) }
    }

    private static func configuration(_ settings: Settings) -> Configuration {
        var configuration = Configuration()
        configuration.label = "embedded"
        configuration.maximumReaderCount = settings.readers
        configuration.busyMode = .timeout(settings.lockWait / .seconds(1))
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -\(settings.cacheKibibytes)")
            // What is erased is overwritten, not only let go of.
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }
}

extension PortError {
    /// What an error of the store means to a caller. Only SQLite's code is told: its text may quote stored values.
    init(store error: any Error) {
        switch error {
        case let error as PortError: self = error
        case is CancellationError: self.init(.cancelled, "the call to the embedded store was cancelled")
        case is DocumentText.Malformed: self.init(.malformed, "a record of the embedded store cannot be read")
        case let error as DatabaseError: self.init(Self.code(of: error), "embedded store: \(error.extendedResultCode)")
        default: self.init(.unavailable, "the embedded store cannot be used: \(type(of: error))")
        }
    }

    private static func code(of error: DatabaseError) -> Code {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_CONSTRAINT: .conflict
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .malformed
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: .cancelled
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .refused
        default: .unavailable
        }
    }
}
