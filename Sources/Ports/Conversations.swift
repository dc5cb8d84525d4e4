public import Finance
public import FoundationEssentials

/// The name of one stored thread, unique only together with its owner: every call carries the owner, and an id that
/// belongs to someone else is, for this owner, an id that does not exist.
public struct ConversationID: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The stored text: a uuid, `fixed_convo_<user>`, `default_<user>` or whatever a client chose.
    public let text: String

    /// 1…200 bytes without control characters; anything else is nil.
    public init?(_ text: String) {
        guard (1...200).contains(text.utf8.count), text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
        else { return nil }
        self.text = text
    }

    /// What a client gets that names none (the contract's current scheme).
    public static func standard(of user: UserID) -> ConversationID { ConversationID(unchecked: "default_\(user.hex)") }

    private init(unchecked text: String) { self.text = text }

    /// The stored text.
    public var description: String { text }
}

/// One message as stored in `chat_history`.
public struct StoredMessage: Sendable, Hashable, Codable {
    /// Who said it. Any other stored role is skipped on read; legacy `bot` reads as `assistant`.
    public enum Role: String, Sendable, Hashable, Codable { case user, assistant }
    /// How it ended. A document without a state is `complete`.
    public enum State: String, Sendable, Hashable, Codable {
        case complete
        /// An answer that is still being written; what is stored may be behind.
        case partial
        /// The person stopped it; the text is what had arrived.
        case stopped
        /// It broke off; the text is what had arrived, possibly nothing.
        case failed
    }

    /// 24 hex digits, time-ordered; chosen by the writer, so that a repeated write is the same message.
    public var id: String
    /// The thread it belongs to.
    public var conversation: ConversationID
    /// Who said it.
    public var role: Role
    /// What was said.
    public var text: String
    /// When it was said.
    public var at: Date
    /// How it ended.
    public var state: State
    /// The turn it belongs to; nil for messages of the old service.
    public var turnID: String?
    /// The client's own id of a user message; unique per user.
    public var clientMessageID: String?
    /// The message whose question was asked once more; nil for the first answer to a question. Both stay.
    public var replaces: String?
    /// What an answer was made with; nil for what people and code said.
    public var origin: AnswerOrigin?
    /// Who runs the turn it began; never changes.
    public var claim: TurnClaim?

    /// A message with every field given.
    public init(
        id: String, conversation: ConversationID, role: Role, text: String, at: Date, state: State = .complete,
        turnID: String? = nil, clientMessageID: String? = nil, replaces: String? = nil, origin: AnswerOrigin? = nil,
        claim: TurnClaim? = nil
    ) {
        self.id = id
        self.conversation = conversation
        self.role = role
        self.text = text
        self.at = at
        self.state = state
        self.turnID = turnID
        self.clientMessageID = clientMessageID
        self.replaces = replaces
        self.origin = origin
        self.claim = claim
    }
}

/// Who writes the answer of a turn, and under which id: what others need to end the turn when that instance dies.
public struct TurnClaim: Sendable, Hashable, Codable {
    /// The instance that runs the turn.
    public var instance: String
    /// The id its answer is stored under.
    public var answerID: String

    /// A claim with both parts given.
    public init(instance: String, answerID: String) {
        self.instance = instance
        self.answerID = answerID
    }
}

/// What an answer was made with, so that a word on it can be understood later. It names no person and holds no figure.
public struct AnswerOrigin: Sendable, Hashable, Codable {
    /// The model that answered.
    public var model: String
    /// Which rules it was given, as digits that change with them.
    public var rules: String
    /// Which facts it was given, as digits that change with them.
    public var facts: String

    /// An origin with every part given.
    public init(model: String, rules: String, facts: String) {
        self.model = model
        self.rules = rules
        self.facts = facts
    }
}

/// One row of the conversation list.
public struct ConversationSummary: Sendable, Hashable {
    /// Its id.
    public var id: ConversationID
    /// Given by the person, or made from the first question.
    public var title: String
    /// When it was first written.
    public var createdAt: Date
    /// When it was last written to.
    public var lastAt: Date

