import Finance
import Prompts
import TestKit
import Testing

@testable import Embedded

@Suite("The coach names subscriptions")
struct CoachAnswerRecurringTests {
    static let names = ["Netflix", "Spotify", "Gym", "Disney+", "Amazon Prime", "Apple Music", "Audible", "Now TV"]

    @Test("as many as a list holds are named with amount and day, and then how many more", arguments: [1, 3, 6, 7, 8])
    func named(_ count: Int) throws {
        let answer = try Self.answer("list my subscriptions", Self.names.prefix(count))
        for name in Self.names.prefix(min(count, 6)) { #expect(answer.text.contains("“\(name)”: £"), "\(answer.text)") }
        #expect(answer.text.contains("- and \(count - 6) more") == (count > 6), "\(answer.text)")
        #expect(answer.text.hasPrefix(count == 1 ? "1 subscription costs" : "\(count) subscriptions cost"))
        #expect(!answer.text.contains("and others"))
        let evidence = Evidence(figures: answer.figures, typed: ["list my subscriptions"])
        #expect(NumberCheck(answer.text, against: evidence).unverified.isEmpty)
    }

    @Test("without any, and without expenses, that is said in plain words")
    func none() throws {
        #expect(try Self.answer("list my subscriptions", []).text.contains("No subscriptions found"))
        let nobody = try NamedPeople.snapshot(of: NamedPeople.noah)
        #expect(CoachAnswer(to: "list my subscriptions", of: nobody).text == CoachWords.noExpenses)
    }

    /// Maya without her own subscriptions and with these, dearest first.
    private static func answer(_ question: String, _ names: ArraySlice<String>) throws -> CoachAnswer {
        var documents = NamedPeople.maya
        documents.expenses.removeAll { $0.fields["name"] == .string("Netflix") }
        for (place, name) in names.enumerated() {
            let amount = Document.Value.double(40.49 - Double(place))
            for month in ["02", "03", "04"] {
                let id = "66200000000000000000\(month)\(10 + place)"
                documents.expenses.append(
                    NamedPeople.expense(id, name, amount, "2026-\(month)-1\(place)", owner: NamedPeople.mayaID))
            }
        }
        return CoachAnswer(to: question, of: try NamedPeople.snapshot(of: documents))
    }
}
