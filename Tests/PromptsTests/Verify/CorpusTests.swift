import Foundation
import Testing

@testable import Prompts

@Suite("The corpus of mutated replies")
struct CorpusTests {
    @Test("≥ 99 % of false replies are caught and ≤ 1 % of true ones raise a false alarm")
    func rates() throws {
        let corpus = try Corpus.read.get()
        let alarms = corpus.truths.filter { !isClean($0, corpus) }
        var missed: [Mutation: [String]] = [:]
        var counts: [Mutation: Int] = [:]
        for mutant in corpus.mutants {
            guard let mutation = mutant.mutation else { continue }
            counts[mutation, default: 0] += 1
            if isClean(mutant, corpus) { missed[mutation, default: []].append("\(mutant.person): \(mutant.text)") }
        }
        let lost = missed.values.map(\.count).reduce(0, +)
        print(
            "caught \(corpus.mutants.count - lost) of \(corpus.mutants.count) mutants;",
            "\(alarms.count) false alarms on \(corpus.truths.count) true replies")
        for mutation in Mutation.allCases {
            let count = counts[mutation, default: 0]
            print("  \(mutation.rawValue): \(count - missed[mutation, default: []].count) of \(count)")
        }
        for text in missed.values.joined().prefix(140) { print("missed \(text)") }
        for alarm in alarms.prefix(40) { print("alarm \(alarm.person): \(alarm.text)") }
        #expect(corpus.mutants.count >= 300 && corpus.truths.count >= 150)
        #expect(lost * 100 <= corpus.mutants.count)
        #expect(alarms.count * 100 <= corpus.truths.count)
        for mutation in Mutation.allCases { #expect(counts[mutation, default: 0] > 3, "\(mutation) is not tried") }
    }

    private func isClean(_ entry: Corpus.Entry, _ corpus: Corpus) -> Bool {
        corpus.evidence[entry.person].map { NumberCheck(entry.text, against: $0).isClean } ?? false
    }
}
