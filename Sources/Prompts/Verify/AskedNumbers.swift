/// The numbers a person wrote in a question: known, because the person said them.
public struct AskedNumbers: Sendable {
    private let numbers: TypedNumbers

    /// The numbers of a text.
    public init(in question: String) { numbers = TypedNumbers(in: [question]) }

    /// Whether one of them is this many hundredths: 1,250 for a typed 12.5 or £12.50.
    public func contains(hundredths: Int64) -> Bool {
        numbers.hold(.money(hundredths)) || numbers.hold(.percent(hundredths))
    }
}
