public import Finance
internal import FoundationEssentials
public import Ports

/// Snapshots in a cache: what is put there is checked when it is taken out.
struct SnapshotShelf: Sendable {
    let cache: Cache
    let ages: CacheAges
    let counts: SnapshotCounts
    /// Draws from 0..<1.
    let random: @Sendable () -> Double

    /// What is kept for a person's month, unless it is too old or not what it should be.
    func find(_ user: UserID, _ month: Month, at now: Date) async -> (snapshot: Snapshot, isFresh: Bool)? {
        guard let bytes = await cache.get(KeptSnapshot.key(user, month)) else {
            counts.count(.absent)
            return nil
        }
        switch KeptSnapshot.snapshot(in: bytes, of: user, month) {
        case .failure(let fault):
            counts.count(fault)
            return nil
        case .success(let snapshot):
            return judge(snapshot, at: now)
        }
    }

    /// What somebody else may have put there since this caller looked; not counted, since it has been already.
    func recheck(_ user: UserID, _ month: Month, at now: Date) async -> Snapshot? {
        guard let bytes = await cache.get(KeptSnapshot.key(user, month)),
            case .success(let snapshot) = KeptSnapshot.snapshot(in: bytes, of: user, month),
            freshness(snapshot, at: now) == .fresh
        else { return nil }
        return snapshot
    }

    /// Forgets a person who is gone.
    func remove(_ user: UserID, _ month: Month) async { await cache.remove(KeptSnapshot.key(user, month)) }

    func put(_ snapshot: Snapshot) async {
        guard let bytes = KeptSnapshot.bytes(of: snapshot) else { return counts.count(.unwritable) }
        let key = KeptSnapshot.key(snapshot.person.id, snapshot.month)
        await cache.set(key, bytes, ages.life(random: random()))
    }

    private func judge(_ snapshot: Snapshot, at now: Date) -> (snapshot: Snapshot, isFresh: Bool)? {
        switch freshness(snapshot, at: now) {
        case .fresh:
            counts.count(.fresh)
            return (snapshot, true)
        case .stale:
            counts.count(.stale)
            return (snapshot, false)
        case .over:
            counts.count(.over)
            return nil
        }
    }

    private func freshness(_ snapshot: Snapshot, at now: Date) -> CacheAges.Freshness {
        ages.freshness(ofAge: .seconds(now.timeIntervalSince(snapshot.asOf)), random: random())
    }
}

extension Cache {
    /// Forgets every snapshot of a person; false when it cannot be said that none is left. What is left ends by itself
    /// within the hour.
    public func forgetSnapshots(of user: UserID) async -> Bool { await removeAll(KeptSnapshot.prefix(user)) }
}
