public import Analyses
public import Finance

/// Everything that may stand behind the numbers of one answer, read once and asked for each sentence.
public struct Evidence: Sendable {
    /// The figures, as given.
    public let figures: [Figure]
    let backings: [Backing]
    let names: RecordNames
    let labels: StatedLabels
    let typed: TypedNumbers
    let now: Month
    private let reviewed: [String]
    private let months: Set<Month>

    /// `figures` are what code computed; `typed` is what the person wrote, the question first; `reviewed` are fixed
    /// texts of ours, whose sentences need no figure. "This month" is the month of `today`, by default the day on which
    /// the first figure was read.
    public init(figures: [Figure], typed: [String] = [], reviewed: [String] = [], today: Day? = nil) {
        self.figures = figures
        self.reviewed = reviewed
        var names = RecordNames()
        backings = figures.enumerated().flatMap { Backing.all(of: $1, at: $0, names: &names) }
        self.names = names
        labels = StatedLabels(of: figures)
        self.typed = TypedNumbers(in: typed)
        let day = today ?? figures.first.map { Day($0.asOf) } ?? Day(number: 0)
        now = Month(containing: day.start)
        let windows = figures.flatMap { Backing.months(inWindow: $0.window) }
        months = Self.months(backings).union(windows).union([now])
    }

    private static func months(_ backings: [Backing]) -> Set<Month> {
        backings.reduce(into: []) { months, backing in
            months.formUnion(backing.months)
            if case .day(let day) = backing.exact { months.insert(Month(containing: day.start)) }
        }
    }

    /// Whether a sentence is part of a fixed text.
    func isReviewed(_ sentence: some StringProtocol) -> Bool {
        let inner = String(sentence.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        return inner.count > 3 && reviewed.contains { $0.contains(inner) }
    }

    /// The place of the figure behind a claim; nil inside when there is no figure but the claim holds all the same.
    func source(of claim: Claim, in setting: ClaimSetting, beside words: Set<String>) -> Int?? {
        let matching = backings.filter {
            claim.states($0.exact, isChange: $0.isChange) && $0.suits(claim, setting, now)
        }
        if let best = Self.best(matching, setting, words) { return .some(best.figure) }
        if holdsByCalendar(claim, setting) || !setting.isRecord && typed.hold(claim.value) { return .some(nil) }
        return nil
    }

    /// Whether a claim states one of these figures, as far as its value goes; numbers in their words do not count.
    func states(_ claim: Claim, one figures: Set<Int>) -> Bool {
        backings.contains { backing in
            figures.contains(backing.figure) && !backing.isAside
                && claim.states(backing.exact, isChange: backing.isChange)
        }
    }

    /// A month or year that the figures speak of, and the day of reading, need no figure of their own.
    private func holdsByCalendar(_ claim: Claim, _ setting: ClaimSetting) -> Bool {
        switch claim.value {
        case .month(let month): months.contains(month) || typed.hold(claim.value)
        case .year(let year): months.contains { $0.year == year }
        case .day:
            setting.names.items.isEmpty
                && figures.first.map { claim.states(.day(Day($0.asOf)), isChange: false) } ?? false
        default: false
        }
    }

    /// The named one where a name is attached, then the one whose label shares most words with the sentence.
    private static func best(_ backings: [Backing], _ setting: ClaimSetting, _ words: Set<String>) -> Backing? {
        func rank(_ backing: Backing) -> Int {
            let isNamed = backing.name.map(setting.names.items.contains) ?? setting.names.items.isEmpty
            return (isNamed ? 2_000 : 0) + (backing.isAside ? 0 : 1_000) + backing.words.intersection(words).count
        }
        return backings.reduce(nil) { best, next in best.map { rank($0) >= rank(next) ? $0 : next } ?? next }
    }
}
