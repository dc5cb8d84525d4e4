internal import Auth
internal import Chat
public import FoundationEssentials
internal import Hummingbird
public import Logging
internal import NIOCore
internal import Ports
internal import Routes
internal import Server
internal import ServiceLifecycle
internal import UnixSignals

/// The whole program, wired once: settings in, a running server out.
public struct Sidecar: Sendable {
    /// What a start tells whoever waits for it.
    public struct Listening: Sendable {
        /// The port in use.
        public var port: Int
        /// A ready token of the demo person; nil beside a real database.
        public var demoToken: String?
        /// Which of the three services are replaced by an embedded default.
        public var embedded: [String]
    }

    private let settings: Settings
    private let logger: Logger
    private let now: @Sendable () -> Date

    /// A program that has not started.
    public init(_ settings: Settings, logger: Logger, now: @escaping @Sendable () -> Date = { Date() }) {
        self.settings = settings
        self.logger = logger
        self.now = now
    }

    /// Serves until a signal, or until cancelled; then drains. `listening` is called once connections are accepted.
    public func run(
        trapsSignals: Bool = true, listening: @escaping @Sendable (Listening) async -> Void
    ) async throws {
        let parts = try await Parts(settings, now: now, logger: logger)
        for warning in settings.warnings { logger.warning("settings.warning", metadata: ["what": "\(warning)"]) }
        let token = try parts.demoToken()
        let application = Application(
            router: parts.router(demoToken: token), server: .sockets(parts.sockets),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.port
                logger.info("server.listening", metadata: ["port": "\(port)"])
                await listening(Listening(port: port, demoToken: token, embedded: parts.embedded))
            }, logger: quiet)
        var group = ServiceGroupConfiguration(
            services: parts.services + [application, DeskService(desk: parts.desk, draining: parts.draining)]
                // With signals the process is ours alone; without, a test's, which goes on starting others.
                + (trapsSignals ? [StartPagesService()] : []),
            gracefulShutdownSignals: trapsSignals ? [.sigterm, .sigint] : [], logger: quiet)
        group.maximumGracefulShutdownDuration = .seconds(settings.drainSeconds + 10)
        try await ServiceGroup(configuration: group).run()
        logger.info("server.stopped")
    }

    /// The frameworks' own lines are not events of ours; only what goes wrong in them matters.
    private var quiet: Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        return quiet
    }
}
