extension Month {
    static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// British words: `April 2026`.
    public var words: String { "\(Self.names[month - 1]) \(year)" }
}

extension Day {
    /// British words: `5 May 2026`.
    public var words: String { "\(day) \(Month.names[month - 1]) \(year)" }
}
