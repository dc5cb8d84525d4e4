import Analyses
import Finance
import Prompts
import TestKit
import Testing

@Suite("Laws that every review keeps")
struct ReviewLawsTests {
    @Test("seven sections in one order, a sentence each, bounded")
    func structure() throws {
        for (name, document) in try ReviewCases.made.get() {
            #expect(document.sections.map(\.kind) == ReviewSection.Kind.allCases, "\(name)")
            for section in document.sections {
                #expect(section.sentence.hasSuffix(".") && section.lines.count <= 8, "\(name): \(section.sentence)")
            }
            #expect(Set(document.figures.map(\.id)).count == document.figures.count, "\(name)")
            #expect(document.markdown.utf8.count < 12_000)
        }
    }

    @Test("every number outside a quoted name is that of a figure of its section, or of the period")
    func digits() throws {
        for (name, document) in try ReviewCases.made.get() {
            let title = Set(Self.numbers(document.title)).union((2025...2027).map(String.init))
            for section in document.sections {
                let printed = Set(
                    section.figures.flatMap {
                        Self.numbers($0.printed) + Self.numbers($0.label)
                            + ($0.value == nil ? Self.numbers($0.basis) : [])
                    })
                for line in [section.sentence] + section.lines {
                    let unknown = Self.numbers(line).filter { !printed.contains($0) && !title.contains($0) }
                    #expect(unknown.isEmpty, "\(unknown) in \(name): \(line)")
                }
            }
        }
    }

    @Test("the number check that answers of a model go through finds nothing unbacked in any section")
    func numberCheck() throws {
        for (name, document) in try ReviewCases.made.get().prefix(30) {
            // A section that states no figure may still name the month it has none for.
            let months = ["2026-02", "2026-03", "2026-04"].map {
                Figure(id: $0, label: "Month", value: nil, window: $0, asOf: document.asOf, basis: "the month itself")
            }
            for section in document.sections {
                let text = ([section.sentence] + section.lines.map { $0 + "." }).joined(separator: "\n")
                let check = NumberCheck(text, against: Evidence(figures: section.figures + months))
                #expect(check.isClean, "\(check.findings.map { ($0.sentence, $0.unbacked) }) in \(name)")
            }
        }
    }

    @Test("nothing in it is advice about a debt, a product or an address that nobody reviewed")
    func lint() throws {
        let lint = OutgoingLint()
        for (name, document) in try ReviewCases.made.get().prefix(30) {
            for line in document.sections.flatMap({ [$0.sentence] + $0.lines }) {
                #expect(lint.findings(in: line).isEmpty, "\(name): \(line)")
            }
        }
    }

    @Test("Markdown holds no mark-up of anyone's making: no link, image, tag or table")
    func markdown() throws {
        for (name, document) in try ReviewCases.made.get() {
            for line in document.markdown.split(separator: "\n") {
                let isHead = line.hasPrefix("# ") || line.hasPrefix("## ") || line == "---"
                let bare = line.replacing(/\\./, with: "")
                #expect(isHead || !bare.contains { "<>[]|`*_~#".contains($0) }, "\(name): \(line)")
                #expect(!bare.lowercased().contains("www.") && !bare.contains("://"), "\(name): \(line)")
            }
        }
    }

    @Test("the same snapshot gives the same review, and its JSON holds every figure")
    func stable() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let document = MonthlyReview(of: snapshot).document
        #expect(document == MonthlyReview(of: snapshot).document)
        for figure in document.figures { #expect(document.json.text.contains("\"\(figure.id)\"")) }
        #expect(document.fileName == "monthly-review-2026-04" && document.inputHash.count == 16)
    }

    private static func numbers(_ line: String) -> [String] {
        line.replacing(/“[^”]*”/, with: "").matches(of: /\d+(?:,\d{3})*(?:\.\d+)?/).map { String($0.output) }
    }
}
