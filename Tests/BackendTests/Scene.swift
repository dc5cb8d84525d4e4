import Analyses
import Backend
import Finance
import Foundation
import Logging
import NIOConcurrencyHelpers
import TestKit
import TestServers

@testable import Drafts

/// A fake backend, a client to it and what the client logs.
struct Scene {
    let fake: FakeBackend
    let client: BackendClient
    let lines: LogLines

    static let user = NamedPeople.mayaID
    static let other = NamedPeople.danielID

    /// Both for the time of `body`; `edit` changes the client's settings.
    static func with<R>(
        _ shape: FakeBackend.Shape = .current, address: (FakeBackend) -> String = \.baseURL,
        settings edit: (inout BackendSettings) -> Void = { _ in }, _ body: (Scene) async throws -> R
    ) async throws -> R {
        try await FakeBackend.with(shape) { fake in
            let lines = LogLines()
            var settings = BackendSettings(try BackendAddress(address(fake)))
            edit(&settings)
            let client = try BackendClient(settings, logger: lines.logger)
            do {
                let result = try await body(Scene(fake: fake, client: client, lines: lines))
                await client.close()
                return result
            } catch {
                await client.close()
                throw error
            }
        }
    }

    /// A lunch as a draft would send it.
    static func lunch(_ name: String = "Lunch") -> BackendRequest {
        BackendRequest(
            method: .post, path: "/expenses",
            body: [
                .init("name", .string(name)), .init("amount", .money(Money(pence: 1_240))),
                .init("endDate", "2026-11-20"), .init("frequency", "on-off"),
            ])
    }

    /// Sends a lunch with a good token.
    func send(_ request: BackendRequest = Scene.lunch(), key: String = "key-1") async throws -> BackendAnswer {
        await client.send(request, token: try fake.token(for: Self.user), idempotencyKey: key)
    }

    /// Expenses the fake holds.
    var stored: Int { fake.records(.expenses).count }
}

/// Keeps every line with all its metadata.
final class LogLines: Sendable {
    private let kept = NIOLockedValueBox<[String]>([])

    var all: [String] { kept.withLockedValue { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(kept: self.kept) } }

    private struct Handler: LogHandler {
        let kept: NIOLockedValueBox<[String]>
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
            kept.withLockedValue { $0.append("\(event.level) \(event.message) \(fields)") }
        }
    }
}
