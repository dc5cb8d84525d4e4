public import Analyses
import Finance
public import FoundationEssentials

/// What a client is told about a guided conversation: `flow_started`, then `flow_step` for each move, then `flow_done`.
public struct FlowEvent: Sendable, Hashable {
    /// The frame's type.
    public let type: String
    /// The frame's data object.
    public let data: JSON

    /// A run that has just begun, or that is picked up again.
    public static func started(_ run: FlowRun) -> FlowEvent {
        FlowEvent(
            "flow_started", run,
            [
                .init("intro", .array(run.intro.map { .string($0) })),
                .init("steps", .count(orNull: run.steps.count)),
                .init("startedAt", .string(run.startedAt.rfc3339)),
                .init("expiresAt", .string(run.expiresAt.rfc3339)),
                .init("question", run.questionJSON ?? .null),
            ])
    }

    /// The question to ask now, with a remark on the answer before it when its two numbers differ, and after what is saved
    /// was said with the pace that follows from it.
    public static func step(_ run: FlowRun, answered id: String? = nil, pace: SavingsPace? = nil) -> FlowEvent {
        let remark = run.steps.first { $0.id == id }.flatMap(run.discrepancy)
        return FlowEvent(
            "flow_step", run,
            [
                .init("expiresAt", .string(run.expiresAt.rfc3339)), .init("remark", remark?.json ?? .null),
                .init("pace", pace?.json ?? .null),
                .init("reflection", .array((pace?.reflection ?? []).map { .string($0) })),
                .init("question", run.questionJSON ?? .null),
            ])
    }

    /// The end: `done` with the result, else `cancelled` or `expired` without one.
    public static func done(_ run: FlowRun, at now: Date, result: JSON?) -> FlowEvent {
        let state = run.state(at: now)
        return FlowEvent(
            "flow_done", run,
            [
                .init("outcome", .string(state.rawValue)),
                .init("answered", .count(orNull: run.steps.count { run.answer(to: $0.id) != nil })),
                .init("result", state == .done ? result ?? .null : .null),
            ])
    }

    private init(_ type: String, _ run: FlowRun, _ members: [JSON.Member]) {
        self.type = type
        data = .object(
            [.init("flow", .string(run.kind.rawValue)), .init("flowId", .string(run.id))] + members)
    }
}
