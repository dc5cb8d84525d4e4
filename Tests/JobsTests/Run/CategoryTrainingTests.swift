import Analyses
import Finance
import FoundationEssentials
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("The model of categories, made at night")
struct CategoryTrainingTests {
    private static let names = SyntheticNames(people: 60, each: 60)

    /// Puts down what people taught as nights leave it.
    private static func teach(
        _ stage: NightStage, _ category: (CategoryExample) -> String = { $0.category }
    ) async throws {
        let people = Dictionary(grouping: names.learnt, by: \.person).sorted { $0.key < $1.key }
        for (user, links) in zip(stage.users, people) {
            let examples = links.value.map { example in
                CategoryExample(name: example.name, category: category(example), person: user)
            }
            let kept = try await stage.shelf.state.read(.names, [user])[user]
            let text = try CodedText.write(TaughtNames(examples))
            #expect(
                try await stage.shelf.state.write(
                    .init(user: user, kind: .names, text: text, after: kept?.revision ?? 0)))
        }
    }

    /// Changes one person's records, so that a night has something to do.
    private static func touch(_ stage: NightStage) {
        stage.book.change(stage.users[0], to: NamedPeople.records(of: stage.users[0]))
    }

    @Test("people's own links are kept for it, and too few names make no model")
    func tooFew() async throws {
        let stage = NightStage(people: 5)
        let training = try #require(try await stage.run().categories)
        #expect(!training.isAdopted && training.card?.names ?? 0 < 50 && training.reason != nil)
        let kept = try #require(try await stage.shelf.state.read(.names, [stage.users[0]])[stage.users[0]])
        #expect(try !CodedText.read(kept.text, as: TaughtNames.self).isEmpty)
        #expect(try await stage.categoryModels.current() == nil)
    }

    @Test("a night trains on what everyone taught, tells how good it is, and leaves it alone while nothing changes")
    func trains() async throws {
        let stage = NightStage(people: 60)
        _ = try await stage.run()
        try await Self.teach(stage)
        let training = try #require(try await stage.run("nightly-2026-04-20-2").categories)
        #expect(training.isAdopted && training.reason == nil)
        let model = try #require(try await stage.categoryModels.current())
        #expect(model.card == training.card && model.card.people == 60)
        let right = Self.names.learnt.count { model.guess(name: $0.name).category == $0.category }
        #expect(right * 2 > Self.names.learnt.count)
        #expect(try await stage.run("nightly-2026-04-20-3").categories == nil)
    }

    @Test("a worse model does not take the place of the one in use")
    func rollback() async throws {
        let stage = NightStage(people: 60)
        _ = try await stage.run()
        try await Self.teach(stage)
        _ = try await stage.run("nightly-2026-04-20-2")
        let good = try #require(try await stage.categoryModels.current())
        // Names say nothing any more: each goes to a category by its length.
        let categories = good.categories
        try await Self.teach(stage) { categories[$0.name.utf8.count % categories.count] }
        Self.touch(stage)
        let training = try #require(try await stage.run("nightly-2026-04-20-3").categories)
        #expect(!training.isAdopted && training.reason != nil)
        #expect(try await stage.categoryModels.current() == good)
    }
}
