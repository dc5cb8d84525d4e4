import FoundationEssentials

/// A request as it arrived.
public struct FakeRequest: Sendable {
    /// Counts from 1 in order of arrival.
    public let id: Int
    /// For instance `POST`.
    public let method: String
    /// Path and query.
    public let uri: String
    /// As sent, in order.
    public let headers: [(name: String, value: String)]
    /// The bytes of the body.
    public let body: [UInt8]
    /// When its last byte was here.
    public let arrivedAt: ContinuousClock.Instant

    /// The body as the service reads it; nil when it is not what a chat request looks like.
    public var chat: FakeChat? { try? JSONDecoder().decode(FakeChat.self, from: Data(body)) }

    /// The first header of this name, whatever its case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// The parts of a chat request that tests look at.
public struct FakeChat: Sendable, Decodable {
    /// One message.
    public struct Message: Sendable, Decodable, Hashable {
        /// system, user or assistant.
        public let role: String
        /// Its text.
        public let content: String
        /// The files beside it.
        public let files: [FakeFile]

        private enum Key: CodingKey { case role, content }

        /// Reads text or parts.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            role = try fields.decode(String.self, forKey: .role)
            let content = try fields.decode(FakeContent.self, forKey: .content)
            (self.content, files) = (content.text, content.files)
        }
    }

    /// How the shape of the answer is asked for.
    public struct Format: Sendable, Decodable, Hashable {
        /// `json_schema` or `json_object`.
        public let type: String
    }

    /// The model asked for.
    public let model: String
    /// The prompt.
    public let messages: [Message]
    /// Whether a stream is wanted.
    public let stream: Bool?
    /// The shape the answer shall have.
    public let response_format: Format?
    /// What the model may look up.
    public let tools: [Tool]?

    /// One look-up, as offered.
    public struct Tool: Sendable, Decodable, Hashable {
        /// What it is called.
        public struct Function: Sendable, Decodable, Hashable {
            /// Its name.
            public let name: String
        }

        /// What is offered.
        public let function: Function
    }

    /// Names of the look-ups that are offered.
    public var toolNames: [String] { (tools ?? []).map(\.function.name) }

    /// The newest message of the person.
    public var lastUserMessage: String { messages.last { $0.role == "user" }?.content ?? "" }

    /// The first line of the prompt that starts with these words, without its bullet.
    public func line(startingWith label: String) -> String? {
        for message in messages {
            for line in message.content.split(whereSeparator: \.isNewline) {
                let plain = line.drop { !$0.isLetter && !$0.isNumber }
                if plain.lowercased().hasPrefix(label.lowercased()) { return String(plain) }
            }
        }
        return nil
    }
}

/// What happened to one request so far.
public struct FakeExchange: Sendable, Hashable {
    /// The text of all tokens the kernel took, in order.
    public var text = ""
    /// Bytes the kernel took, head included.
    public var bytesSent = 0
    /// The whole script was played.
    public var isFinished = false
    /// When the client closed the connection that carried it.
    public var closedAt: ContinuousClock.Instant?
}

/// Sums over all requests.
public struct FakeStats: Sendable, Hashable {
    /// Chat requests that arrived.
    public var requests = 0
    /// Those answered to the end of their script.
    public var finished = 0
    /// Those whose client closed before that.
    public var closedEarly = 0
    /// The most that ran at one time.
    public var mostAtOnce = 0
    /// Running now.
    public var running = 0
    /// Connections accepted.
    public var connections = 0
}
