import Analyses
import Flows
import FoundationEssentials
import Inbox
import Ports

/// One thing the server says, before a dialect spells it. `V2Wire` and `LegacyWire` are the two spellings.
enum ServerFrame: Sendable, Hashable {
    // Inside a turn, numbered.
    case turnStarted(TurnStart)
    case textDelta(String)
    case toolStarted(name: String, title: String)
    case toolFinished(name: String, isGood: Bool, milliseconds: Int64)
    case card(Card)
    case sources([Figure])
    case usage(Usage)
    case turnCompleted(TurnText, unverified: [String])
    case turnStopped(TurnText)
    case turnFailed(ChatError, TurnText)

    // Outside any turn.
    case welcome(Welcoming)
    case error(ChatError)
    /// The message it answers began no turn, and none is running that it could be taken for.
    case refusal(ChatError)
    case identityFailure(String, ErrorCode)
    case resumeUnavailable(StoredTurn, reason: String)
    case resync(turn: TurnID, sequence: Int)
    case authRequired
    case authenticated(until: Date)
    case draining(reconnectAfter: Duration)
    case pong
    /// A message of our own accord, just delivered.
    case nudge(Nudge)
    /// How much is new.
    case unread(Inbox.Unread)
    /// All messages that were delivered.
    case nudges(NudgeBox)
    /// The feed.
    case insights(InsightFeed)
    /// What the person thought of an answer is kept.
    case feedback(FeedbackAsk)
    /// How a guided conversation stands.
    case flow(FlowEvent)

    /// Whether it ends its turn.
    var isTerminal: Bool {
        switch self {
        case .turnCompleted, .turnStopped, .turnFailed: true
        default: false
        }
    }

    /// Roughly what keeping it costs.
    var weight: Int {
        switch self {
        case .textDelta(let text): 64 + text.utf8.count
        case .turnCompleted(let text, _), .turnStopped(let text), .turnFailed(_, let text): 128 + text.text.utf8.count
        case .card, .sources: 2_048
        case .turnStarted(let start): 128 + start.message.utf8.count
        default: 128
        }
    }
}

/// How a turn begins: the question is stored.
struct TurnStart: Sendable, Hashable {
    /// The client's id of the question.
    var clientMessageID: String?
    /// Our id of it.
    var userMessageID: String
    /// The question, for the other tabs.
    var message: String
    /// The message whose question is asked once more.
    var regenerates: String?
}

/// What a turn leaves behind.
struct TurnText: Sendable, Hashable {
    /// The whole answer, or what there is of it.
    var text: String
    /// Under which id it is stored; nil when nothing is.
    var messageID: String?
    /// False when the store did not take it; it is tried again.
    var isStored = true
    /// True when a length limit cut it.
    var isTruncated = false
}

/// A turn known from the store only, with its text as far as it got.
struct StoredTurn: Sendable, Hashable {
    /// Which.
    var turn: TurnID
    /// The question's id; nil when only the answer is left.
    var userMessageID: String?
    /// How it ended; `partial` when it may be running elsewhere.
    var state: StoredMessage.State
    /// The answer.
    var text: String
    /// The answer's id.
    var messageID: String?
}

/// The first frame of an opened socket.
struct Welcoming: Sendable, Hashable {
    /// The person's stored name.
    var name: String
    /// Title of the conversation, if it has one yet.
    var title: String?
    /// Newest messages, oldest first.
    var history: [StoredMessage]
    /// True when the only message is the stored greeting of a first visit.
    var isFirstVisit: Bool
    /// A live turn of this conversation.
    var running: Running?
    /// What the client should know of the bounds.
    var limits: Limits

    /// A live turn and how far it is.
    struct Running: Sendable, Hashable {
        var turn: TurnID
        var lastSequence: Int
    }

    /// Bounds a client can act on.
    struct Limits: Sendable, Hashable {
        var messageCharacters: Int
        var turnsPerMinute: Int
        var sockets: Int
    }
}

/// A frame with its place in a turn and its time.
struct NumberedFrame: Sendable, Hashable {
    /// From 1, without gaps.
    var sequence: Int
    /// When it was made.
    var at: Date
    /// What it says.
    var frame: ServerFrame
}
