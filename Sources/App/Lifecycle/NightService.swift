internal import Jobs
internal import Ports
internal import ServiceLifecycle

/// The night shift as a service: it stops where it stands, and whoever is next goes on from there. Whoever wants a run
/// wakes every instance over the bus; without a bus they find out at their next look.
struct NightService: Service {
    /// Where runs that are wanted are announced.
    static let channel = "sidecar:nightly:v1"

    let shift: NightShift
    let bus: Bus

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var subscription: Bus.Subscription?
            await shift.watch { ring in subscription = await bus.subscribe(Self.channel) { _ in ring() } }
            subscription?.cancel()
        }
    }
}
