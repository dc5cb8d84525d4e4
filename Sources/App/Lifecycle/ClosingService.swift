internal import ServiceLifecycle

/// Holds what everything else stands on, and lets go of it last.
struct ClosingService: Service {
    let close: @Sendable () async -> Void

    func run() async throws {
        try? await gracefulShutdown()
        await close()
    }
}
