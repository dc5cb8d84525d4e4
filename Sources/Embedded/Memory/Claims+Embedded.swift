import NIOConcurrencyHelpers
public import Ports

extension Claims {
    /// Claims in this process: good for one instance only. When full a new claim is refused as busy, because letting go
    /// of an older one would let its fact happen twice.
    public static func embedded(
        limits: EmbeddedLimits = EmbeddedLimits(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock().now }
    ) -> Claims {
        let entries = NIOLockedValueBox(
            ExpiringEntries<ContinuousClock.Instant>(maxEntries: limits.claims, maxBytes: limits.claimBytes))
        return Claims(
            claim: { key, value, ttl throws(PortError) in
                let outcome = entries.withLockedValue { $0.claim(key, value, for: ttl, now: now()) }
                return try outcome.get()
            },
            take: { key in
                entries.withLockedValue { entries in
                    let value = entries.value(of: key, now: now())
                    entries.remove(key)
                    return value
                }
            })
    }
}

extension ExpiringEntries where Instant.Duration == Duration {
    /// Sets a free key and gives nil, or gives the value that holds it.
    fileprivate mutating func claim(
        _ key: String, _ value: [UInt8], for ttl: Duration, now: Instant
    ) -> Result<[UInt8]?, PortError> {
        if let holder = self.value(of: key, now: now) { return .success(holder) }
        dropEnded(now: now)
        guard hasRoom(for: key, value) else { return .failure(PortError(.busy, "too many claims are held")) }
        if ttl > .zero { set(key, value, until: now.advanced(by: ttl)) }
        return .success(nil)
    }
}
