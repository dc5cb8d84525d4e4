internal import Logging
internal import Ports
internal import ServiceLifecycle

/// Does what a store needs, again and again until it worked, and from then on at `interval` what keeps it tidy. The
/// server serves meanwhile; readiness tells whether the store is there.
struct StoreService: Service {
    let interval: Duration
    let logger: Logger
    /// Makes indexes; needed once.
    let prepare: @Sendable () async throws(PortError) -> Void
    /// Gives how many answers it found that a crash had left unfinished.
    let tidy: @Sendable () async throws(PortError) -> Int

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await untilItWorks(prepare)
            while !Task.isCancelled {
                await tidyUp()
                try? await Task.sleep(for: interval)
            }
        }
    }

    private func untilItWorks(_ step: () async throws(PortError) -> Void) async {
        while !Task.isCancelled {
            do {
                try await step()
                return logger.info("store.prepared")
            } catch {
                logger.warning("store.not_prepared", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: min(interval, .seconds(5)))
        }
    }

    private func tidyUp() async {
        do {
            let count = try await tidy()
            if count > 0 { logger.notice("store.orphans_failed", metadata: ["answers": "\(count)"]) }
        } catch {
            logger.warning("store.not_tidied", metadata: ["error": "\(error)"])
        }
    }
}
