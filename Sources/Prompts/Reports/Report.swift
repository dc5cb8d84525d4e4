public import Analyses
public import Finance

/// A report in plain words with the figures behind them. The words are chosen by code from the analyses, so they are
/// there without a model; a model may only reword them (`ReportRewording`).
///
/// House style: British English, pounds, plain text with `\n` and `- ` bullets. What a person typed stands in quotation
/// marks and is made harmless. What is not known is said with its reason and never as zero.
public struct Report: Sendable, Hashable {
    /// Raised whenever the words change so much that a model should choose them anew.
    public static let wording = 1
    /// Most rows of any list in a report.
    static let rows = 5

    /// What it is about.
    public let kind: ReportKind
    /// The summary; without insights it says what is missing.
    public let summary: String
    /// Four points on expenses or budgets, three on debts, or none without data.
    public let insights: [ReportInsight]
    /// Every figure the words state.
    public let figures: [Figure]
    /// The analyses, served beside the words.
    public let analysis: JSON
    /// Equal for as long as these words are good.
    public let inputHash: String
    /// Lines that may not be reworded: reviewed texts and the disclaimer.
    let fixed: [String]
    /// Names of the person's own debts, as typed.
    let debtNames: [String]

    /// Whether there is nothing to report on.
    public var isEmpty: Bool { insights.isEmpty }

    /// The report of a snapshot. `overrides` gives a part of 50/30/20 to categories the app does not know.
    public init(
        _ kind: ReportKind, of snapshot: Snapshot, overrides: [String: Bucket] = [:],
        care: CareConfig = .reviewed
    ) {
        let words =
            switch kind {
            case .expense: ExpenseReport.words(of: snapshot, overrides, care)
            case .budget: BudgetReport.words(of: snapshot, overrides, care)
            case .debt: DebtReport.words(of: snapshot, care)
            }
        self.kind = kind
        summary = words.summary
        insights = words.insights
        figures = words.draft.figures
        fixed = words.draft.fixed
        analysis = words.analysis
        debtNames = snapshot.debts.map(\.name)
        inputHash = Self.hash(words)
    }

    /// The same report in other words.
    init(_ report: Report, summary: String, insights: [ReportInsight]) {
        kind = report.kind
        self.summary = summary
        self.insights = insights
        figures = report.figures
        fixed = report.fixed
        analysis = report.analysis
        debtNames = report.debtNames
        inputHash = report.inputHash
    }

    /// The body the old service gave (contract 5.3).
    public var legacyJSON: JSON { ["summary": .string(summary), "insights": .array(insights.map(\.json))] }

    /// The template's words count as an input: they hold names and dates that no value shows.
    private static func hash(_ words: ReportWords) -> String {
        let texts = [words.summary] + words.insights.flatMap { [$0.insight, $0.suggestion] }
        let text = Figure(
            id: texts.joined(separator: "\n"), label: "", value: nil, window: nil, asOf: words.draft.snapshot.asOf,
            basis: "")
        return "\((words.draft.figures + [text]).inputHash)-w\(wording)"
    }
}

extension ReportInsight {
    /// The three keys of the old service.
    public var json: JSON {
        ["insight": .string(insight), "suggestion": .string(suggestion), "category": .string(category)]
    }
}

extension ReportKind {
    /// What stands in the place of a report when there is nothing to report on (contract 5.3, letter for letter).
    public var noData: String {
        switch self {
        case .expense: "Report could not be generated. Please ensure you have added expenses."
        case .budget: "Report not yet generated. Please ensure you have set up income and budgets."
        case .debt: "Report could not be generated. Please ensure you have added debts."
        }
    }
}
