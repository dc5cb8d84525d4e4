public import Analyses
public import Finance
public import FoundationEssentials

/// One run of the nightly work, as it is asked for, carried out and reported on.
///
/// ```
///   wanted ──▶ running ──▶ done
///                │  ▲  └──▶ stopped     by an operator, or the deadline
///                ▼  │
///             (its process died: whoever takes the lease goes on from `place`)
/// ```
public struct RunRecord: Sendable, Hashable, Codable {
    /// How far it has come.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case wanted, running, done, stopped
    }

    /// Who asked for it.
    public enum Trigger: String, Sendable, Hashable, Codable {
        /// The clock; the scheduler's key; the command line; an administrator.
        case clock, key, command, admin
    }

    /// How far into the population it is.
    public struct Place: Sendable, Hashable, Codable {
        /// Whether the recently active are through and everyone else is next.
        public var isPastActive: Bool
        /// The last person who is through.
        public var after: UserID?

        /// A place.
        public init(isPastActive: Bool = false, after: UserID? = nil) {
            self.isPastActive = isPastActive
            self.after = after
        }
    }

    /// Somebody whose night failed.
    public struct Failure: Sendable, Hashable, Codable {
        /// Who.
        public var user: UserID
        /// A `PortError.Code`, or what broke.
        public var cause: String
        /// How often it was tried.
        public var attempts: Int

        /// A failure with every part given.
        public init(user: UserID, cause: String, attempts: Int) {
            self.user = user
            self.cause = cause
            self.attempts = attempts
        }
    }

    /// What was done so far.
    public struct Tally: Sendable, Hashable, Codable {
        /// People to go through, as counted at the start; nil before.
        public var population: Int?
        /// People that are through, however it went.
        public var seen = 0
        /// Of them, those for whom something was written.
        public var changed = 0
        /// Of them, those for whom nothing had changed.
        public var unchanged = 0
        /// Of them, those who were gone meanwhile.
        public var gone = 0
        /// Of them, those who were given up on.
        public var failed = 0
        /// Failures by cause.
        public var causes: [String: Int] = [:]
        /// Reports a model worded.
        public var worded = 0
        /// Tokens it took.
        public var tokens = 0
        /// Attempts of it that came to nothing.
        public var unworded = 0
        /// Milliseconds half of the people took at most; nil before anyone was through.
        public var median: Double?
        /// Milliseconds nineteen of twenty took at most, nil likewise.
        public var p95: Double?
        /// Alerts raised.
        public var alerts = 0
        /// Insights that are new.
        public var insights = 0
        /// Documents removed for their age.
        public var purged = 0
        /// People whose links say something else about names than before.
        public var taught = 0
        /// People erased.
        public var erased = 0
        /// People by level before and after, as `from>to`, `none` where there was none.
        public var levels: [String: Int] = [:]

        /// Nothing done yet.
        public init() {}
    }

    /// Most failures that are named one by one; the tally counts all.
    public static let mostFailures = 200

    /// `nightly-2026-11-21` for the clock's run of a day; `-2`, `-3` behind it for those asked for beside it.
    public var id: String
    /// The day it is the run of.
    public var night: Day
    /// What counts as now for every figure in it, however long it takes and however often it is taken up again.
    public var asOf: Date
    /// Who asked for it.
    public var trigger: Trigger
    /// Only this person; nil for everyone.
    public var only: UserID?
    /// How far it has come.
    public var state = State.wanted
    /// Where to go on.
    public var place = Place()
    /// What was done.
    public var tally = Tally()
    /// Who failed for good, at most `mostFailures` of them.
    public var failures: [Failure] = []
    /// Who is to be tried again at the end.
    public var again: [Failure] = []
    /// What is done beside the people: names of finished closing steps.
    public var closed: [String] = []
    /// What messages do to spending, once a week; nil for a run that did not look.
    public var trials: [NudgeTrial]?
    /// What came of training the model of categories; nil for a run in which nobody's links changed.
    public var categories: CategoryTraining?
    /// Whether an operator wants it to end.
    public var isUnwanted = false
    /// Why it was stopped.
    public var reason: String?
    /// When it was asked for.
    public var requestedAt: Date
    /// When somebody began it.
    public var startedAt: Date?
    /// When it was last heard of.
    public var updatedAt: Date
    /// When it ended.
    public var endedAt: Date?

    /// A run nobody has begun.
    public init(id: String, night: Day, asOf: Date, trigger: Trigger, only: UserID? = nil, at now: Date) {
        self.id = id
        self.night = night
        self.asOf = asOf
        self.trigger = trigger
        self.only = only
        requestedAt = now
        updatedAt = now
    }

    /// What the clock's run of a day is called.
    public static func id(of night: Day) -> String { "nightly-\(night)" }

    /// Whether it has ended, one way or the other.
    public var isOver: Bool { state == .done || state == .stopped }
}

/// Runs wanted, running and past.
public struct Runs: Sendable {
    /// Stores a run unless one of its id is there; gives the one that is there afterwards.
    public var want: @Sendable (RunRecord) async throws(PortError) -> RunRecord
    /// The oldest run that is not over; nil when there is none.
    public var next: @Sendable () async throws(PortError) -> RunRecord?
    /// Stores how far a run has come, keeping `isUnwanted` as it is stored; false when a later holder was there.
    public var save: @Sendable (RunRecord, Fence) async throws(PortError) -> Bool
    /// Asks a run to end; nil for an unknown one. A run that is over stays as it is.
    public var stop: @Sendable (_ id: String) async throws(PortError) -> RunRecord?
    /// One run.
    public var find: @Sendable (_ id: String) async throws(PortError) -> RunRecord?
    /// The newest runs by the time they were asked for, at most `limit`.
    public var newest: @Sendable (_ limit: Int) async throws(PortError) -> [RunRecord]

    /// A port of these closures.
    public init(
        want: @escaping @Sendable (RunRecord) async throws(PortError) -> RunRecord,
        next: @escaping @Sendable () async throws(PortError) -> RunRecord?,
        save: @escaping @Sendable (RunRecord, Fence) async throws(PortError) -> Bool,
        stop: @escaping @Sendable (String) async throws(PortError) -> RunRecord?,
        find: @escaping @Sendable (String) async throws(PortError) -> RunRecord?,
        newest: @escaping @Sendable (Int) async throws(PortError) -> [RunRecord]
    ) {
        self.want = want
        self.next = next
        self.save = save
        self.stop = stop
        self.find = find
        self.newest = newest
    }
}
