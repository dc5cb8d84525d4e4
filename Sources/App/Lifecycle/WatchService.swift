internal import Jobs
internal import ServiceLifecycle

/// The watch over changes of people who are here, as a service.
struct WatchService: Service {
    let watch: ChangeWatch

    func run() async throws { await cancelWhenGracefulShutdown { await watch.run() } }
}
