internal import Jobs
internal import ServiceLifecycle

/// The night shift as a service: it stops where it stands, and whoever is next goes on from there.
struct NightService: Service {
    let shift: NightShift

    func run() async throws { await cancelWhenGracefulShutdown { await shift.watch() } }
}
