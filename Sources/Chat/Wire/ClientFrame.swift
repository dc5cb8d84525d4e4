import Analyses

/// One thing a client asks for, read and checked. What cannot be read becomes a `ChatError` that names the field; the
/// socket lives on.
enum ClientFrame: Equatable, Sendable {
    /// A question. The id is the client's own and makes sending it twice harmless; legacy clients may leave it out.
    case send(Message)
    /// Ends a running turn; nil means whatever runs in this conversation.
    case stop(TurnID?)
    /// Asks for the frames of a turn after a number.
    case resume(TurnID, after: Int)
    /// Asks the question behind a message once more.
    case regenerate(messageID: String)
    /// Asks for messages of our own accord or insights, or says what is done about one.
    case inbox(InboxAsk)
    /// Begins a guided conversation or moves in it.
    case flow(FlowAsk)
    /// Says yes or no to an offer.
    case decide(ProposalAsk)
    /// What the person thought of an answer.
    case feedback(FeedbackAsk)
    /// How the person feels, 0…5.
    case mood(Int)
    /// Brings a token.
    case authenticate(token: String)
    case ping
    /// Nothing was said; legacy clients send that and expect silence.
    case silence

    /// A question and its client id.
    struct Message: Equatable, Sendable {
        /// What the person wrote, trimmed.
        var text: String
        /// The client's id.
        var clientID: String?
    }

    /// Reads a text frame of a dialect.
    init(_ text: String, dialect: Dialect, limits: FrameLimits) throws(ChatError) {
        switch dialect {
        case .legacy: self = try Self.legacy(text, limits)
        case .v2: self = try Self.current(text, limits)
        }
    }
}

extension ClientFrame {
    /// Contract 5.2: an object with a string `message`, or any text that is not JSON, taken as it stands.
    private static func legacy(_ text: String, _ limits: FrameLimits) throws(ChatError) -> ClientFrame {
        let value: WireValue
        do {
            value = try WireReader.read(trimmed(text), maximumDepth: limits.depth)
        } catch .notJSON {
            return try said(text, nil, limits)
        } catch {
            throw tooDeep(limits)
        }
        guard case .object(let members) = value else {
            throw ChatError(.badRequest, "Expected text or an object with a \"message\", found \(value.kind).")
        }
        let fields = WireFields(members)
        if members["message"] == nil, members["type"] != nil {
            let type = try fields.string("type")
            guard type == "stop" else { throw ChatError(.unsupported, field: "type") }
            return .stop(nil)
        }
        return try said(fields.string("message"), fields.clientID(limits, required: false), limits)
    }

    private static func current(_ text: String, _ limits: FrameLimits) throws(ChatError) -> ClientFrame {
        let value: WireValue
        do {
            value = try WireReader.read(text, maximumDepth: limits.depth)
        } catch .notJSON {
            throw ChatError(.badRequest, "The frame is not JSON.")
        } catch {
            throw tooDeep(limits)
        }
        guard case .object(let members) = value else {
            throw ChatError(.badRequest, "Expected an object, found \(value.kind).")
        }
        let fields = WireFields(members)
        try fields.checkVersion()
        return try typed(fields, limits)
    }

    private static func typed(_ fields: WireFields, _ limits: FrameLimits) throws(ChatError) -> ClientFrame {
        switch try fields.string("type") {
        case "send":
            // The id comes first, so that every later refusal can name the message it refuses.
            let clientID = try fields.clientID(limits, required: true)
            do throws(ChatError) {
                let frame = try said(fields.string("message"), clientID, limits)
                guard frame != .silence else { throw ChatError(.empty, field: "message") }
                return frame
            } catch {
                throw error.about(clientID)
            }
        case "stop": return .stop(try fields.isGiven("turnId") ? fields.turnID() : nil)
        case "resume": return .resume(try fields.turnID(), after: try fields.count("afterSeq"))
        case "regenerate": return .regenerate(messageID: try fields.messageID())
        case "auth": return .authenticate(token: try fields.token(limits))
        case "ping": return .ping
        case "nudges": return .inbox(try InboxAsk(.nudges, fields))
        case "insights": return .inbox(try InboxAsk(.insights, fields))
        case "start_flow": return .flow(try FlowAsk(starting: fields))
        case "answer": return .flow(try FlowAsk(answering: fields))
        case "flow": return .flow(try FlowAsk(moving: fields))
        case "confirm": return .decide(try ProposalAsk(isYes: true, fields))
        case "reject": return .decide(try ProposalAsk(isYes: false, fields))
        case "set_mood":
            let mood = try fields.count("mood")
            guard MoodLog.scale.contains(mood) else { throw .field("mood", "must be a whole number from 0 to 5") }
            return .mood(mood)
        case "feedback": return .feedback(try FeedbackAsk(fields))
        default: throw ChatError(.unsupported, "This server does not know that type of frame.", field: "type")
        }
    }

    private static func said(_ text: String, _ clientID: String?, _ limits: FrameLimits) throws(ChatError)
        -> ClientFrame
    {
        let text = trimmed(text)
        guard !text.isEmpty else { return .silence }
        guard text.unicodeScalars.count <= limits.messageCharacters else {
            var error = ChatError(
                .tooLong, "That message is too long; at most \(limits.messageCharacters) characters fit.",
                field: "message")
            error.maximum = limits.messageCharacters
            throw error
        }
        return .send(Message(text: text, clientID: clientID))
    }

    private static func tooDeep(_ limits: FrameLimits) -> ChatError {
        ChatError(.badRequest, "The frame is nested deeper than \(limits.depth) levels.")
    }

    /// Without white space and byte-order marks at the ends, and without NUL, which stores disagree about.
    private static func trimmed(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{feff}" }
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, isBlank(first) || first == "\0" { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) || last == "\0" { scalars.removeLast() }
        guard scalars.contains("\0") else { return String(scalars) }
        return String(String.UnicodeScalarView(scalars.filter { $0 != "\0" }))
    }
}
