public import Finance

// Any number of people, each with Maya's records under an id of their own.
extension NamedPeople {
    /// The id of somebody in the crowd.
    public static func somebody(_ number: Int) -> UserID {
        let digits = String(number, radix: 16)
        let hex = String(repeating: "a", count: 12) + String(repeating: "0", count: 12 - digits.count) + digits
        guard let user = UserID(hex) else { preconditionFailure("24 digits are an id") }
        return user
    }

    /// Maya's records as somebody else's. The documents keep their ids unless `apart`, which a store of everyone needs.
    public static func records(of user: UserID, apart: Bool = false) -> SnapshotDocuments {
        func own(_ documents: [Document]) -> [Document] {
            documents.enumerated().map { place, document in
                var copy = document
                copy.fields["userId"] = .id(user.hex)
                if apart, case .id(let hex)? = copy.fields["_id"] {
                    copy.fields["_id"] = .id(String(user.hex.suffix(4)) + String(hex.suffix(20)))
                }
                return copy
            }
        }
        var person = maya.user
        person.fields["_id"] = .id(user.hex)
        return SnapshotDocuments(
            user: person, incomes: own(maya.incomes), expenses: own(maya.expenses), budgets: own(maya.budgets),
            debts: own(maya.debts), savingGoals: own(maya.savingGoals), partnerBudgets: [])
    }
}
