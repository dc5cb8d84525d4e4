import Analyses
import Finance
public import Ports
import Testing

/// What every store of the model of categories promises. There is one model, so each check wants a store of its own.
public enum CategoryModelsConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<CategoryModels>] = [
        ConformanceCheck("Before the first model there is none") { models async throws in
            #expect(try await models.current() == nil)
        },
        ConformanceCheck("A model is read back whole, and gives way to the next") { models async throws in
            for seed in [1, 2] as [UInt64] {
                let model = try model(seed)
                try await models.publish(model)
                #expect(try await models.current() == model)
            }
        },
    ]

    private static func model(_ seed: UInt64) throws -> CategoryModel {
        let names = SyntheticNames(seed: seed, people: 24, each: 40)
        return try #require(CategoryTrainer().model(of: names.learnt, on: Day(number: 20_000)))
    }
}
