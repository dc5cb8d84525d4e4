import NIOConcurrencyHelpers
public import Ports

extension Cache {
    /// A cache in this process. When it is full it lets go of what would expire first; nothing runs in the background.
    public static func embedded(
        limits: EmbeddedLimits = EmbeddedLimits(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock().now }
    ) -> Cache {
        let entries = NIOLockedValueBox(
            ExpiringEntries<ContinuousClock.Instant>(maxEntries: limits.cacheEntries, maxBytes: limits.cacheBytes))
        return Cache(
            get: { key in entries.withLockedValue { $0.value(of: key, now: now()) } },
            set: { key, value, ttl in
                let instant = now()
                entries.withLockedValue {
                    $0.dropEnded(now: instant)
                    // A value that cannot be kept must not leave an older one in its place.
                    guard ttl > .zero, $0.makeRoom(for: key, value) else { return _ = $0.remove(key) }
                    $0.set(key, value, until: instant + ttl)
                }
            },
            remove: { key in entries.withLockedValue { _ = $0.remove(key) } },
            removeAll: { prefix in
                entries.withLockedValue { entries in
                    for key in entries.keys where key.hasPrefix(prefix) { entries.remove(key) }
                }
                return true
            })
    }
}
