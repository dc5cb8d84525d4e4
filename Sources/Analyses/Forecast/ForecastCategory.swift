public import Finance

/// What one category is expected to come to by the end of this month.
public struct ForecastCategory: Sendable, Hashable {
    /// The category; nil is "Uncategorised".
    public let name: String?
    /// Whether this is not one category but the one-offs of all that are too rare to forecast on their own.
    public let isIrregular: Bool
    /// Dated in the month up to today.
    public let spent: Money
    /// Dated after today: what repeats, and what is entered ahead.
    public let dated: Money
    /// Usual for the days that are left, beyond what is dated.
    public let usual: Money
    /// The whole month.
    public let expected: Money
    /// Where four months in five end; nil when there are too few past months to say.
    public let range: ForecastRange?

    /// What to call it.
    public var title: String { isIrregular ? "Now and then, all categories" : name ?? "Uncategorised" }

    init(_ name: String?, _ row: Outlook.Row, isIrregular: Bool = false, range: ForecastRange? = nil) {
        self.name = name
        self.isIrregular = isIrregular
        spent = row.spent
        dated = row.repeating + row.entered
        usual = row.beyondDated
        expected = row.expected
        self.range = range
    }

    /// Every category with anything in it, largest first.
    static func all(_ ground: ForecastGround) -> [ForecastCategory] {
        let rows = ground.outlook.rows[0]
        let own = ground.groups.enumerated().map { group, name in
            let errors = ground.outlook.sparse.contains(group) ? [] : ground.errors.byGroup[group]
            let range = ForecastRange(around: rows[group].expected, errors: errors, left: ground.left)
            return ForecastCategory(name, rows[group], range: range)
        }
        let irregular = rows.last.map { [ForecastCategory(nil, $0, isIrregular: true)] } ?? []
        return (own + irregular).filter { $0.expected > .zero }
            .sorted { ($1.expected, $0.title) < ($0.expected, $1.title) }
    }

    var json: JSON {
        [
            "name": .string(title), "spent": .money(spent), "dated": .money(dated), "usual": .money(usual),
            "expected": .money(expected), "low": .money(orNull: range?.low), "high": .money(orNull: range?.high),
        ]
    }
}
