import Finance

/// A tip while it is written. A number enters the text only through `say`, which keeps it as a figure as well, so that a
/// tip cannot state what it does not carry.
struct TipDraft {
    let calculator: Calculator
    let snapshot: Snapshot
    private(set) var lines: [String] = []
    private(set) var figures: [Figure] = []

    init(_ calculator: Calculator, for snapshot: Snapshot) {
        self.calculator = calculator
        self.snapshot = snapshot
    }

    /// A line of text.
    mutating func line(_ text: String) { lines.append(text) }

    /// A bullet.
    mutating func bullet(_ text: String) { lines.append("- " + text) }

    /// Prints a value and keeps it as the figure `tip.<calculator>.<key>`; a key said twice is one figure.
    mutating func say(
        _ key: String, _ label: String, _ value: Figure.Value?, in month: Month? = nil, basis: String = "as entered"
    ) -> String {
        let figure = snapshot.figure("tip.\(calculator.rawValue).\(key)", label, value, in: month, basis: basis)
        if !figures.contains(where: { $0.id == figure.id }) { figures.append(figure) }
        return figure.printed
    }

    /// An amount the calculator gave.
    mutating func result(_ key: String, _ label: String, _ money: Money) -> String {
        say(key, label, .money(money), basis: "the \(calculator.name) calculation")
    }

    /// A rate the person typed.
    mutating func rate(_ key: String, _ label: String, _ percent: Double) -> String {
        say(key, label, .percent(percent))
    }

    /// `10 years`, `1.5 years`, `1 year`; whole months are kept as a figure.
    mutating func years(_ years: Double) -> String {
        let months = Int(exactly: years * 12)
        let hundredths = Int((years * 100).rounded())
        if let months { _ = say("months", "Length of the calculation", .months(months)) }
        if hundredths == 100 { return "1 year" }
        let rest = hundredths % 100
        let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return "\(hundredths / 100)\(decimals) years"
    }

    /// What stands under every tip.
    mutating func disclaimer() {
        line(
            "These figures are estimates from what you entered and are not guaranteed. This is general information, "
                + "not financial advice; for a big decision, consider talking to a qualified adviser.")
    }
}
