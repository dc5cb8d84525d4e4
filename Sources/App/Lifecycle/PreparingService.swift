internal import Logging
internal import Ports
internal import ServiceLifecycle

/// Does what a store needs before it is of full use (its indexes, answers orphaned by a crash), again and again until
/// the store is there. The server serves meanwhile and readiness tells.
struct PreparingService: Service {
    let name: String
    let interval: Duration
    let logger: Logger
    let prepare: @Sendable () async throws(PortError) -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await prepare()
                    return logger.info("\(name).prepared")
                } catch {
                    logger.warning("\(name).not_prepared", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: interval)
            }
        }
        try? await gracefulShutdown()
    }
}
