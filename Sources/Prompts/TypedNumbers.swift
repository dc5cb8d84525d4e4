/// The numbers a person wrote in a question: known, because the person said them.
public struct TypedNumbers: Sendable {
    private let amounts: [Amount]

    /// The numbers of a text.
    public init(in text: String) { amounts = Amount.typed(in: text) }

    /// Whether one of them is this many hundredths: 1,250 for a typed 12.5 or £12.50.
    public func contains(hundredths: Int64) -> Bool { amounts.contains { $0.hundredths == hundredths } }
}

extension Amount {
    /// In hundredths; nil when that is not a whole number of them or too many.
    fileprivate var hundredths: Int64? {
        guard let digits, let value = Int64(exactly: digits) else { return nil }
        var scaled = value
        if decimals > 2 { return nil }
        for _ in 0..<(2 - decimals) {
            let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            scaled = product
        }
        return scaled
    }
}
