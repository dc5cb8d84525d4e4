import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("A model's words for a report")
struct ReportRewordingTests {
    private static func report(
        _ kind: ReportKind = .debt, of documents: SnapshotDocuments = NamedPeople.omar
    ) throws
        -> Report
    {
        Report(kind, of: try NamedPeople.snapshot(of: documents))
    }

    /// A reply that gives the report's own words, after a change.
    private static func reply(
        _ report: Report, _ change: (inout String, inout [ReportInsight]) -> Void = { _, _ in }
    ) -> String {
        var (summary, insights) = (report.summary, report.insights)
        change(&summary, &insights)
        return (["summary": .string(summary), "insights": .array(insights.map(\.json))] as JSON).text
    }

    @Test("its own words are accepted for every named person, with prose or a fence around them")
    func own() throws {
        for person in NamedPeople.all {
            for kind in ReportKind.allCases {
                let report = try Self.report(kind, of: person.documents)
                guard !report.isEmpty else { continue }
                for reply in [
                    Self.reply(report), "Here you are:\n```json\n\(Self.reply(report))\n```\nDone.",
                ] {
                    #expect(
                        ReportRewording.accept(reply: reply, for: report) == report, "\(kind) of \(person.name)"
                    )
                }
            }
        }
    }

    @Test("other words around the same numbers are accepted; figures, analysis and hash stay")
    func reworded() throws {
        let report = try Self.report()
        let reply = Self.reply(report) { summary, insights in
            summary = summary.replacing("You owe", with: "In all you owe")
            insights[0].suggestion = insights[0].suggestion.replacing(
                "The avalanche pays every minimum", with: "With the avalanche, every minimum is paid")
        }
        let accepted = try #require(ReportRewording.accept(reply: reply, for: report))
        #expect(
            accepted.summary.contains("In all you owe") && accepted.insights[0] != report.insights[0])
        #expect(accepted.figures == report.figures && accepted.analysis == report.analysis)
        #expect(accepted.inputHash == report.inputHash && accepted.insights[1] == report.insights[1])
    }

    /// Each breaks one rule.
    private static let faults: [(String, @Sendable (inout String, inout [ReportInsight]) -> Void)] = [
        ("a number changed", { text, _ in text = text.replacing("£31,450.00", with: "£31,540.00") }),
        ("a number added", { text, _ in text += " That is £5.00 a day." }),
        ("a number left out", { text, _ in text = text.replacing("£31,450.00", with: "a lot") }),
        ("a count changed", { text, _ in text = text.replacing("5 debts", with: "6 debts") }),
        ("a number moved", { text, _ in text = swapped(text, "£31,450.00", "£711.00") }),
        ("a point left out", { _, points in points.removeLast() }),
        ("a point added", { _, points in points.append(points[0]) }),
        ("the order changed", { _, points in points.swapAt(0, 1) }),
        ("a title changed", { _, points in points[0].insight = "Avalanche" }),
        ("a category changed", { _, points in points[1].category = "Debt" }),
        ("a text emptied", { _, points in points[2].suggestion = " \n" }),
        ("the summary emptied", { text, _ in text = "" }),
        (
            "the question about priority bills left out",
            { _, points in without(&points[0], "Before comparing") }
        ),
        ("a signpost left out", { _, points in without(&points[2], "StepChange") }),
        (
            "the disclaimer left out",
            { text, _ in text = text.replacing("not financial advice", with: "advice") }
        ),
        (
            "a debt that never clears made harmless",
            { text, _ in text = text.replacing("never cleared", with: "cleared") }
        ),
        ("a link", { text, _ in text += " See https://example.com" }),
        ("an address nobody reviewed", { text, _ in text += " See cheaploans.co.uk for more." }),
        ("a telephone number nobody reviewed", { text, _ in text += " Call 0800 123 4567." }),
        ("Markdown", { _, points in points[0].suggestion = "**Note**\n" + points[0].suggestion }),
        ("an order about a debt", { text, _ in text += " You should pay off the car loan first." }),
        ("a product recommended", { text, _ in text += " Consider a balance transfer card." }),
        ("a hidden character", { text, _ in text += "\u{202E}x" }),
        ("an empty line", { _, points in points[0].suggestion += "\n\nx" }),
        ("too many words", { text, _ in text += String(repeating: " and so on", count: 400) }),
    ]

    @Test("one fault and the template stays", arguments: faults.map(\.0))
    func faulty(name: String) throws {
        let report = try Self.report()
        let fault = try #require(Self.faults.first { $0.0 == name }?.1)
        let reply = Self.reply(report, fault)
        #expect(reply != Self.reply(report), "the fault changes nothing")
        #expect(ReportRewording.accept(reply: reply, for: report) == nil)
    }

    @Test(
        "no JSON, other JSON and oversized replies are refused, and there is nothing to reword without data"
    )
    func unreadable() throws {
        let report = try Self.report()
        let own = Self.reply(report)
        let large = own + String(repeating: " ", count: ReportRewording.mostBytes)
        for reply in [
            "", "no", "}{", "{}", "[]", "{\"summary\":\"x\"}", String(own.dropLast(2)), large,
        ] {
            #expect(ReportRewording.accept(reply: reply, for: report) == nil)
        }
        let empty = try Self.report(.debt, of: NamedPeople.noah)
        #expect(empty.isEmpty && ReportRewording.accept(reply: Self.reply(empty), for: empty) == nil)
    }

    private static func swapped(_ text: String, _ one: String, _ other: String) -> String {
        text.replacing(one, with: "§").replacing(other, with: one).replacing("§", with: other)
    }

    private static func without(_ point: inout ReportInsight, _ words: String) {
        point.suggestion = point.suggestion.split(separator: "\n").filter { !$0.contains(words) }
            .joined(separator: "\n")
    }
}
