import App
import ArgumentParser

/// `reho serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve HTTP and WebSocket on one port.")

    func run() async throws {
        let settings = try Settings.fromProcess()
        let logger = Bootstrap.logger(level: settings.logLevel)
        try await Sidecar(settings, logger: logger).run { listening in show(Self.banner(settings, listening)) }
    }

    static func banner(_ settings: Settings, _ listening: Sidecar.Listening) -> String {
        let place = "\(settings.host == "0.0.0.0" ? "127.0.0.1" : settings.host):\(listening.port)"
        var lines = ["Reho is serving.", "", "  console     http://\(place)/console", "  chat page   http://\(place)/"]
        if let token = listening.demoToken {
            let port = listening.port == 8_000 ? "" : " --url ws://\(place)"
            lines += ["  demo token  \(token)", "  terminal    .build/release/reho chat\(port)"]
        }
        if !listening.embedded.isEmpty { lines.append("  embedded    \(listening.embedded.joined(separator: ", "))") }
        return lines.joined(separator: "\n") + "\n\n"
    }
}
