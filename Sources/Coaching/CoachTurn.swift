public import Analyses
public import Finance
public import Flows

/// What came of one move of a guided conversation.
public struct CoachTurn: Sendable, Hashable {
    /// How it stands now.
    public let run: FlowRun
    /// For clients that know the frames.
    public let events: [FlowEvent]
    /// For those that only know text.
    public let words: String
    /// How often to remind from now on, where that was decided; `.some(nil)` is never.
    public var cadence: CheckInPlan.Cadence??
    /// The day of a check-in that is done.
    public var checkedInOn: Day?

    init(_ run: FlowRun, _ events: [FlowEvent], _ words: String?) {
        self.run = run
        self.events = events
        self.words = words ?? ""
    }
}
