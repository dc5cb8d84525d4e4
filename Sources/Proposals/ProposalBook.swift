import Analyses
public import Drafts
import Finance
public import FoundationEssentials
public import Ports

/// A person's open offers to write something in the main app, the settled ones of late, and questions asked back.
public struct ProposalBook: Sendable, Hashable, Codable {
    /// Offers kept, settled ones included.
    static let most = 20
    /// Questions that wait, one a conversation.
    static let mostQuestions = 4
    /// How long a question waits for its answer.
    static let patience: TimeInterval = 30 * 60

    /// An offer with what proves that it is ours.
    struct Entry: Sendable, Hashable, Codable {
        var proposal: Proposal
        /// Over what would be sent; checked again before anything is.
        var signature: String
        /// When the draft that is due was sent; nil before.
        var sentAt: Date?

        /// How long a call may be under way before nobody can be making it any more.
        static let longestCall: TimeInterval = 30

        /// Whether whoever sent it must be gone.
        func isLeft(at now: Date) -> Bool {
            guard proposal.state == .confirming, let sentAt else { return false }
            return now > sentAt.addingTimeInterval(Self.longestCall)
        }
    }

    /// A question asked back.
    struct Waiting: Sendable, Hashable, Codable {
        var id: String
        var conversation: String
        var question: Question
        var askedAt: Date
    }

    private(set) var entries: [Entry] = []
    private(set) var waiting: [Waiting] = []

    /// Nothing offered yet.
    public init() {}

    /// An offer by its id.
    func entry(_ id: String) -> Entry? { entries.first { $0.proposal.id == id } }

    /// The newest offer of a conversation that waits for a yes.
    public func open(in conversation: ConversationID, at now: Date) -> Proposal? {
        entries.last {
            $0.proposal.conversation == conversation.text && $0.proposal.state == .open && now < $0.proposal.expiresAt
        }?.proposal
    }

    /// What was saved last in a conversation, all or in part.
    func last(in conversation: ConversationID) -> Proposal? {
        entries.last { $0.proposal.conversation == conversation.text && $0.proposal.done > 0 }?.proposal
    }

    /// Every offer that is kept, oldest first.
    public var offers: [Proposal] { entries.map(\.proposal) }

    /// The question that waits in a conversation.
    func question(in conversation: ConversationID, at now: Date) -> Waiting? {
        waiting.last { $0.conversation == conversation.text && now < $0.askedAt.addingTimeInterval(Self.patience) }
    }

    /// Whether a question of this id waits there.
    public func asks(_ id: String, in conversation: ConversationID, at now: Date) -> Bool {
        question(in: conversation, at: now)?.id == id
    }

    /// Whether anything waits there for a word of the person.
    public func waits(in conversation: ConversationID, at now: Date) -> Bool {
        open(in: conversation, at: now) != nil || question(in: conversation, at: now) != nil
    }

    mutating func add(_ proposal: Proposal, signature: String) {
        waiting.removeAll { $0.conversation == proposal.conversation }
        entries.append(Entry(proposal: proposal, signature: signature))
        // What is being saved is never dropped.
        while entries.count > Self.most, let place = entries.firstIndex(where: { $0.proposal.state != .confirming }) {
            entries.remove(at: place)
        }
    }

    mutating func ask(_ question: Question, id: String, in conversation: String, at now: Date) {
        waiting.removeAll { $0.conversation == conversation }
        waiting.append(Waiting(id: id, conversation: conversation, question: question, askedAt: now))
        waiting = waiting.suffix(Self.mostQuestions)
    }

    mutating func dropQuestion(in conversation: String) { waiting.removeAll { $0.conversation == conversation } }

    /// Changes an offer; nil where there is none of that id.
    mutating func change<Answer>(_ id: String, _ change: (inout Entry) throws(ProposalError) -> Answer)
        throws(ProposalError) -> Answer
    {
        guard let place = entries.firstIndex(where: { $0.proposal.id == id }) else { throw .notFound }
        return try change(&entries[place])
    }
}
