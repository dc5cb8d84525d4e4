internal import Adapters
internal import ServiceLifecycle

/// Books what models cost while the program runs; what waits at its end is booked when the answers close.
struct SpendService: Service {
    let desk: SpendDesk

    func run() async throws {
        await cancelWhenGracefulShutdown { await desk.run() }
        try await gracefulShutdown()
    }
}