    /// A row with every field given.
    public init(id: ConversationID, title: String, createdAt: Date, lastAt: Date) {
        self.id = id
        self.title = title
        self.createdAt = createdAt
        self.lastAt = lastAt
    }
}

/// What happened to a message that was to be stored once.
public enum Stored: Sendable, Hashable {
    case new
    /// The same `clientMessageID` of the same user was stored before: this is that message.
    case already(StoredMessage)
}

/// Stored chat history. Every closure takes the owner first and filters by it in the query itself.
public struct Conversations: Sendable {
    /// Stores a message durably, once: the same id, or the same user and `clientMessageID`, is never stored twice.
    public var append: @Sendable (UserID, StoredMessage) async throws(PortError) -> Stored
    /// Writes the text and state of a message by its id, inserting it when it is not there yet. A conversation that
    /// was deleted meanwhile stays deleted: an answer is inserted only beside another message of its conversation.
    /// What has ended is not made unfinished again: a `partial` text over an ended one is a conflict.
    public var save: @Sendable (UserID, StoredMessage) async throws(PortError) -> Void
    /// The newest `limit` messages before the message `before` (nil: the very newest), oldest first.
    public var messages:
        @Sendable (UserID, ConversationID, _ before: String?, _ limit: Int) async throws(PortError) -> [StoredMessage]
    /// The messages of one turn, oldest first; empty when the user has no such turn.
    public var turn: @Sendable (UserID, _ turnID: String) async throws(PortError) -> [StoredMessage]
    /// Whether this user has any message in any conversation.
    public var hasHistory: @Sendable (UserID) async throws(PortError) -> Bool
    /// Newest activity first, at most `limit`: from the start, or behind the conversation `after`; none behind one that
    /// is not there.
    public var list:
        @Sendable (UserID, _ after: ConversationID?, _ limit: Int) async throws(PortError) -> [ConversationSummary]
    /// Messages of this user in any conversation that hold all of these words, newest first, at most `limit`; only those
    /// before the message `before` when one is named. Upper and lower case are the same.
    public var search:
        @Sendable (UserID, _ words: [String], _ before: String?, _ limit: Int) async throws(PortError) ->
            [StoredMessage]
    /// One row; nil when this user has no such conversation.
    public var find: @Sendable (UserID, ConversationID) async throws(PortError) -> ConversationSummary?
    /// False when this user has no such conversation; an unchanged title is true.
    public var rename: @Sendable (UserID, ConversationID, _ title: String) async throws(PortError) -> Bool
    /// Removes the conversation and all its messages; false when this user has no such conversation.
    public var delete: @Sendable (UserID, ConversationID) async throws(PortError) -> Bool
    /// Marks answers left `partial` by a process that died before `before` as failed; gives how many.
    public var failOrphans: @Sendable (_ before: Date) async throws(PortError) -> Int

    /// A port of these closures.
    public init(
        append: @escaping @Sendable (UserID, StoredMessage) async throws(PortError) -> Stored,
        save: @escaping @Sendable (UserID, StoredMessage) async throws(PortError) -> Void,
        messages: @escaping @Sendable (UserID, ConversationID, String?, Int) async throws(PortError) -> [StoredMessage],
        turn: @escaping @Sendable (UserID, String) async throws(PortError) -> [StoredMessage],
        hasHistory: @escaping @Sendable (UserID) async throws(PortError) -> Bool,
        list: @escaping @Sendable (UserID, ConversationID?, Int) async throws(PortError) -> [ConversationSummary],
        search: @escaping @Sendable (UserID, [String], String?, Int) async throws(PortError) -> [StoredMessage],
        find: @escaping @Sendable (UserID, ConversationID) async throws(PortError) -> ConversationSummary?,
        rename: @escaping @Sendable (UserID, ConversationID, String) async throws(PortError) -> Bool,
        delete: @escaping @Sendable (UserID, ConversationID) async throws(PortError) -> Bool,
        failOrphans: @escaping @Sendable (Date) async throws(PortError) -> Int
    ) {
        self.append = append
        self.save = save
        self.messages = messages
        self.turn = turn
        self.hasHistory = hasHistory
        self.list = list
        self.search = search
        self.find = find
        self.rename = rename
        self.delete = delete
        self.failOrphans = failOrphans
    }
}
