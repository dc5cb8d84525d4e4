import Analyses
import Finance

/// A figure as the check holds claims against it: its exact value and everything its label says about it.
struct Backing: Sendable, Hashable {
    /// A value as it is printed; rates in hundredths of a per cent.
    enum Exact: Sendable, Hashable {
        case money(Int64), percent(Int64), months(Int), day(Day)
    }

    /// What a total is of, where a label and a claim both say.
    enum Topic: Sendable, Hashable { case income, expenses, left }

    /// Place of the figure in the evidence.
    var figure: Int
    var exact: Exact
    /// The months it covers; empty for a balance or a pace.
    var window: Set<Month>
    /// Its window and every month its label names.
    var months: Set<Month>
    var pace: Pace?
    /// The record it is about.
    var name: Int?
    var topics: Set<Topic>
    /// Whether its sign says left or short.
    var isLeft: Bool
    /// Whether its sign says rise or fall.
    var isChange: Bool
    /// A number that stands in the label or basis and is not the value.
    var isAside = false
    /// The label's words, to choose between figures of one value.
    var words: Set<String>

    /// The value of a figure and the numbers its own words add.
    static func all(of figure: Figure, at place: Int, names: inout RecordNames) -> [Backing] {
        let (label, name) = parted(Lexeme.all(in: figure.label))
        let words = Set(label.map(\.text))
        let window = months(inWindow: figure.window)
        let named = ClaimReader.claims(in: label)
        let isLeft = !words.isDisjoint(with: Direction.left) || words.contains("over")
        let base = Backing(
            figure: place, exact: .months(0), window: window, months: window.union(named.compactMap(\.namedMonth)),
            pace: Pace(inLabel: label), name: names.id(of: name), topics: topics(words),
            isLeft: isLeft, isChange: !words.isDisjoint(with: changes), words: words)
        let asides = named + ClaimReader.claims(in: numbers(in: figure.basis))
        return ([figure.value?.exact(counts: words)] + asides.map(\.exact)).enumerated().compactMap { index, exact in
            guard let exact else { return nil }
            var backing = base
            backing.exact = exact
            backing.isAside = index > 0
            return backing
        }
    }

    private static let changes: Set = ["change", "growth", "rise", "increase", "fall", "difference", "changed"]

    private static func topics(_ words: Set<String>) -> Set<Topic> {
        var topics: Set<Topic> = []
        if words.contains("income") { topics.insert(.income) }
        if !words.isDisjoint(with: ["expenses", "spent", "spending", "outgoings", "expense"]) {
            topics.insert(.expenses)
        }
        if !words.isDisjoint(with: Direction.left) { topics.insert(.left) }
        return topics
    }

    /// What a text says in words of ours, and the name it quotes; what a person typed is never read for numbers.
    private static func parted(_ lexemes: [Lexeme]) -> (own: [Lexeme], name: ArraySlice<Lexeme>) {
        guard let open = lexemes.firstIndex(where: { $0.text == "“" }),
            let close = lexemes.lastIndex(where: { $0.text == "”" }), open < close
        else { return (lexemes, []) }
        return (Array(lexemes[...open] + lexemes[close...]), lexemes[(open + 1)..<close])
    }

    /// A basis without a digit holds no number, which spares reading most of them.
    private static func numbers(in basis: String) -> [Lexeme] {
        basis.utf8.contains { (48...57).contains($0) } ? parted(Lexeme.all(in: basis)).own : []
    }

    /// `2026-04`, or every month of `2026-02..2026-04`.
    static func months(inWindow window: String?) -> Set<Month> {
        guard let window else { return [] }
        if let month = Month(window) { return [month] }
        let ends = window.split { !"0123456789-".contains($0) }.compactMap { Month(String($0)) }
        guard let first = ends.first, let last = ends.last, first <= last else { return [] }
        return Set((0..<36).lazy.map(first.advanced).prefix { $0 <= last })
    }
}

extension Figure.Value {
    /// The value as it is printed, or nil for a bare count; a count of months may come as a count.
    func exact(counts words: Set<String>) -> Backing.Exact? {
        switch self {
        case .money(let money): .money(money.pence)
        case .percent(let percent):
            percent.magnitude < 1e12 ? .percent(Int64((percent * 100).rounded(.toNearestOrAwayFromZero))) : nil
        case .months(let count): .months(count)
        case .day(let day): .day(day)
        case .count(let count): words.contains("months") ? .months(count) : nil
        }
    }
}

extension Claim {
    /// The month it names with its year.
    var namedMonth: Month? {
        if case .month(let month) = value { return month }
        return nil
    }

    /// What it would be as a value of our own.
    var exact: Backing.Exact? {
        switch value {
        case .money(let pence): .money(isNegative ? -pence : pence)
        case .percent(let hundredths): .percent(isNegative ? -hundredths : hundredths)
        case .months(let count): .months(count)
        case .day(let day, let month?, let year?): .day(Day(year: year, month: month, clampedDay: day))
        default: nil
        }
    }
}
