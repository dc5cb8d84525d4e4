import App
import ArgumentParser
import Finance

/// `reho token`
struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Mint a development token with JWT_SECRET.")

    @Option(help: "The user's id, 24 hex digits.")
    var user: String

    @Option(help: "USER or ADMIN.")
    var role = "USER"

    @Option(help: "How long it is good for: a number with s, m, h or d.")
    var ttl = "1h"

    func run() async throws {
        guard let id = UserID(user) else { throw ValidationError("--user must be 24 hex digits") }
        guard let role = Person.Role(rawValue: role), role != .none else {
            throw ValidationError("--role must be USER or ADMIN")
        }
        guard let lifetime = Self.duration(ttl) else { throw ValidationError("--ttl must be like 90s, 15m, 1h or 7d") }
        let settings = try Settings.fromProcess()
        show(try await DevelopmentToken.mint(settings, user: id, role: role, lifetime: lifetime) + "\n")
    }

    static func duration(_ text: String) -> Duration? {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()) else { return nil }
        return (1...100_000).contains(count) ? .seconds(count * unit) : nil
    }
}
