internal import Finance
internal import NIOConcurrencyHelpers

/// Files that are in memory at this moment: one a person, and so many for the whole process.
struct UploadSeats: Sendable {
    private let most: Int
    private let taken = NIOLockedValueBox<Set<UserID>>([])

    init(_ most: Int) { self.most = most }

    /// Runs `work` for a person who has no upload under way; whoever has one, or comes when all seats are taken, is told
    /// to come again.
    func seating<Value>(_ user: UserID, _ work: () async throws -> Value) async throws -> Value {
        let isSeated = taken.withLockedValue { $0.count < most && $0.insert(user).inserted }
        guard isSeated else { throw Problem.oneAtATime }
        defer { _ = taken.withLockedValue { $0.remove(user) } }
        return try await work()
    }
}
