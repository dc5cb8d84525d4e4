import Prompts

/// How much of one answer may go into looking things up. In the last round nothing more may be asked for, so that a model
/// that would ask for ever has to speak.
struct LookUps: Sendable {
    private let limits: LookUpLimits
    private var rounds = 0
    private var calls = 0
    private var spent = Duration.zero

    init(limits: LookUpLimits) { self.limits = limits }

    /// Whether the next round may ask.
    var isOpen: Bool { rounds < limits.rounds && calls < limits.calls && spent < limits.time }

    /// Takes what one round asked for: what may be looked up, and what may not.
    mutating func admit(_ asked: [ToolCall]) -> (admitted: [ToolCall], refused: [ToolCall]) {
        guard isOpen else { return ([], asked) }
        rounds += 1
        let admitted = asked.prefix(limits.calls - calls)
        calls += admitted.count
        return (Array(admitted), Array(asked.dropFirst(admitted.count)))
    }

    /// One look-up took so long.
    mutating func took(_ time: Duration) { spent += time }
}
