/// A category suggested for a name, and where it comes from. A suggestion only: nothing is ever written from it.
public struct CategoryGuess: Sendable, Hashable {
    /// Where it comes from, in the order in which they are asked.
    public enum Source: String, Sendable, Hashable {
        /// The person chose it for this very expense; it is never replaced.
        case chosen
        /// The person corrected this name before.
        case corrected
        /// The person, or enough other people, gave this very name a category.
        case remembered
        /// The trained model, sure enough.
        case modelled
        /// Nobody knows.
        case none
    }

    /// The category; nil is "Uncategorised".
    public let category: String?
    /// Where it comes from.
    public let source: Source
    /// How often such a suggestion is right, 0…1, as measured when the model was trained; 1 for the person's own word.
    public let confidence: Double

    /// What to show.
    public var title: String { category ?? "Uncategorised" }

    static let none = CategoryGuess(category: nil, source: .none, confidence: 0)
}
