public import Ports

extension Claims {
    /// Keeps claims in `other` while this one fails. With Redis first and this process second, losing Redis turns
    /// tickets and idempotency into promises of one instance instead of ending them:
    ///
    /// 1. A claim made while Redis is away is known to this instance only; another one does not see it.
    /// 2. It stays good here after Redis is back, since `take` looks here first.
    /// 3. When Redis fell silent after it had stored a claim, both hold it. This instance still gives it out once; a
    ///    second instance could give out the other copy, within the claim's life. A ticket lives 30 seconds.
    public func fallingBack(to other: Claims) -> Claims {
        let (claim, take) = (claim, take)
        return Claims(
            claim: { (key, value, ttl) async throws(PortError) in
                do throws(PortError) { return try await claim(key, value, ttl) } catch {
                    guard error.code != .cancelled else { throw error }
                    return try await other.claim(key, value, ttl)
                }
            },
            take: { (key) async throws(PortError) in
                if let kept = try await other.take(key) {
                    _ = try? await take(key)
                    return kept
                }
                // Whether it is there cannot be told, which is not a no: whoever asks may come again.
                return try await take(key)
            })
    }
}
