public import Finance
public import FoundationEssentials

/// Instances over one store: which of them live, and the turns that those which died left without an end.
///
/// Whether an instance lives is judged by whoever looks, on a clock of its own: a beat that has not changed for a while
/// is that of a dead one. No wall clocks are compared.
public struct Instances: Sendable {
    /// A turn somebody was promised and nobody has ended.
    public struct LeftTurn: Sendable, Hashable {
        /// Whose.
        public var user: UserID
        /// Where.
        public var conversation: ConversationID
        /// Which.
        public var turnID: String
        /// Under which id its answer is, or would have been, stored.
        public var answerID: String
        /// The answer it was to take the place of.
        public var replaces: String?

        /// A turn with every field given.
        public init(
            user: UserID, conversation: ConversationID, turnID: String, answerID: String, replaces: String? = nil
        ) {
            self.user = user
            self.conversation = conversation
            self.turnID = turnID
            self.answerID = answerID
            self.replaces = replaces
        }
    }

    /// Says that this instance lives, by a number that grows; gives the newest number of every instance.
    public var beat: @Sendable (_ instance: String, _ number: Int64) async throws(PortError) -> [String: Int64]
    /// Turns that this instance claimed after `since` and that have no stored end.
    public var leftTurns: @Sendable (_ instance: String, _ since: Date) async throws(PortError) -> [LeftTurn]
    /// Stores that a turn has failed, keeping what there is of its answer; nothing happens to one that has ended.
    public var fail: @Sendable (LeftTurn, _ now: Date) async throws(PortError) -> Void
    /// Forgets an instance whose newest number is this one still.
    public var remove: @Sendable (_ instance: String, _ number: Int64) async throws(PortError) -> Void

    /// A port of these closures.
    public init(
        beat: @escaping @Sendable (String, Int64) async throws(PortError) -> [String: Int64],
        leftTurns: @escaping @Sendable (String, Date) async throws(PortError) -> [LeftTurn],
        fail: @escaping @Sendable (LeftTurn, Date) async throws(PortError) -> Void,
        remove: @escaping @Sendable (String, Int64) async throws(PortError) -> Void
    ) {
        self.beat = beat
        self.leftTurns = leftTurns
        self.fail = fail
        self.remove = remove
    }

    /// The only one there is.
    public static let alone = Instances(
        beat: { _, _ in [:] }, leftTurns: { _, _ in [] }, fail: { _, _ in }, remove: { _, _ in })
}
