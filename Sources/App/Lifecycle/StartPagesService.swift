internal import ServiceLifecycle

/// Gives back what only the start needed, once the start is over.
struct StartPagesService: Service {
    /// By then indexes are looked at and the first connections are made.
    var wait = Duration.seconds(3)

    func run() async throws {
        await cancelWhenGracefulShutdown { try? await Task.sleep(for: wait) }
        if !Task.isShuttingDownGracefully { StartPages.release() }
        try await gracefulShutdown()
    }
}
