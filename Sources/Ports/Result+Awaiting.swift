extension Result where Success: Sendable {
    /// What `work` came to, for calls that run beside each other: one that throws ends nobody else's.
    public static func awaiting(_ work: () async throws(Failure) -> Success) async -> Self {
        do throws(Failure) { return .success(try await work()) } catch { return .failure(error) }
    }
}
