import Inbox
import NIOConcurrencyHelpers
import Ports

/// One living socket. It has no task and no buffer: events come in on whatever thread has them, the state says what to
/// do, and what has to wait is handed to the desk. Nothing is sent while its lock is held.
public final class Session: Sendable {
    /// Unlike any other session's of this desk.
    let key: Int
    /// The frames it speaks.
    let dialect: Dialect
    /// The `conversation_id` it asked for.
    let asked: String?
    /// Where its frames go.
    let outlet: Outlet
    private let desk: Desk
    private let state: NIOLockedValueBox<SessionState>
    /// The token it came with, for calls on the person's behalf; in memory only, and never in a log.
    private let token = NIOLockedValueBox<String?>(nil)
    private let told = NIOLockedValueBox<Inbox.Unread?>(nil)

    init(key: Int, arrival: Arrival, outlet: Outlet, desk: Desk) {
        self.key = key
        dialect = arrival.dialect
        asked = arrival.conversation
        self.outlet = outlet
        self.desk = desk
        state = NIOLockedValueBox(SessionState(dialect: arrival.dialect, limits: desk.sessionLimits))
    }

    /// A text frame has come in. Returns at once.
    public func received(_ text: String) {
        do {
            handle(.frame(try ClientFrame(text, dialect: dialect, limits: desk.settings.frames)))
        } catch {
            handle(.fault(error))
        }
    }

    /// A binary frame has come in; this protocol has none.
    public func receivedBinary(_ byteCount: Int) {
        handle(.fault(ChatError(.badRequest, "Binary frames are not understood; please send text.")))
    }

    /// The socket is gone. Its turns go on.
    public func closed() {
        handle(.closed)
        desk.left(self)
    }
}

// For the desk and its turns.
extension Session {
    /// Takes an event and does what the state says.
    func handle(_ event: SessionState.Event) { handle(event, at: desk.moment) }

    /// The same, when many are told of one instant.
    func handle(_ event: SessionState.Event, at now: Moment) {
        for action in state.withLockedValue({ $0.event(event, at: now) }) { perform(action) }
    }

    /// A turn has begun in its conversation.
    func watch(_ turn: Turn) { handle(.turnBegan(turn)) }

    /// Whether it is still there.
    var isOpen: Bool { state.withLockedValue { $0.phase != .closed } }
    /// Who it is, once known.
    var caller: Caller? { state.withLockedValue { $0.caller } }
    /// Which conversation it shows, once known.
    var conversation: ConversationID? { state.withLockedValue { $0.conversation } }
    /// Turns that began before its greeting was out.
    var begun: [TurnID] { state.withLockedValue { $0.begun.map(\.subject.id) } }

    /// The token it showed last; nil for who came by a ticket.
    var bearer: String? { token.withLockedValue { $0 } }

    /// Notes the token of a proven credential.
    func proved(_ credential: Credential) {
        if case .bearer(let shown) = credential { token.withLockedValue { $0 = shown } }
    }

    /// Notes what is new; false when this socket knows it. Nothing new need not be said to begin with.
    func tells(_ unread: Inbox.Unread) -> Bool {
        told.withLockedValue { told in
            let isNews = unread != (told ?? Inbox.Unread(nudges: 0, insights: 0))
            told = unread
            return isNews
        }
    }

    /// Sends a frame that belongs to no turn's numbering.
    func send(_ frame: ServerFrame, in conversation: ConversationID? = nil) {
        switch dialect {
        case .legacy: for text in LegacyWire.texts(frame) { outlet.send(text) }
        case .v2:
            outlet.send(V2Wire.text(frame, conversation: conversation ?? self.conversation, at: desk.moment.date))
        }
    }

    /// Sends a frame of a turn.
    func send(_ frame: NumberedFrame, of subject: TurnSubject) {
        switch dialect {
        case .legacy: for text in LegacyWire.texts(frame.frame) { outlet.send(text) }
        case .v2: outlet.send(V2Wire.text(frame, turn: subject.id, conversation: subject.conversation))
        }
    }

    private func perform(_ action: SessionState.Action) {
        switch action {
        case .send(let frame): send(frame)
        case .close(let code):
            outlet.close(code.rawValue, code.reason)
            desk.left(self)
        case .run(let errand): desk.take(errand, for: self)
        case .stop(let turn): desk.stop(turn, for: self)
        case .follow(let turn): _ = turn.follow(self)
        }
    }
}
