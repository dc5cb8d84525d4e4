internal import Analyses
internal import FoundationEssentials
internal import Logging

/// One JSON object a line. The message is an event name (`chat.turn.done`); everything else is metadata. Control
/// characters are escaped, so that no value can start a line of its own.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level
    private let label: String
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> Date

    init(
        label: String, level: Logger.Level, now: @escaping @Sendable () -> Date = { Date() },
        write: @escaping @Sendable (String) -> Void
    ) {
        self.label = label
        logLevel = level
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        all.merge(metadataProvider?.get() ?? [:]) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        var members: [JSON.Member] = [
            .init("ts", .string(now().formatted(Self.timestamp))), .init("level", .string(event.level.rawValue)),
            .init("event", .string(event.message.description)), .init("logger", .string(label)),
        ]
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { members.append(.init(key, Self.json(value))) }
        write(JSON.object(members).text + "\n")
    }

    private static let timestamp = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    private static func json(_ value: Logger.MetadataValue) -> JSON {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let value): number(value) ?? .string(value.description)
        case .array(let values): .array(values.map(json))
        case .dictionary(let values):
            .object(values.sorted { $0.key < $1.key }.map { JSON.Member($0.key, json($0.value)) })
        }
    }

    private static func number(_ value: any CustomStringConvertible) -> JSON? {
        switch value {
        case let value as Int: .int(Int64(value))
        case let value as Double: .number(value)
        case let value as Bool: .bool(value)
        default: nil
        }
    }
}
