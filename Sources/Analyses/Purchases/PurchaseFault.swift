/// Why options cannot be compared.
public enum PurchaseFault: Error, Sendable, Hashable {
    /// Fewer than two, more than five.
    case tooFew, tooMany
    /// One without a name or without a price; its place, 1 is the first.
    case noName(Int)
    /// One that costs nothing.
    case noPrice(Int)

    /// The fault in plain words.
    public var words: String {
        switch self {
        case .tooFew: "There must be two options to compare."
        case .tooMany: "At most \(PurchaseComparison.counts.upperBound) options can be compared at a time."
        case .noName(let place): "Option \(place) has no name."
        case .noPrice(let place): "Option \(place) has no price above zero."
        }
    }
}
