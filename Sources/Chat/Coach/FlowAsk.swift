import Flows

/// What a client asks of a guided conversation: `start_flow`, `answer`, and `flow` for everything beside an answer.
enum FlowAsk: Hashable, Sendable {
    /// Begins one, or goes on with it.
    case begin(FlowRun.Kind)
    /// A move in the one that runs here.
    case move(FlowMove)

    /// `{"flow": "onboarding"}`
    init(starting fields: WireFields) throws(ChatError) {
        let name = try fields.string("flow")
        guard let kind = FlowRun.Kind(rawValue: name) else {
            let all = FlowRun.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .field("flow", "is not one of \(all)")
        }
        self = .begin(kind)
    }

    /// `{"questionId": …, "value": …}`: a text, a number or a list of ids; no value skips the question.
    init(answering fields: WireFields) throws(ChatError) {
        let question = try Self.question(fields)
        switch fields.value("value") {
        case nil: self = .move(.skip(question))
        case .string(let text): self = .move(.answer(question, .text(text)))
        case .number(let digits):
            guard let number = Double(digits), number.isFinite else { throw .field("value", "is too large a number") }
            self = .move(.answer(question, .number(number)))
        case .array(let elements): self = .move(.answer(question, .list(try Self.texts(elements))))
        case .some(let other): throw .field("value", "must be a text, a number or a list of texts, not \(other.kind)")
        }
    }

    /// `{"op": "back" | "cancel" | "edit", "questionId": …}`
    init(moving fields: WireFields) throws(ChatError) {
        switch try fields.string("op") {
        case "back": self = .move(.back)
        case "cancel": self = .move(.cancel)
        case "edit": self = .move(.edit(try Self.question(fields)))
        default: throw .field("op", "is not one of back, cancel, edit")
        }
    }

    /// Longest id of a question; ours are shorter.
    private static let longestID = 256
    /// Most choices of one answer.
    private static let mostChoices = 64

    private static func question(_ fields: WireFields) throws(ChatError) -> String {
        let id = try fields.string("questionId")
        guard (1...longestID).contains(id.utf8.count) else { throw .field("questionId", "is not the id of a question") }
        return id
    }

    private static func texts(_ elements: [WireValue]) throws(ChatError) -> [String] {
        guard elements.count <= mostChoices else { throw .field("value", "has more than \(mostChoices) choices") }
        var texts: [String] = []
        for element in elements {
            guard case .string(let text) = element else { throw .field("value", "must hold texts only") }
            texts.append(text)
        }
        return texts
    }
}

extension ChatError {
    /// A move that could not be made, in the words of the guided conversation.
    init(_ fault: FlowFault) {
        switch fault {
        case .notAnAnswer: self.init(.badRequest, fault.sentence, field: "value")
        case .unknownQuestion: self.init(.notFound, fault.sentence, field: "questionId")
        case .notYet, .notSkippable, .nothingBefore, .expired, .ended: self.init(.conflict, fault.sentence)
        }
    }
}
