public import Analyses
public import Finance

/// Suggested categories and what people say about them.
public struct Categories: Sendable {
    private let models: CategoryModels
    private let state: PersonalState

    /// Suggestions by the model in use, over what people corrected.
    public init(models: CategoryModels, state: PersonalState) {
        self.models = models
        self.state = state
    }

    /// What fits the person's expenses that have no category.
    public func suggestions(for snapshot: Snapshot) async throws(PortError) -> CategorySuggestions {
        let corrections = try await state.value(
            .corrections, of: snapshot.person.id, as: CategoryCorrections.self)
        return CategorySuggestions(
            of: snapshot, model: try await models.current(), corrections: corrections ?? CategoryCorrections())
    }

    /// Takes down what a person says of a name; it counts from the next look on. An empty category takes it back.
    public func correct(_ name: String, to category: String, for user: UserID) async throws(PortError) {
        try await state.change(.corrections, of: user, from: CategoryCorrections()) { corrections in
            corrections.correct(name, to: category)
        }
    }
}
