public import Analyses
public import Finance
public import FoundationEssentials

/// One change of a profile that is proposed, shown with what it replaces, and stored only after the person agreed.
///
/// ```swift
/// let change = try ProfileChange("cadence", to: "every two weeks")
/// change.words(for: profile)      // "How often to look at the plan: weekly now, fortnightly after the change."
/// profile = change.made(in: profile, at: now)
/// ```
public enum ProfileChange: Sendable, Hashable, Codable {
    /// What the money is for, and what gets in the way.
    case motivation(ChosenOrSaid<Motivation>)
    case savingsKiller(ChosenOrSaid<SavingsKiller>)
    /// Put by in all when it began; nil to forget it.
    case startingSavings(Money?)
    /// How often to look at the plan; nil for no reminders.
    case cadence(CheckInPlan.Cadence?)
    /// A way of writing, by key and value.
    case preference(key: String, value: String)
    /// The tag; nil for none.
    case tag(BehaviourTag?)

    /// Reads a change from a field's name and words for its value, checked like an answer of onboarding.
    public init(_ field: String, to words: String) throws(FlowFault) {
        switch field {
        case "motivation":
            let value = try FlowStep.motivation(nil).value(of: .text(words))
            guard let said = ChosenOrSaid<Motivation>(value) else { throw .unknownQuestion }
            self = .motivation(said)
        case "savingsKiller":
            let value = try FlowStep.savingsKiller.value(of: .text(words))
            guard let said = ChosenOrSaid<SavingsKiller>(value) else { throw .unknownQuestion }
            self = .savingsKiller(said)
        case "startingSavings":
            self = .startingSavings(try FlowStep.startingSavings(nil).value(of: .text(words)).money)
        case "cadence":
            let name = try FlowStep.cadence.value(of: .text(words)).choices?.first ?? ""
            self = .cadence(CheckInPlan.Cadence(named: name))
        case "behaviouralTag": self = .tag(try Self.tag(words))
        default:
            var preferences = Preferences()
            try preferences.set(field, to: words)
            self = .preference(key: field, value: words)
        }
    }

    private static func tag(_ words: String) throws(FlowFault) -> BehaviourTag? {
        if words.plainWords == "none" { return nil }
        if let tag = BehaviourTag.allCases.first(where: { $0.rawValue.plainWords == words.plainWords }) { return tag }
        let all = BehaviourTag.allCases.map(\.rawValue).joined(separator: ", ")
        throw .notAnAnswer("Please choose one of: \(all), none.")
    }

    /// The profile with the change. A stored preference that is no longer known changes nothing.
    public func made(in profile: Profile, at now: Date) -> Profile {
        var profile = profile
        switch self {
        case .motivation(let motivation): profile.motivation = motivation
        case .savingsKiller(let killer): profile.savingsKiller = killer
        case .startingSavings(let savings): profile.startingSavings = savings
        case .cadence(let cadence): profile.cadence = cadence
        case .preference(let key, let value): try? profile.preferences.set(key, to: value)
        case .tag(let tag): profile.choose(tag, at: now)
        }
        return profile
    }

    /// What is now and what would be, a sentence to agree to.
    public func words(for profile: Profile) -> String {
        let changed = made(in: profile, at: profile.madeAt)
        return "\(title): \(value(in: profile)) now, \(value(in: changed)) after the change."
    }

    private var title: String {
        switch self {
        case .motivation: "What the money is for"
        case .savingsKiller: "What gets in the way of saving"
        case .startingSavings: "Put by in all when it began"
        case .cadence: "How often to look at the plan"
        case .preference(let key, _): "How to write to you, \(String.quoted(key))"
        case .tag: "The name for how you save"
        }
    }

    private func value(in profile: Profile) -> String {
        switch self {
        case .motivation: profile.motivation?.inWords(\.words) ?? "not said"
        case .savingsKiller: profile.savingsKiller?.inWords(\.words) ?? "not said"
        case .startingSavings: profile.startingSavings?.description ?? "not said"
        case .cadence: profile.cadence?.name ?? "not at all"
        case .preference(let key, _): profile.preferences.value(of: key) ?? "not known"
        case .tag: profile.tag.tag?.rawValue ?? "none"
        }
    }
}

extension Preferences {
    fileprivate func value(of key: String) -> String? {
        switch key {
        case "tone": tone.rawValue
        case "answerLength": answerLength.rawValue
        case "plainEnglish": plainEnglish.rawValue
        case "riskTolerance": riskTolerance.rawValue
        case "noJargon": noJargon ? "true" : "false"
        default: nil
        }
    }
}
