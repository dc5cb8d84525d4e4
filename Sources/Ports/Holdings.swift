public import Analyses
public import Finance
public import FoundationEssentials

/// Everything we hold about people in the store, whatever it is for: to show it to them, to forget it, to let it age.
public struct Holdings: Sendable {
    /// What one part of the store holds of a person, as it is stored.
    public struct Part: Sendable, Hashable {
        /// The collection.
        public var name: String
        /// Its documents.
        public var documents: [JSON]

        /// A part with both given.
        public init(name: String, documents: [JSON]) {
            self.name = name
            self.documents = documents
        }
    }

    /// Every part that holds something of a person, in a fixed order. All of it, or an error.
    public var export: @Sendable (UserID) async throws(PortError) -> [Part]
    /// Removes everything of a person; gives how many documents. May be called again.
    public var erase: @Sendable (UserID) async throws(PortError) -> Int
    /// Everyone of whom anything is held, after `after`, in id order.
    public var owners: @Sendable (_ after: UserID?, _ limit: Int) async throws(PortError) -> [UserID]
    /// Removes what is older than its time, see `Retention`; gives how many documents.
    public var purge: @Sendable (_ now: Date) async throws(PortError) -> Int

    /// A port of these closures.
    public init(
        export: @escaping @Sendable (UserID) async throws(PortError) -> [Part],
        erase: @escaping @Sendable (UserID) async throws(PortError) -> Int,
        owners: @escaping @Sendable (UserID?, Int) async throws(PortError) -> [UserID],
        purge: @escaping @Sendable (Date) async throws(PortError) -> Int
    ) {
        self.export = export
        self.erase = erase
        self.owners = owners
        self.purge = purge
    }
}

/// How long what is ours is kept. One table, told to people in the export and applied by every store.
public enum Retention {
    /// One rule.
    public struct Rule: Sendable, Hashable {
        /// What it is about, as people know it.
        public var what: String
        /// Days after its last change; nil for as long as the account lives.
        public var days: Int?

        /// What changed last before this moment has had its time; nil for what is kept.
        public func cutOff(_ now: Date) -> Date? { days.map { now.addingTimeInterval(-Double($0) * 86_400) } }
    }

    /// Messages and conversations, from the time of the message.
    public static let messages = Rule(what: "chat messages", days: 730)
    /// Reports and tips, from when they were made. People who stay get new ones.
    public static let reports = Rule(what: "reports and tips", days: 400)
    /// Alerts to administrators once resolved, from when they were raised.
    public static let alerts = Rule(what: "resolved alerts", days: 365)
    /// Runs, from when they ended.
    public static let runs = Rule(what: "records of nightly runs", days: 90)
    /// What models cost for a person, from the day it was spent: a little longer than a month's bill takes to arrive.
    public static let spendOfPeople = Rule(what: "what answers by a model cost for you", days: 35)
    /// What they cost in all, by feature and model; nobody is named.
    public static let spend = Rule(what: "what answers by a model cost in all", days: 400)
    /// Risk lines and what a night remembers.
    public static let state = Rule(what: "what is remembered between nights, insights and nudges", days: nil)

    /// Every rule.
    public static let all = [messages, reports, alerts, runs, spendOfPeople, spend, state]
}
