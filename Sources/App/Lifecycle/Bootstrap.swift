public import Logging
internal import Metrics

/// What a process sets up once: where logs go and what counts.
public enum Bootstrap {
    /// The process's metrics; made and installed on first use.
    static let registry: PrometheusRegistry = {
        let registry = PrometheusRegistry()
        MetricsSystem.bootstrap(registry)
        return registry
    }()

    /// A logger that writes JSON lines to standard error.
    public static func logger(level: Logger.Level) -> Logger {
        Logger(label: "reho") { JSONLogHandler(label: $0, level: level, write: LogOutput.standardError) }
    }
}
