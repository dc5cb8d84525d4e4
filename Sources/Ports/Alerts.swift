public import Finance
public import FoundationEssentials

/// Something an administrator should look at (`admin_alerts`, contract 4.3, with the state of its handling).
public struct AdminAlert: Sendable, Hashable {
    /// How far it has come.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Nobody has looked, somebody has, it is settled, or it is put off until `snoozedUntil`.
        case open, acknowledged, resolved, snoozed
    }

    /// 24 hex digits.
    public var id: String
    /// Whom it is about.
    public var user: UserID
    /// As the old service stored it; `N/A` where it is not known. Shown to administrators only.
    public var email: String
    /// What it says.
    public var message: String
    /// Its group, for instance `High Debt`.
    public var category: String
    /// When it was raised.
    public var createdAt: Date
    /// How far it has come; an alert of the old service is open.
    public var state: State
    /// Until when it rests.
    public var snoozedUntil: Date?
    /// The administrator who last changed its state.
    public var owner: UserID?
    /// What that administrator noted.
    public var note: String?
    /// Equal for alerts about the same thing, so that one is raised once; nil for those of the old service.
    public var key: String?

    /// An alert with every part given.
    public init(
        id: String, user: UserID, email: String = "N/A", message: String, category: String, createdAt: Date,
        state: State = .open, snoozedUntil: Date? = nil, owner: UserID? = nil, note: String? = nil, key: String? = nil
    ) {
        self.id = id
        self.user = user
        self.email = email
        self.message = message
        self.category = category
        self.createdAt = createdAt
        self.state = state
        self.snoozedUntil = snoozedUntil
        self.owner = owner
        self.note = note
        self.key = key
    }
}

/// What an administrator decides about an alert.
public struct AlertDecision: Sendable, Hashable {
    /// The new state; never `open`.
    public var state: AdminAlert.State
    /// For `snoozed`.
    public var until: Date?
    /// Who decides.
    public var owner: UserID
    /// Why, in the administrator's words.
    public var note: String?

    /// A decision with every part given.
    public init(state: AdminAlert.State, until: Date? = nil, owner: UserID, note: String? = nil) {
        self.state = state
        self.until = until
        self.owner = owner
        self.note = note
    }
}

/// The alert queue.
public struct Alerts: Sendable {
    /// The newest alerts about one person, whatever their state.
    public var newest: @Sendable (UserID, _ limit: Int) async throws(PortError) -> [AdminAlert]
    /// Alerts in these states, newest first, after the alert `after` in that order (nil: from the start).
    public var page:
        @Sendable (_ states: Set<AdminAlert.State>, _ after: String?, _ limit: Int) async throws(PortError)
            -> [AdminAlert]
    /// Raises an alert; false when one with its key is there already and not resolved.
    public var raise: @Sendable (AdminAlert) async throws(PortError) -> Bool
    /// Changes the state; the alert as it stands then, nil when there is none of that id.
    public var decide: @Sendable (_ id: String, AlertDecision) async throws(PortError) -> AdminAlert?

    /// A port of these closures.
    public init(
        newest: @escaping @Sendable (UserID, Int) async throws(PortError) -> [AdminAlert],
        page: @escaping @Sendable (Set<AdminAlert.State>, String?, Int) async throws(PortError) -> [AdminAlert],
        raise: @escaping @Sendable (AdminAlert) async throws(PortError) -> Bool,
        decide: @escaping @Sendable (String, AlertDecision) async throws(PortError) -> AdminAlert?
    ) {
        self.newest = newest
        self.page = page
        self.raise = raise
        self.decide = decide
    }
}
