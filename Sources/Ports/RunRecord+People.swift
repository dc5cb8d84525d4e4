public import Analyses
public import Finance

extension RunRecord {
    /// Everyone it tells something of. Its place is only a bookmark: it tells nothing of whoever has that id.
    public var people: Set<UserID> { Set((failures + again).map(\.user) + [only].compactMap { $0 }) }

    /// What it says of one person and of nobody else; nil when it does not name them.
    public func mention(of user: UserID) -> JSON? {
        guard people.contains(user) else { return nil }
        let own = (failures + again).filter { $0.user == user }
        return [
            "id": .string(id), "night": .string(night.description), "only": .bool(only == user),
            "failures": .array(own.map { ["cause": .string($0.cause), "attempts": .int(Int64($0.attempts))] }),
        ]
    }

    /// The record without a person; nil when it was about nobody else. A run that goes on does so right before the place
    /// where they stood: everyone behind it is still to come, and they are found gone.
    public func forgetting(_ user: UserID) -> RunRecord? {
        guard only != user else { return nil }
        var record = self
        record.failures.removeAll { $0.user == user }
        record.again.removeAll { $0.user == user }
        if place.after == user { record.place.after = isOver ? nil : user.before }
        return record
    }
}

extension UserID {
    /// The id right before this one in their order; nil before the first.
    fileprivate var before: UserID? {
        let digits = Array("0123456789abcdef")
        var text = Array(hex)
        for place in text.indices.reversed() {
            guard let value = text[place].hexDigitValue else { return nil }
            guard value == 0 else {
                text[place] = digits[value - 1]
                return UserID(String(text))
            }
            text[place] = "f"
        }
        return nil
    }
}
