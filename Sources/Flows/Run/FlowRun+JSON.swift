public import Analyses
import Finance

extension FlowRun {
    /// The current question as a card of kind `question` holds it; nil once the run has ended.
    public var questionJSON: JSON? {
        guard let current, let progress else { return nil }
        let answer = answer(to: current.id)
        return .object(
            [
                .init("flow", .string(kind.rawValue)), .init("flowId", .string(id)),
                .init("progress", ["step": .count(orNull: progress.step), "of": .count(orNull: progress.of)]),
                .init("canGoBack", .bool(progress.step > 1)),
                .init("answer", answer.map { current.json(of: $0) } ?? .null),
            ] + current.members)
    }

    /// The current question for display; nil once the run has ended.
    public var card: Card? {
        questionJSON.map { Card(kind: .question, title: current?.question ?? "", data: $0) }
    }

    /// Amounts that were said and differ from what the records say, in the order of the questions.
    public var discrepancies: [Discrepancy] { steps.compactMap(discrepancy) }

    func discrepancy(_ step: FlowStep) -> Discrepancy? {
        guard let said = answer(to: step.id)?.money, let recorded = step.proposal?.value.money else { return nil }
        return Discrepancy(of: step.id, said: said, recorded: recorded)
    }
}

extension FlowStep {
    var members: [JSON.Member] {
        [
            .init("id", .string(id)), .init("kind", .string(kind.rawValue)), .init("question", .string(question)),
            .init("options", .array(options.map { ["id": .string($0.id), "words": .string($0.words)] })),
            .init("expects", expects), .init("canSkip", .bool(isSkippable)),
            .init("proposal", proposal.map { json(of: $0.value) } ?? .null),
            .init("proposalWords", .string(orNull: proposal?.words)), .init("item", item?.json ?? .null),
            .init("figures", .array(figures.map(\.json))),
        ]
    }

    private var expects: JSON {
        switch accepted {
        case .money(let least, let most, let span):
            ["type": "money", "least": .money(least), "most": .money(most), "span": .string(span.rawValue)]
        case .text(let most): ["type": "text", "most": .count(orNull: most)]
        case .choices(let least, let most, let ownWords):
            [
                "type": "choices", "least": .count(orNull: least), "most": .count(orNull: most),
                "ownWords": .count(orNull: ownWords),
            ]
        }
    }

    /// An answer as a client would send it: pounds, words, one id, or ids.
    func json(of value: FlowValue) -> JSON {
        switch value {
        case .money(let money): .money(money)
        case .text(let text): .string(text)
        case .choices(let ids): kind == .radio ? .string(orNull: ids.first) : .array(ids.map { .string($0) })
        }
    }

    /// An answer in words.
    public func words(of value: FlowValue) -> String {
        switch value {
        case .money(let money): money.description
        case .text(let text): text
        case .choices(let ids):
            ids.isEmpty
                ? "none of them"
                : ids.map { id in options.first { $0.id == id }?.words ?? id }
                    .joined(separator: "; ")
        }
    }
}
