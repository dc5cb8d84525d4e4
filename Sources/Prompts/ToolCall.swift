public import Analyses

/// Something a model may look up while it answers. Read only; whose records it reads is never an argument.
public struct ToolSpec: Sendable, Hashable {
    /// How the model calls it.
    public let name: String
    /// What a person reads while it runs, for instance "Looking at your debts".
    public let title: String
    /// What it gives and when to use it; for the model.
    public let summary: String
    /// JSON schema of the arguments, an object.
    public let parameters: JSON
    /// Name, summary and parameters as one JSON object. A tool is the same in every request, so it is written once.
    public let definition: String

    /// A tool with every part given.
    public init(name: String, title: String, summary: String, parameters: JSON) {
        self.name = name
        self.title = title
        self.summary = summary
        self.parameters = parameters
        let members: JSON = ["name": .string(name), "description": .string(summary), "parameters": parameters]
        definition = members.text
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
