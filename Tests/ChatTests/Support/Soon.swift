import TestKit

/// Whether the condition comes true. The bound is for a machine that does much else; nothing waits that long by design.
func soon(_ condition: () async throws -> Bool) async throws -> Bool {
    try await eventually(within: .seconds(60), condition)
}
