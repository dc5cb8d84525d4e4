import Finance

/// One number as it was written: pounds, or a percentage. Anything else is nil.
///
/// Read: `£12.40`, `12.40`, `2,450`, `80p`, `1.2k`, `30quid`, `29.9%`. Not read, since it could mean two things or
/// nothing: `1,50`, `12.345`, `-5`, `5pm`, `3rd`, `03/11`. No binary fraction is involved.
struct SpokenAmount: Hashable {
    enum Unit { case pounds, percent }

    var money: Money
    var unit: Unit
    /// Whether a sign or word says that it is money.
    var isMarked: Bool
    /// Whether it has two decimals: "12.40" is money even without a sign; "2.5" may be anything.
    var hasPence = false
    /// Whether the number itself says that it is per month.
    var isMonthly = false

    init(pounds: Int64) {
        money = Money(pence: pounds * 100)
        unit = .pounds
        isMarked = true
    }

    init?(_ key: String) {
        var rest = key[...]
        let hasSign = rest.first == "£"
        if hasSign { rest.removeFirst() }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
        rest = rest.dropFirst(digits.count)
        guard let pence = Self.pence(digits), let suffix = Self.suffixes[String(rest)] else { return nil }
        let needsSign: Set<Suffix> = [.month]
        guard hasSign || !needsSign.contains(suffix), !(hasSign && suffix == .percent) else { return nil }
        unit = suffix == .percent ? .percent : .pounds
        isMarked = hasSign || [.pounds, .pence, .thousand].contains(suffix)
        hasPence = digits.dropLast(2).last == "."
        isMonthly = suffix == .month
        switch suffix {
        case .pence:
            guard !digits.contains(".") else { return nil }
            money = Money(pence: pence / 100)
        case .thousand: money = Money(pence: pence * 1_000)
        default: money = Money(pence: pence)
        }
        guard money <= .limit else { return nil }
    }

    /// As many thousands; nil beyond what an amount can be.
    var thousandfold: SpokenAmount? {
        guard unit == .pounds, money.pence <= Money.limit.pence / 1_000 else { return nil }
        var amount = self
        amount.money = Money(pence: money.pence * 1_000)
        amount.isMarked = true
        return amount
    }

    private enum Suffix { case none, pounds, pence, thousand, percent, month }

    private static let suffixes: [String: Suffix] = [
        "": .none, "quid": .pounds, "pounds": .pounds, "gbp": .pounds, "p": .pence, "k": .thousand, "%": .percent,
        "pm": .month, "pcm": .month, "/month": .month, "/mo": .month, "/m": .month,
    ]

    /// Digits with at most two decimals, commas only between groups of three; at most ten digits of pounds.
    private static func pence(_ digits: Substring) -> Int64? {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = whole(parts[0]) else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        let decimals = parts[1]
        guard (1...2).contains(decimals.count), let part = Int64(decimals) else { return nil }
        return whole * 100 + (decimals.count == 1 ? part * 10 : part)
    }

    private static func whole(_ digits: Substring) -> Int64? {
        let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, (1...10).contains(first.count),
            groups.count == 1
                || first.count <= 3 && groups.count <= 4 && groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return Int64(groups.joined())
    }
}
