internal import Analyses
public import Finance
internal import FoundationEssentials

/// What instances tell each other about a person's inbox: whose, and ids, never what a message says.
public struct InboxNotice: Sendable, Hashable {
    /// Where notices go.
    public static let channel = "sidecar:inbox:v1"
    /// Most ids in a notice; the list has them all.
    static let mostShown = 50

    /// Whose.
    public var user: UserID
    /// Messages just delivered, for every tab to show; empty when something else has changed.
    public var shown: [String]
    /// Whether the person is to be forgotten: sockets and answers end.
    public var isGone: Bool

    /// A notice.
    public init(user: UserID, shown: [String] = [], isGone: Bool = false) {
        self.user = user
        self.shown = Array(shown.prefix(Self.mostShown))
        self.isGone = isGone
    }

    private struct Wire: Codable {
        var user: String
        var shown: [String]?
        var gone: Bool?
    }

    /// Reads a notice; anything else on the channel is nil.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count <= 4_096, let wire = try? JSONDecoder().decode(Wire.self, from: Data(bytes)),
            let user = UserID(wire.user)
        else { return nil }
        self.init(user: user, shown: wire.shown ?? [], isGone: wire.gone ?? false)
    }

    /// The message.
    public var bytes: [UInt8] {
        var members: [JSON.Member] = [.init("user", .string(user.hex))]
        if !shown.isEmpty { members.append(.init("shown", .array(shown.map { .string($0) }))) }
        if isGone { members.append(.init("gone", true)) }
        return Array(JSON.object(members).text.utf8)
    }
}
