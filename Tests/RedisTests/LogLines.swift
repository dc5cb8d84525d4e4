import Logging
import NIOConcurrencyHelpers

/// Keeps what is logged, for tests that count lines.
final class LogLines: Sendable {
    private let kept = NIOLockedValueBox<[String]>([])

    /// Event names in the order they were logged, each with its connection when it has one.
    var events: [String] { kept.withLockedValue { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(kept: self.kept) }
    }

    private struct Handler: LogHandler {
        let kept: NIOLockedValueBox<[String]>
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let connection = event.metadata?["connection"].map { " \($0)" } ?? ""
            kept.withLockedValue { $0.append("\(event.message)\(connection)") }
        }
    }
}
