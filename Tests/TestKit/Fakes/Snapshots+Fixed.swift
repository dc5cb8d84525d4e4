public import Finance
import NIOConcurrencyHelpers
public import Ports

/// Records in memory that a test may change between two reads.
public final class RecordBook: Sendable {
    private let people: NIOLockedValueBox<[UserID: Result<SnapshotDocuments, PortError>]>
    private let changes = NIOLockedValueBox<[UserID: Int]>([:])
    /// Who was read, in order.
    public let reads = Journal<UserID>()

    /// A book of these people; anybody else is not found.
    public init(_ people: [UserID: SnapshotDocuments] = [NamedPeople.mayaID: NamedPeople.maya]) {
        self.people = NIOLockedValueBox(people.mapValues { .success($0) })
    }

    /// Changes somebody's records.
    public func change(_ user: UserID, to documents: SnapshotDocuments) {
        people.withLockedValue { $0[user] = .success(documents) }
        changes.withLockedValue { $0[user, default: 0] += 1 }
    }

    /// Somebody's records as they are; nil where they cannot be read.
    public func documents(of user: UserID) -> SnapshotDocuments? { people.withLockedValue { try? $0[user]?.get() } }

    /// From now on nobody knows this person.
    public func remove(_ user: UserID) { people.withLockedValue { $0[user] = nil } }

    /// How often somebody's records were changed since the book was made; nil for somebody who is not in it.
    public func version(of user: UserID) -> Int? {
        guard people.withLockedValue({ $0[user] }) != nil else { return nil }
        return changes.withLockedValue { $0[user] ?? 0 }
    }

    /// From now on somebody's records cannot be read.
    public func fail(_ user: UserID, with error: PortError = PortError(.unavailable, "planned")) {
        people.withLockedValue { $0[user] = .failure(error) }
    }

    /// The port over it.
    public var port: Snapshots {
        Snapshots { user, month, now throws(PortError) in
            self.reads.append(user)
            guard let result = self.people.withLockedValue({ $0[user] }) else { throw PortError(.notFound, "nobody") }
            do {
                return try Snapshot(documents: try result.get(), month: month, asOf: now)
            } catch let error as PortError {
                throw error
            } catch {
                throw PortError(.malformed, "\(error)")
            }
        }
    }
}

extension Snapshots {
    /// Always this one, whoever asks.
    public static func fixed(_ snapshot: Snapshot) -> Snapshots { Snapshots { _, _, _ throws(PortError) in snapshot } }
}
