public import FoundationEssentials

/// One guided conversation: its questions, the answers so far, and where it stands. All of it is in the value, so a lost
/// connection or another instance changes nothing; store it after each move.
///
/// ```swift
/// var run = FlowRun.onboarding(id: "f1", of: snapshot, at: now)
/// try run.apply(.answer("savings_killer", .text("impulse")), at: now)   // .moved
/// try run.apply(.back, at: now)                                         // the first question again, its answer kept
/// if let profile = Profile(of: run, in: snapshot) { … }                 // nil until the run is done
/// ```
/// ```
///  running ── the last question answered or skipped ─▶ done       a result, once
///     │ └──── cancel ─▶ cancelled                                  no result, answers kept in the value
///     └────── nothing for seven days ─▶ expired                    worked out from the clock, never stored
/// ```
public struct FlowRun: Sendable, Hashable, Codable {
    /// What it is for; raw values are the wire spelling.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Getting to know a person, looking at a plan.
        case onboarding
        case checkIn = "checkin"
    }

    /// Where it stands; raw values are the wire spelling.
    public enum State: String, Sendable, Hashable, Codable {
        case running, done, cancelled, expired
    }

    /// What became of a question.
    public enum Entry: Sendable, Hashable, Codable {
        /// A checked answer, or left without one.
        case value(FlowValue)
        case skipped
    }

    /// Days after the last activity from which on it is over.
    public static let daysToLive = 7

    /// Given by whoever started it.
    public let id: String
    /// What it is for.
    public let kind: Kind
    /// What is said before the first question, sentence by sentence.
    public let intro: [String]
    /// The questions in order, at most `FlowLimits.steps`, each id once.
    public let steps: [FlowStep]
    /// When it began.
    public let startedAt: Date
    /// The last move, a wrong one included.
    public internal(set) var touchedAt: Date
    /// When the last question was answered; nil until then.
    public internal(set) var finishedAt: Date?
    /// When it was cancelled; nil otherwise.
    public internal(set) var cancelledAt: Date?
    var entries: [String: Entry] = [:]
    /// The earlier question a person went back to.
    var editing: String?

    /// A run that nobody has answered yet.
    public init(_ kind: Kind, id: String, intro: [String] = [], steps: [FlowStep], at now: Date) {
        var seen: Set<String> = []
        self.id = id
        self.kind = kind
        self.intro = intro
        self.steps = Array(steps.filter { seen.insert($0.id).inserted }.prefix(FlowLimits.steps))
        startedAt = now
        touchedAt = now
    }

    /// Where it stands at a moment.
    public func state(at now: Date) -> State {
        if finishedAt != nil { return .done }
        if cancelledAt != nil { return .cancelled }
        return now < expiresAt ? .running : .expired
    }

    /// From when on it is over unless something happens.
    public var expiresAt: Date { touchedAt.addingTimeInterval(86_400 * Double(Self.daysToLive)) }

    /// The question to ask now: the one a person went back to, else the first without an answer; nil once it has ended.
    public var current: FlowStep? {
        guard finishedAt == nil, cancelledAt == nil else { return nil }
        return steps.first { $0.id == editing } ?? steps.first { entries[$0.id] == nil }
    }

    /// What was answered to a question; nil when it was not, or was skipped.
    public func answer(to id: String) -> FlowValue? {
        if case .value(let value) = entries[id] { return value }
        return nil
    }

    /// Whether a question was left without an answer.
    public func wasSkipped(_ id: String) -> Bool { entries[id] == .skipped }

    /// The current question's number from 1, and how many there are; nil once it has ended.
    public var progress: (step: Int, of: Int)? {
        guard let current, let place = place(of: current.id) else { return nil }
        return (place + 1, steps.count)
    }

    func place(of id: String) -> Int? { steps.firstIndex { $0.id == id } }
}
