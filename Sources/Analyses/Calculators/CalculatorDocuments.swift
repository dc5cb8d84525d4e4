public import Finance

/// The latest stored document of each calculator, as the database holds it; nil where the person never used one, and
/// everywhere on the old backend, which stores none (contract 1.13).
public struct CalculatorDocuments: Sendable, Equatable {
    /// Of `savingcalculations`.
    public var savings: Document?
    /// Of `loanrepaymentcalculations`.
    public var loan: Document?
    /// Of `inflationcalculations`.
    public var futureValue: Document?
    /// Of `inflationapicalculations`.
    public var historical: Document?

    /// The documents of one person.
    public init(
        savings: Document? = nil, loan: Document? = nil, futureValue: Document? = nil, historical: Document? = nil
    ) {
        self.savings = savings
        self.loan = loan
        self.futureValue = futureValue
        self.historical = historical
    }
}

/// A calculator's latest use.
public enum CalculatorEntry<Value: Sendable & Hashable>: Sendable, Hashable {
    /// Never used.
    case none
    /// Stored in a way that gives no calculation, with the reason.
    case unreadable(CalculationFault)
    /// The calculation and the id it is stored under.
    case ready(id: String, Value)

    /// The calculation, if there is one.
    public var value: Value? {
        if case .ready(_, let value) = self { value } else { nil }
    }

    /// Reads a document; one of another person, or without an id, counts as none.
    init(_ document: Document?, of owner: UserID, _ read: (Document) throws(CalculationFault) -> Value) {
        guard let document, let id = document.text("_id"), document.text("userId").map({ $0 == owner.hex }) ?? true
        else {
            self = .none
            return
        }
        do throws(CalculationFault) { self = .ready(id: id, try read(document)) } catch { self = .unreadable(error) }
    }
}

extension Document {
    func money(_ field: String) throws(CalculationFault) -> Money {
        guard let money = Money.reading(self[field]).money else { throw .unreadable(field) }
        return money
    }

    /// A finite number in whatever kind it is stored.
    func number(_ field: String) throws(CalculationFault) -> Double {
        let number: Double? =
            switch self[field] {
            case .int(let whole): Double(whole)
            case .double(let number): number
            case .decimal(let text), .string(let text):
                text.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) } ? Double(text) : nil
            default: nil
            }
        guard let number, number.isFinite else { throw .unreadable(field) }
        return number
    }

    /// A whole number.
    func whole(_ field: String) throws(CalculationFault) -> Int {
        guard let whole = Int(exactly: try number(field)) else { throw .unreadable(field) }
        return whole
    }

    func text(_ field: String) -> String? {
        switch self[field] {
        case .id(let text), .string(let text): text.isEmpty ? nil : TypedText(text).text
        default: nil
        }
    }
}
