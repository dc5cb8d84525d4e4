internal import Chat
internal import ServiceLifecycle

/// The desk as a service: when the group is told to stop, running answers get their time, then sockets close.
struct DeskService: Service {
    let desk: Desk
    let draining: DrainFlag

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await desk.run() }
            group.addTask {
                try await gracefulShutdown()
                draining.set()
                await desk.drain()
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
