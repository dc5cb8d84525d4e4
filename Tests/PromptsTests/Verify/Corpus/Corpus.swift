import Analyses
import Finance
import TestKit

@testable import Prompts

/// True replies about the six named people and false ones made of them.
struct Corpus {
    struct Entry {
        var person: String
        var text: String
        var mutation: Mutation?
    }

    let evidence: [String: Evidence]
    let truths: [Entry]
    let mutants: [Entry]

    /// The people whose figures are told; Mallory's names have a suite of their own.
    static let people = ["maya", "noah", "dana", "omar", "dirty", "ada"]

    /// Made once for all tests.
    static let read = Result { try Corpus() }

    private init() throws {
        var evidence: [String: Evidence] = [:]
        var truths: [Entry] = []
        var mutants: [Entry] = []
        var random = SeededGenerator(12)
        for (person, documents) in NamedPeople.all where Self.people.contains(person) {
            let review = Review(of: try NamedPeople.snapshot(of: documents))
            let figures = review.figures + review.affordability(of: Money(pence: 2_500_00)).figures
            evidence[person] = Evidence(figures: figures)
            for reply in figures.flatMap({ Self.replies(person, $0) }) {
                truths.append(Entry(person: person, text: reply.text))
                for mutation in Mutation.allCases {
                    mutants += mutation.mutants(of: reply, among: figures, &random)
                        .filter { $0 != reply.text }
                        .map { Entry(person: person, text: $0, mutation: mutation) }
                }
            }
        }
        self.evidence = evidence
        self.truths = truths + TrueReplies.all.map { Entry(person: $0.person, text: $0.text) }
        self.mutants = mutants
    }

    private static func replies(_ person: String, _ figure: Figure) -> [Reply] {
        if figure.id.hasPrefix("afford"), case .money(let money) = figure.value, money < .zero { return [] }
        return ReplyPhrases.patterns(for: figure).enumerated().compactMap { place, pattern in
            ReplyPattern(pattern: pattern).reply(person, figure, value: spelling(of: figure, place))
        }
    }

    /// A value in the spellings in use, by turns.
    private static func spelling(of figure: Figure, _ place: Int) -> String {
        guard case .money(let money) = figure.value else { return figure.printed }
        let printed = money.magnitude.description
        let isSigned = figure.id.hasSuffix("left") && money < .zero
        if isSigned { return printed }
        switch place % 4 {
        case 1 where printed.hasSuffix(".00"): return String(printed.dropLast(3))
        case 2: return printed.filter { $0 != "," }
        case 3: return printed.dropFirst() + " pounds"
        default: return printed
        }
    }
}
