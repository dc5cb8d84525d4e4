public import Analyses

/// How a person wants to be written to. It changes words only: never what is computed, what is said about risk, or where
/// help is named. `instructions` goes into a prompt below its fixed rules.
public struct Preferences: Sendable, Hashable, Codable {
    /// The manner; raw values are stored and the wire spelling.
    public enum Tone: String, Sendable, Hashable, Codable, CaseIterable {
        case neutral, warm, direct
    }

    /// How long answers are.
    public enum Length: String, Sendable, Hashable, Codable, CaseIterable {
        case short, medium, long
    }

    /// How simple the language is.
    public enum PlainEnglish: String, Sendable, Hashable, Codable, CaseIterable {
        case plain, plainest
    }

    /// Which way of putting things comes first. No advice follows from it.
    public enum RiskTolerance: String, Sendable, Hashable, Codable, CaseIterable {
        case cautious, balanced, adventurous
    }

    /// A wish as onboarding offers it.
    enum Wish: String, CaseIterable {
        case short, long, warm, direct, plainest
        case noJargon = "no_jargon"
        case cautious

        var words: String {
            switch self {
            case .short: "Short answers"
            case .long: "Answers with the working shown"
            case .warm: "A warm tone"
            case .direct: "Straight to the point"
            case .plainest: "The simplest words"
            case .noJargon: "No technical terms"
            case .cautious: "The careful way named first"
            }
        }
    }

    /// The manner.
    public var tone = Tone.neutral
    /// How long answers are.
    public var answerLength = Length.medium
    /// How simple the language is.
    public var plainEnglish = PlainEnglish.plain
    /// Whether technical terms are left out.
    public var noJargon = false
    /// Which way of putting things comes first.
    public var riskTolerance = RiskTolerance.balanced

    /// Nothing wished for yet.
    public init() {}

    /// Wishes ticked in onboarding; two that contradict each other leave the middle.
    init(wishes ids: [String]) {
        let wishes = Set(ids.compactMap(Wish.init))
        func one<Value>(_ first: Wish, _ a: Value, _ second: Wish, _ b: Value, else middle: Value) -> Value {
            wishes.contains(first) == wishes.contains(second) ? middle : wishes.contains(first) ? a : b
        }
        tone = one(.warm, .warm, .direct, .direct, else: .neutral)
        answerLength = one(.short, .short, .long, .long, else: .medium)
        plainEnglish = wishes.contains(.plainest) ? .plainest : .plain
        noJargon = wishes.contains(.noJargon)
        riskTolerance = wishes.contains(.cautious) ? .cautious : .balanced
    }
}

extension Preferences {
    /// Sets one preference by its key, as `set_preferences` names it.
    public mutating func set(_ key: String, to value: String) throws(FlowFault) {
        switch key {
        case "tone": tone = try Self.read(value)
        case "answerLength": answerLength = try Self.read(value)
        case "plainEnglish": plainEnglish = try Self.read(value)
        case "riskTolerance": riskTolerance = try Self.read(value)
        case "noJargon":
            guard let flag = Bool(value) else { throw .notAnAnswer("Please choose one of: true, false.") }
            noJargon = flag
        default: throw .unknownQuestion
        }
    }

    private static func read<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String
    ) throws(FlowFault) -> Value {
        if let value = Value(rawValue: text) { return value }
        let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw .notAnAnswer("Please choose one of: \(all).")
    }

    /// Sentences for a prompt; none where nothing was wished for.
    public var instructions: [String] {
        var lines: [String] = []
        if tone != .neutral { lines.append(tone == .warm ? "Write warmly." : "Come straight to the point.") }
        if answerLength != .medium {
            lines.append(answerLength == .short ? "Answer in two or three sentences." : "Show the working.")
        }
        if plainEnglish == .plainest { lines.append("Use short sentences and everyday words.") }
        if noJargon { lines.append("Leave technical terms out.") }
        if riskTolerance == .cautious { lines.append("Where there are several ways, name the careful one first.") }
        if riskTolerance == .adventurous { lines.append("Where there are several ways, name the fastest one first.") }
        return lines
    }

    /// For a client.
    public var json: JSON {
        [
            "tone": .string(tone.rawValue), "answerLength": .string(answerLength.rawValue),
            "plainEnglish": .string(plainEnglish.rawValue), "noJargon": .bool(noJargon),
            "riskTolerance": .string(riskTolerance.rawValue),
        ]
    }
}
