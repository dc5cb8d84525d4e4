import Finance
import FoundationEssentials

/// Decides whether a model's words may stand in the place of a report's own. One fault and the template stays: half a
/// model's report is harder to answer for than none.
public enum ReportRewording {
    /// Most bytes of a reply that are looked at.
    public static let mostBytes = 24_000
    /// A text may be twice as long as the template's, and this much in any case.
    static let leastRoom = 400

    /// The report in the reply's words; nil when anything in it is not as it has to be.
    public static func accept(reply: String, for report: Report) -> Report? {
        guard !report.isEmpty, let words = Reply(in: reply), words.insights.count == report.insights.count else {
            return nil
        }
        let insights = zip(words.insights, report.insights)
        guard insights.allSatisfy({ $0.insight == $1.insight && $0.category == $1.category }),
            isFaithful(words.summary, to: report.summary, of: report),
            insights.allSatisfy({ isFaithful($0.suggestion, to: $1.suggestion, of: report) })
        else { return nil }
        return Report(report, summary: words.summary, insights: words.insights)
    }

    /// The JSON object in a reply, whatever stands around it; white space at the ends is no fault.
    private struct Reply: Decodable {
        var summary: String
        var insights: [ReportInsight]

        init?(in reply: String) {
            guard reply.utf8.count <= ReportRewording.mostBytes, let start = reply.firstIndex(of: "{"),
                let end = reply.lastIndex(of: "}"), start < end,
                var words = try? JSONDecoder().decode(Reply.self, from: Data(reply[start...end].utf8))
            else { return nil }
            words.summary = words.summary.trimmed
            for index in words.insights.indices {
                words.insights[index].insight = words.insights[index].insight.trimmed
                words.insights[index].suggestion = words.insights[index].suggestion.trimmed
                words.insights[index].category = words.insights[index].category.trimmed
            }
            self = words
        }
    }

    private static func isFaithful(_ text: String, to template: String, of report: Report) -> Bool {
        !text.isEmpty && text.count <= max(leastRoom, template.count * 2) && isPlain(text)
            && report.fixed.allSatisfy { !template.contains($0) || text.contains($0) }
            && OutgoingLint(records: report.debtNames).findings(in: text).isEmpty
            && isBacked(text, as: template, of: report)
    }

    /// No mark-up, no link, nothing hidden, no empty line.
    private static func isPlain(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return PlainText.clean(text) == text && !text.contains { "<>[]{}`*#|\\_".contains($0) }
            && lines.allSatisfy { !$0.isEmpty && TypedText(String($0), limit: mostBytes).text == $0 }
    }

    /// The one place where numbers are checked: the very numbers of the template, no more and no fewer, and each of them
    /// where a figure backs it.
    private static func isBacked(_ text: String, as template: String, of report: Report) -> Bool {
        numbers(text) == numbers(template)
            && NumberCheck(text, against: Evidence(figures: report.figures, reviewed: report.fixed)).isClean
    }

    /// Numbers as written, each as often as it stands.
    private static func numbers(_ text: String) -> [String: Int] {
        let found = text.matches(of: /£?\d+(?:,\d{3})*(?:\.\d+)?%?/).map { String($0.output) }
        return Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
    }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
