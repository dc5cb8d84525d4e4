public import Analyses
import Finance
public import FoundationEssentials

/// A review of a month or a week as a document: sections as data, and the same as Markdown, CSV and JSON.
///
///     let document = MonthlyReview(of: snapshot).document
///     document.markdown   // to read
///     document.csv        // the figures behind it, for a spreadsheet
///
/// Code writes every word and every number, so that it is there without a model and says nothing its figures do not.
public struct ReviewDocument: Sendable, Hashable {
    /// What a review covers; raw values are the wire spelling.
    public enum Kind: String, Sendable, Hashable {
        /// A calendar month.
        case monthly = "monthly_review"
        /// An ISO week.
        case weekly = "weekly_review"
    }

    /// What it covers.
    public let kind: Kind
    /// The heading.
    public let title: String
    /// `2026-04` or `2026-W17`.
    public let period: String
    /// When the records were read.
    public let asOf: Date
    /// What should be known before reading it, such as that the period is not over.
    public let remarks: [String]
    /// One section a subject, in a fixed order.
    public let sections: [ReviewSection]
    /// What stands under it.
    public let notice: String

    /// Every figure that it states, each once.
    public var figures: [Figure] {
        var seen: Set<String> = []
        return sections.flatMap(\.figures).filter { seen.insert($0.id).inserted }
    }

    /// Equal for as long as the words are good.
    public var inputHash: String { figures.inputHash }

    /// A name for a file of it, without an ending: `monthly-review-2026-04`.
    public var fileName: String { "\(kind == .monthly ? "monthly" : "weekly")-review-\(period.lowercased())" }

    /// The document for a client.
    public var json: JSON {
        [
            "kind": .string(kind.rawValue), "title": .string(title), "period": .string(period), "currency": "GBP",
            "asOf": .string(asOf.rfc3339), "remarks": .array(remarks.map { .string($0) }),
            "sections": .array(sections.map(\.json)), "notice": .string(notice),
        ]
    }
}
