public import Analyses
public import Finance
internal import FoundationEssentials
public import Logging
public import Ports

/// Hands messages to the main backend, which can reach people where no socket of ours does. One instance at a time; what
/// cannot be handed over stays due and is tried again with growing pauses.
public struct Postman: Sendable {
    private let inbox: Inbox
    private let leases: Leases
    private let push: @Sendable (UserID, Parcel) async throws(PortError) -> Void
    private let owner: String
    private let logger: Logger

    /// A message as it is handed over. `id` is the same however often it is.
    public struct Parcel: Sendable, Hashable {
        /// The message's id.
        public var id: String
        /// The body.
        public var json: JSON
    }

    /// People looked at together.
    static let most = 100
    /// How long the right to go round lasts.
    static let lease: Duration = .seconds(60)
    /// From pause to pause when there is nothing to do, and when it fails.
    static let pauses = (usual: Duration.seconds(5), longest: Duration.seconds(300))

    /// A postman who hands over by `push`, which throws when the other side did not take it.
    public init(
        inbox: Inbox, leases: Leases, owner: String, logger: Logger,
        push: @escaping @Sendable (UserID, Parcel) async throws(PortError) -> Void
    ) {
        self.inbox = inbox
        self.leases = leases
        self.owner = owner
        self.logger = logger
        self.push = push
    }

    /// Goes round until cancelled.
    public func run(clock: any Clock<Duration> = ContinuousClock()) async {
        var pause = Self.pauses.usual
        while !Task.isCancelled {
            do throws(PortError) {
                pause = try await goRound() == Self.most ? .zero : Self.pauses.usual
            } catch {
                logger.warning("webhook.not_delivered", metadata: ["error": "\(error)"])
                pause = min(max(pause, Self.pauses.usual) * 2, Self.pauses.longest)
            }
            try? await clock.sleep(for: pause)
        }
    }

    /// One round; gives how many people were looked at. Stops at the first that is not taken: the others would not be
    /// either, and all of them stay due.
    public func goRound() async throws(PortError) -> Int {
        guard try await leases.acquire("webhook", owner, Self.lease, inbox.now()) != nil else { return 0 }
        let due = try await inbox.state.due(.nudges, inbox.now(), Self.most)
        for user in due {
            _ = try await inbox.push(to: user) { nudge throws(PortError) in
                try await push(user, Parcel(id: nudge.id, json: Self.body(nudge, of: user)))
            }
        }
        return due.count
    }

    private static func body(_ nudge: Nudge, of user: UserID) -> JSON {
        [
            "id": .string(nudge.id), "userId": .string(user.hex), "kind": .string(nudge.kind.rawValue),
            "title": .string(nudge.title), "text": .string(nudge.fullText),
            "createdAt": .string(nudge.createdAt.rfc3339),
        ]
    }
}
