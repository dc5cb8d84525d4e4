internal import Chat
internal import FoundationEssentials
internal import Ports
internal import Telegram

/// One message of a person on its way through a conversation: a session like that of any socket, which says its message
/// once it is let in and ends with the answer.
struct TelegramTalk: Sendable {
    /// What came of it.
    enum Ending: Sendable, Equatable {
        case answer(String)
        /// Why there is none, in words for the person.
        case refused(String)
    }

    let chat: ChatID
    let caller: Caller
    let text: String
    /// The same for a repeated update, so that it is the same question.
    let clientMessageID: String
    /// Says once whether the question is stored, or will never be.
    let acknowledgement: AsyncStream<Bool>.Continuation

    /// Asks and gives the ending; nil when the conversation went away without one.
    func run(at desk: Desk, ticket: String) async -> Ending? {
        let (frames, feed) = AsyncStream.makeStream(of: String.self)
        let outlet = Outlet(send: { feed.yield($0) }, close: { _, _ in feed.finish() }, backlog: { 0 })
        let session = desk.open(Arrival(dialect: .v2, credential: .ticket(ticket), conversation: nil), outlet: outlet)
        defer {
            session.closed()
            acknowledgement.finish()
        }
        var isAsked = false
        for await frame in frames {
            guard let frame = Frame(frame) else { continue }
            switch frame.type {
            case "welcome" where !isAsked:
                isAsked = true
                session.received(question)
            case "turn_started": acknowledgement.yield(true)
            default: break
            }
            guard let ending = frame.ending else { continue }
            // Told no is an answer too: Telegram need not send it again.
            if !frame.isRetryable { acknowledgement.yield(true) }
            return ending
        }
        return nil
    }

    private var question: String {
        let fields = ["type": "send", "clientMsgId": clientMessageID, "message": text]
        return (try? JSONEncoder().encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// A frame as far as it matters here.
    private struct Frame: Decodable {
        struct Payload: Decodable {
            var text: String?
            var message: String?
            var code: String?
            var state: String?
            var retryable: Bool?
        }

        var type: String
        var data: Payload?

        init?(_ text: String) {
            guard let frame = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
            self = frame
        }

        var isRetryable: Bool { type == "error" && data?.retryable == true }

        var ending: Ending? {
            switch type {
            case "turn_completed", "turn_stopped": .answer(data?.text ?? "")
            case "error" where data?.code == "resume_unavailable": storedEnding
            case "turn_failed", "error", "auth_required": .refused(data?.message ?? TelegramWords.failed)
            default: nil
            }
        }

        /// An update that came again when its turn was over: what is stored is said once more. Telegram may not have
        /// shown it, and twice is better than never.
        private var storedEnding: Ending {
            guard let text = data?.text, !text.isEmpty, data?.state != "failed" else {
                return .refused(TelegramWords.failed)
            }
            return .answer(text)
        }
    }
}
