import Analyses
public import Finance

/// A receipt to enter or to change.
public struct IncomeFields: RecordFields {
    static let kind = DraftKind.income
    static let frequencies: [Frequency] = [.once, .monthly, .yearly]

    /// What it is.
    public var name: String?
    /// What comes in.
    public var amount: Money?
    /// The day it arrives; decides the month.
    public var receivedOn: Day?
    /// How often the backend repeats it; never weekly.
    public var frequency: Frequency?

    /// Fields with those given that are to be sent.
    public init(name: String? = nil, amount: Money? = nil, receivedOn: Day? = nil, frequency: Frequency? = nil) {
        self.name = name
        self.amount = amount
        self.receivedOn = receivedOn
        self.frequency = frequency
    }

    var rows: [FieldRow] {
        [
            FieldRow("Income", name), FieldRow("Amount", amount?.description), FieldRow("Day", receivedOn?.words),
            FieldRow("Repeats", frequency?.words),
        ].compactMap(\.self)
    }

    func body(for shape: BackendShape, isChange: Bool) -> [JSON.Member] {
        var body: [JSON.Member] = []
        body.add("name", name)
        body.add("amount", amount)
        body.add("receiveDate", receivedOn?.description)
        body.add("frequency", frequency?.stored)
        return body
    }

    func check(_ checks: inout FieldChecks, on snapshot: Snapshot, isChange: Bool) {
        checks.present(isChange || name != nil, .name, "What is the income called?")
        checks.present(isChange || amount != nil, .amount, "How much was it?")
        checks.present(isChange || receivedOn != nil, .day, "Which day did it arrive?")
        checks.name(name)
        checks.money(amount, .amount, "The amount")
        checks.day(receivedOn, "The day")
        checks.frequency(frequency, Self.frequencies, "An income")
    }

    func current(of id: String, in snapshot: Snapshot) -> IncomeFields? {
        guard let record = snapshot.incomes.first(where: { $0.id == id }) else { return nil }
        return IncomeFields(
            name: name.map { _ in record.name }, amount: amount.map { _ in record.amount },
            receivedOn: receivedOn.map { _ in Day(record.receivedOn) },
            frequency: frequency.map { _ in record.frequency })
    }

    func twins(in snapshot: Snapshot) -> [Twin] {
        snapshot.incomes.filter {
            $0.name == name && $0.amount == amount && Day($0.receivedOn) == receivedOn
                && $0.frequency == frequency ?? .once
        }.map { Twin(id: $0.id, madeAt: $0.createdAt?.milliseconds) }
    }
}
