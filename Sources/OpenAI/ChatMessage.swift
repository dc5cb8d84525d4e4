/// One message of the prompt, as the protocol spells it.
public struct ChatMessage: Sendable, Hashable, Encodable {
    /// `system`, `user`, `assistant` or `tool`.
    public var role: String
    /// Its text; empty beside calls.
    public var content: String
    /// What an assistant's message asked for.
    public var toolCalls: [ChatToolCall]
    /// Which call a tool's message answers.
    public var toolCallID: String?

    /// A message of a role.
    public init(role: String, content: String, toolCalls: [ChatToolCall] = [], toolCallID: String? = nil) {
        self.role = role
        self.content = content
        self.toolCalls = toolCalls
        self.toolCallID = toolCallID
    }

    private enum CodingKeys: String, CodingKey {
        case role, content
        case toolCalls = "tool_calls"
        case toolCallID = "tool_call_id"
    }

    /// Absent parts are left out: older servers know neither.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(role, forKey: .role)
        try fields.encode(content, forKey: .content)
        if !toolCalls.isEmpty { try fields.encode(toolCalls, forKey: .toolCalls) }
        try fields.encodeIfPresent(toolCallID, forKey: .toolCallID)
    }
}

/// A look-up the model asks for.
public struct ChatToolCall: Sendable, Hashable, Encodable {
    /// The provider's id of the call.
    public var id: String
    /// Which tool.
    public var name: String
    /// JSON text as the model wrote it; nobody has checked it.
    public var arguments: String

    /// A call with every part given.
    public init(id: String, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }

    private enum CodingKeys: String, CodingKey { case id, type, function }
    private enum FunctionKeys: String, CodingKey { case name, arguments }

    /// In the nesting of the protocol.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode("function", forKey: .type)
        var function = fields.nestedContainer(keyedBy: FunctionKeys.self, forKey: .function)
        try function.encode(name, forKey: .name)
        try function.encode(arguments, forKey: .arguments)
    }
}
