import FoundationEssentials
import Ports

/// Something a session wants done that has to wait for something outside. One at a time a session, in order; the sweep's
/// `recheck` and news from other instances stand apart.
enum Errand: Equatable, Sendable {
    /// Prove who it is, take a seat, load what to greet with.
    case admit(Credential)
    /// Prove a newer token.
    case renew(token: String)
    /// Ask whether this person may still come in.
    case recheck
    case submit(ClientFrame.Message)
    case resume(TurnID, after: Int)
    case regenerate(messageID: String)
    case inbox(InboxAsk)
    case flow(FlowAsk)
    case decide(ProposalAsk)
    case mood(Int)
    case feedback(FeedbackAsk)
    /// Tell a legacy socket of a turn that ended elsewhere.
    case tell(TurnID)
}

/// One instant on both clocks: the one that only goes forward, for waits, and the wall's, for expiry.
struct Moment: Sendable {
    /// Since the desk was made.
    var uptime: Duration
    /// The wall's.
    var date: Date
}
