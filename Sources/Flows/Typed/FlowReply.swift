public import Analyses
import Finance

/// A guided conversation for clients that only know text: each question in words, each reply read as a move.
///
/// ```swift
/// let move = FlowReply.move(for: "about 1200", in: run)     // .answer("starting_savings", .text("about 1200"))
/// let words = FlowReply.words(for: run)                     // "Step 2 of 7. …"
/// ```
public enum FlowReply {
    /// The move a reply means. `skip`, `back`, `cancel` and `stop` are moves; `yes` and the like take what is proposed;
    /// all else answers the current question, and is checked when the move is made.
    public static func move(for text: String, in run: FlowRun) -> FlowMove {
        let words = text.plainWords
        switch words {
        case "skip", "pass", "next": return .skip(nil)
        case "back", "go back", "previous": return .back
        case "cancel", "stop", "quit", "exit": return .cancel
        default: break
        }
        guard let step = run.current else { return .cancel }
        guard yes.contains(words), let proposal = step.proposal else { return .answer(step.id, .text(text)) }
        return .answer(step.id, proposal.value.input)
    }

    /// The current question in words, the introduction before the first one; nil once the run has ended. Named the
    /// question that was just `answered`, it begins with a remark on that answer, and with the pace that follows from it.
    public static func words(
        for run: FlowRun, answered id: String? = nil, pace: SavingsPace? = nil
    ) -> String? {
        guard let step = run.current, let progress = run.progress else { return nil }
        let isFresh = progress.step == 1 && run.answer(to: step.id) == nil
        let known = run.answer(to: step.id).map { ["Your answer so far: \(step.words(of: $0))."] } ?? []
        let head = "Step \(progress.step) of \(progress.of). \(step.question)"
        let remark = run.steps.first { $0.id == id }.flatMap(run.discrepancy).map { [$0.words] } ?? []
        let said = remark + (pace?.reflection ?? []) + (isFresh ? run.intro : [])
        let lines = said + [head] + known + step.lines(canGoBack: progress.step > 1)
        return lines.joined(separator: "\n")
    }

    /// What is said in place of the next question when a move was refused: why, then what may be typed.
    public static func words(for fault: FlowFault, in run: FlowRun) -> String {
        guard let step = run.current, fault != .expired, fault != .ended else { return fault.sentence }
        return "\(fault.sentence)\n\(step.ways(canGoBack: (run.progress?.step ?? 1) > 1))"
    }

    private static let yes: Set = [
        "correct", "fine", "keep", "keep it", "keep that", "ok", "okay", "right", "same", "sure", "that is right",
        "that s right", "y", "yeah", "yep", "yes", "yes keep it", "yes that is right",
    ]
}

extension FlowStep {
    fileprivate func lines(canGoBack: Bool) -> [String] {
        let numbered = options.enumerated().map { "\($0 + 1). \($1.words)" }
        return (proposal.map { [$0.words] } ?? []) + numbered + [ways(canGoBack: canGoBack)]
    }

    /// What may be typed.
    fileprivate func ways(canGoBack: Bool) -> String {
        var ways: [String] = []
        if proposal != nil { ways.append("yes to keep what is shown") }
        switch accepted {
        case .money: ways.append("an amount in pounds")
        case .text: ways.append(proposal == nil ? "your answer" : "your own words")
        case .choices(_, let most, let ownWords):
            ways.append(most == 1 ? "a number" : "numbers, for instance 1, 3")
            if ownWords != nil { ways.append("your own words") }
        }
        if isSkippable { ways.append("skip") }
        if canGoBack { ways.append("back") }
        return "Reply with \(ways.joined(separator: ", ")) or cancel."
    }
}

extension FlowValue {
    /// The value as it would be sent.
    var input: FlowInput {
        switch self {
        case .money(let money): .text(money.description)
        case .text(let text): .text(text)
        case .choices(let ids): .list(ids)
        }
    }
}
