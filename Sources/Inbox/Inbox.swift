public import Analyses
public import Finance
public import FoundationEssentials
public import Ports

/// What we tell a person of our own accord: the feed of insights, and messages with their unread count.
///
/// All of it is stored and changed by comparing revisions, so any number of tabs, instances and nights may work on it;
/// each change is announced on the bus, and whoever holds the person's sockets shows it.
public struct Inbox: Sendable {
    let state: PersonalState
    let appSettings: PersonalState.ReadsAppSettings
    let bus: Bus
    let now: @Sendable () -> Date

    /// An inbox over these ports.
    public init(
        state: PersonalState,
        appSettings: @escaping PersonalState.ReadsAppSettings, bus: Bus,
        now: @escaping @Sendable () -> Date
    ) {
        self.state = state
        self.appSettings = appSettings
        self.bus = bus
        self.now = now
    }

    /// How much is new to a person; the same wherever it is asked.
    public struct Unread: Sendable, Hashable {
        /// Messages delivered and not read.
        public var nudges: Int
        /// Insights shown as new.
        public var insights: Int

        /// Both counts.
        public init(nudges: Int, insights: Int) {
            self.nudges = nudges
            self.insights = insights
        }

        /// For clients.
        public var json: JSON { ["nudges": .int(Int64(nudges)), "insights": .int(Int64(insights))] }
    }
}

// Reading.
extension Inbox {
    /// The feed of a person; empty before the first night.
    public func insights(of user: UserID) async throws(PortError) -> InsightFeed {
        try await state.value(.insights, of: user, as: InsightFeed.self) ?? InsightFeed()
    }

    /// The messages of a person, as stored.
    public func nudges(of user: UserID) async throws(PortError) -> NudgeBox {
        try await state.value(.nudges, of: user, as: NudgeBox.self) ?? NudgeBox()
    }

    /// Both counts.
    public func unread(of user: UserID) async throws(PortError) -> Unread {
        let feed = try await insights(of: user)
        return Unread(nudges: try await nudges(of: user).unread, insights: feed.unread(at: now()))
    }

    /// What the person chose, as stored.
    public func choices(of user: UserID) async throws(PortError) -> PersonalChoices {
        try await state.choices(of: user)
    }

    /// When and about what the person may be written to, the main app's settings included.
    public func rules(of user: UserID) async throws(PortError) -> NudgeChoices {
        try await state.rules(of: user, under: appSettings)
    }
}
