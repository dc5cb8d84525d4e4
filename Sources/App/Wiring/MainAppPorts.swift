internal import Adapters
internal import Backend
internal import Finance
internal import Logging
internal import Ports

/// The way to the main app: its REST, or its part played over the demo people's records. Beside a real database without
/// an address of it, nothing can be confirmed, and nothing is offered.
struct MainAppPorts: Sendable {
    var port: MainApp?
    /// Lets go of connections.
    var close: @Sendable () async -> Void = {}

    static func open(
        _ settings: Settings, _ store: StorePorts, who: @escaping @Sendable (String) async -> UserID?, logger: Logger
    ) throws -> MainAppPorts {
        guard let url = settings.mainBackendURL else { return MainAppPorts(port: store.mainApp?(who)) }
        let client = try BackendClient(BackendSettings(try BackendAddress(url)), logger: logger)
        return MainAppPorts(
            port: .backend(client, shape: settings.mainBackendShape), close: { await client.close() })
    }
}
