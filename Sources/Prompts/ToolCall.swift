public import Analyses

/// Something a model may look up while it answers. Read only; whose records it reads is never an argument.
public struct ToolSpec: Sendable, Hashable {
    /// How the model calls it.
    public var name: String
    /// What a person reads while it runs, for instance "Looking at your debts".
    public var title: String
    /// What it gives and when to use it; for the model.
    public var summary: String
    /// JSON schema of the arguments, an object.
    public var parameters: JSON

    /// A tool with every part given.
    public init(name: String, title: String, summary: String, parameters: JSON) {
        self.name = name
        self.title = title
        self.summary = summary
        self.parameters = parameters
    }
}

/// A model's wish to look something up.
public struct ToolCall: Sendable, Hashable {
    /// The model's id of the call.
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
}
