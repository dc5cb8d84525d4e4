import Analyses
import Finance

/// The words of a report, with the draft that holds the figures they state.
struct ReportWords {
    var summary: String
    var insights: [ReportInsight]
    var analysis: JSON
    var draft: ReportDraft
}

/// A report while it is written. A number enters the words only through `say`, which keeps its figure, so that a report
/// cannot state what it does not carry. Figures of the analyses keep their ids: chat states the same ones.
struct ReportDraft {
    let snapshot: Snapshot
    let care: CareConfig
    private let known: [String: Figure]
    private(set) var figures: [Figure] = []
    private(set) var fixed: [String] = []

    init(for snapshot: Snapshot, _ care: CareConfig, knowing figures: [Figure]) {
        self.snapshot = snapshot
        self.care = care
        known = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    }

    /// A figure of an analysis; nil when none has this id.
    func figure(_ id: String) -> Figure? { known[id] }

    /// A figure of an analysis as it is printed, or that it is not known and why.
    mutating func say(_ id: String) -> String {
        guard let figure = known[id] else { return "not known" }
        return keep(figure).value?.printed ?? "not known (\(FactsBlock.data(figure.basis)))"
    }

    /// The amount of a figure without its sign, for words that say which way it goes.
    mutating func magnitude(_ id: String) -> String {
        guard let figure = known[id], case .money(let money) = keep(figure).value else { return say(id) }
        return money.magnitude.description
    }

    /// A figure of an analysis, or one of the report's own where no analysis lists it.
    mutating func say(
        _ id: String, _ label: String, _ value: Figure.Value, in month: Month? = nil, basis: String = "as entered"
    ) -> String {
        if known[id] != nil { return say(id) }
        let figure = Figure(
            id: id, label: label, value: value, window: month?.description, asOf: snapshot.asOf, basis: basis)
        return keep(figure).printed
    }

    /// A line that stays as it is, whoever words the rest.
    mutating func fix(_ line: String) -> String {
        if !fixed.contains(line) { fixed.append(line) }
        return line
    }

    private mutating func keep(_ figure: Figure) -> Figure {
        var kept = figure
        kept.label = harmless(figure.label)
        if !figures.contains(where: { $0.id == figure.id }) { figures.append(kept) }
        return kept
    }

    /// A label with the name in it as the words have it, so that the two are known for the same.
    func harmless(_ label: String) -> String {
        guard let open = label.firstIndex(of: "“"), let close = label.lastIndex(of: "”"), open < close,
            label[label.index(after: open)..<close].allSatisfy({ $0 != "“" })
        else { return label }
        return label[..<open] + name(String(label[label.index(after: open)..<close]))
            + label[label.index(after: close)...]
    }

    /// What a person typed, in quotation marks.
    func name(_ typed: String) -> String {
        let clean = HarmlessText(typed, limit: 60).text.map { "\"“”".contains($0) ? "'" : $0 }
        return clean.isEmpty ? "“no name”" : "“\(String(clean))”"
    }

    /// A sentence, addressed to the person where the first name is known.
    func addressed(_ sentence: String) -> String {
        guard let name = FactsBlock.firstName(snapshot.person.name) else { return sentence.capitalisedFirst }
        return "\(name), \(sentence)"
    }

    /// What stands under every report.
    mutating func disclaimer() -> String {
        fix(
            "This is general information from what you entered, not financial advice, and nothing in it is guaranteed. "
                + "For a big decision, a qualified adviser can help.")
    }

    /// Where free debt advice is, one organisation a line.
    mutating func signposts() -> [String] {
        ["stepchange", "nationaldebtline", "moneyhelper"].compactMap { care.signpost($0) }.map { fix("- \($0.line)") }
    }

    /// A remark when some records could not be read or look entered twice.
    func remarks(on collections: String...) -> [String] {
        let isPartial = snapshot.skipped.contains { collections.contains($0.collection) }
        return isPartial ? ["Some records could not be read exactly, so these figures may not be complete."] : []
    }
}

extension String {
    /// With its first letter in upper case.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
    /// Lines as one text.
    var lines: String { joined(separator: "\n") }
    /// Each as a bullet.
    var bullets: [String] { map { "- " + $0 } }
    /// `a`, `a and b`, `a, b and c`.
    var listed: String {
        count < 2 ? first ?? "" : dropLast().joined(separator: ", ") + " and " + (last ?? "")
    }
}
