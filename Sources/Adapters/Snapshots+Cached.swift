internal import Finance
internal import FoundationEssentials
public import Metrics
public import Ports

// Two ways to put a cache beside a source of snapshots. Neither ever keeps a failed read, and neither starts a task of
// its own: work is done in the task of the caller it falls to.

extension Snapshots {
    /// For dashboards and nightly work: serves what is kept.
    ///
    /// - Younger than the soft age: as it is.
    /// - Older, but younger than the hard age: the first caller reads the source in its own task, while everybody else
    ///   gets the kept one at once. When that read fails, the first caller gets the kept one too.
    /// - Nothing usable: all callers of the moment share one read.
    public func cached(
        in cache: Cache, for ages: CacheAges = CacheAges(), metrics: any MetricsFactory = MetricsSystem.factory,
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) -> Snapshots {
        let shelf = SnapshotShelf(cache: cache, ages: ages, counts: SnapshotCounts(metrics: metrics), random: random)
        let flights = SingleFlight<SnapshotKey, Snapshot>()
        return Snapshots { (user, month, now) async throws(PortError) in
            let key = SnapshotKey(user: user, month: month)
            // A caller may have looked before a flight and come to this point after it.
            let read = { () async throws(PortError) -> Snapshot in
                if let kept = await shelf.recheck(user, month, at: now) { return kept }
                return try await readThrough(shelf, user, month, now)
            }
            guard let (kept, isFresh) = await shelf.find(user, month, at: now) else {
                return try await flights.run(key, boarding: .running, read)
            }
            if isFresh { return kept }
            do throws(PortError) {
                return try await flights.runIfIdle(key, read) ?? kept
            } catch {
                guard error.code != .cancelled, error.code != .notFound else { throw error }
                shelf.counts.count(.refreshFailed)
                return kept
            }
        }
    }

    /// For conversations: reads the source for every question, so that a record made before the question is in the
    /// answer. Callers share a read only when it began after they asked. What was read replaces what is kept.
    public func fresh(
        writingThrough cache: Cache, for ages: CacheAges = CacheAges(),
        metrics: any MetricsFactory = MetricsSystem.factory,
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) -> Snapshots {
        let shelf = SnapshotShelf(cache: cache, ages: ages, counts: SnapshotCounts(metrics: metrics), random: random)
        let flights = SingleFlight<SnapshotKey, Snapshot>()
        return Snapshots { (user, month, now) async throws(PortError) in
            let key = SnapshotKey(user: user, month: month)
            return try await flights.run(key, boarding: .next) { () async throws(PortError) in
                try await readThrough(shelf, user, month, now)
            }
        }
    }

    /// Asks the source and keeps what it says; a person who is gone is forgotten.
    private func readThrough(
        _ shelf: SnapshotShelf, _ user: UserID, _ month: Month, _ now: Date
    ) async throws(PortError) -> Snapshot {
        do throws(PortError) {
            let snapshot = try await read(user, month, now)
            await shelf.put(snapshot)
            shelf.counts.count(.read)
            return snapshot
        } catch {
            if error.code == .notFound { await shelf.remove(user, month) }
            throw error
        }
    }
}

/// What callers may share.
private struct SnapshotKey: Hashable, Sendable {
    var user: UserID
    var month: Month
}
