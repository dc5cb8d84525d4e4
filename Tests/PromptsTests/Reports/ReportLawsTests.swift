import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("Laws that every report keeps")
struct ReportLawsTests {
    /// The named people and seeded ones.
    private static func snapshots() throws -> [(String, Snapshot)] {
        try NamedPeople.all.map { ($0.name, try NamedPeople.snapshot(of: $0.documents)) }
            + (1...200).map { ("seed \($0)", SeededPeople.snapshot($0)) }
    }

    /// Made once for all laws.
    private static let made = Result {
        try snapshots().flatMap { name, snapshot in
            ReportKind.allCases.map { ("\($0.rawValue) of \(name)", Report($0, of: snapshot)) }
        }
    }

    private static func reports() throws -> [(String, Report)] { try made.get() }

    @Test(
        "the points are as many, in the order and of the categories that clients know; no string is empty"
    )
    func structure() throws {
        for (name, report) in try Self.reports() {
            #expect(!report.summary.isEmpty, "\(name)")
            #expect(
                report.insights.isEmpty || report.insights.count == (report.kind == .debt ? 3 : 4),
                "\(name)")
            #expect(report.isEmpty == report.insights.isEmpty)
            for point in report.insights {
                #expect(
                    !point.insight.isEmpty && !point.suggestion.isEmpty && !point.category.isEmpty, "\(name)")
            }
            let categories = report.insights.map(\.category)
            switch report.kind {
            case _ where report.isEmpty: break
            case .expense:
                #expect(
                    categories == ["Subscriptions", "Duplicates", "Discretionary", "Priority Expenses"])
            case .budget:
                #expect(categories == ["Categories", "Comparison", "Problem Areas", "Action Steps"])
            case .debt:
                #expect(categories == ["Strategy", "Strategy", "Strategy"])
                #expect(report.insights.map(\.insight) == DebtReport.titles)
            }
        }
    }

    @Test("every digit outside a quoted name is that of a figure or of a reviewed line")
    func digits() throws {
        for (name, report) in try Self.reports() {
            let printed = Set(report.figures.flatMap { Self.numbers($0.printed) })
            let months = Self.numbers("50/30/20 April 2026 March 2026") + (0...40).map { "\(2026 + $0)" }
            for line in report.lines where !report.fixed.contains(line) {
                let unknown = Self.numbers(line).filter { !printed.contains($0) && !months.contains($0) }
                #expect(unknown.allSatisfy { Self.isPhase($0, line) }, "\(unknown) in \(name): \(line)")
            }
        }
    }

    /// The check is slow without optimisation; `digits` looks at every report.
    @Test("the number check finds nothing unbacked in any report")
    func numberCheck() throws {
        for (name, report) in try Self.reports().prefix(200) {
            let evidence = Evidence(figures: report.figures)
            let lines = report.lines.filter { !report.fixed.contains($0) }
            let check = NumberCheck(lines.joined(separator: "\n"), against: evidence)
            #expect(check.isClean, "\(check.findings.map { ($0.sentence, $0.unbacked) }) in \(name)")
        }
    }

    @Test("nothing in a report is advice about a debt, a product or an address that nobody reviewed")
    func lint() throws {
        let reports = try Self.reports()
        let lint = OutgoingLint(records: Set(reports.flatMap(\.1.debtNames)).sorted())
        // Figures and names aside, lines repeat from report to report.
        let lines = Dictionary(
            reports.flatMap(\.1.lines).map { ($0.replacing(/“[^”]*”|[\d,.£%]+/, with: "9"), $0) },
            uniquingKeysWith: min)
        for line in lines.values {
            #expect(lint.findings(in: line).isEmpty, "\(lint.findings(in: line)) in \(line)")
            #expect(PlainText.clean(line) == line)
        }
    }

    @Test("plain text: no mark-up, no empty line, bullets begin with a dash and a space, bounded in size")
    func plain() throws {
        for (name, report) in try Self.reports() {
            for line in report.lines {
                #expect(!line.isEmpty && !line.contains { "<>[]{}`*#|\\".contains($0) }, "\(name): \(line)")
                #expect(!line.hasPrefix("-") || line.hasPrefix("- "))
                #expect(
                    !line.contains("  ") && !line.hasSuffix(" ") && line.count < 1_200, "\(name): \(line)")
            }
            #expect(report.texts.allSatisfy { $0.utf8.count < 4_000 }, "\(name)")
        }
    }

    @Test("ids of figures are unique, and the same snapshot gives the same report")
    func stable() throws {
        for (name, report) in try Self.reports() {
            #expect(Set(report.figures.map(\.id)).count == report.figures.count, "\(name)")
        }
        for (name, snapshot) in try Self.snapshots().prefix(12) {
            for kind in ReportKind.allCases {
                let report = Report(kind, of: snapshot)
                #expect(report == Report(kind, of: snapshot), "\(name)")
            }
        }
    }

    private static func numbers(_ line: String) -> [String] {
        line.replacing(/“[^”]*”/, with: "").matches(of: /\d+(?:,\d{3})*(?:\.\d+)?/).map {
            String($0.output)
        }
    }

    private static func isPhase(_ number: String, _ line: String) -> Bool {
        line.hasPrefix("- Phase \(number), by")
    }
}

extension Report {
    /// Every text a person reads.
    var texts: [String] { [summary] + insights.flatMap { [$0.insight, $0.suggestion] } }
    /// Every line of them.
    var lines: [String] {
        texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }
}
