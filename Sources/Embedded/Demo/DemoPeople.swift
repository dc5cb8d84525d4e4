public import Finance
public import FoundationEssentials

/// Invented people with plausible money, for a machine that has no database yet. The same seed in the same month gives
/// the same documents, byte for byte; a later month gives the same ones and more.
public struct DemoPeople: Sendable {
    /// Documents by collection, in the main backend's names.
    public typealias Batch = [(collection: String, documents: [Document])]

    /// The seed of the people everyone sees.
    public static let standardSeed: UInt64 = 2_026
    /// How many there are: enough for groups of like people.
    public static let count = 224
    /// Months on record before the current one.
    public static let pastMonths = 6
    /// The person of the demo token: income, bills, budgets, debts and goals, and a partner.
    public static let featured = user(DemoProfile.featured.number)
    /// The one administrator.
    public static let admin = user(DemoProfile.admin.number)

    /// The first month on record.
    public let origin: Month
    /// The month debts and goals stand at.
    public let standingMonth: Month
    private let seed: UInt64

    /// People whose records reach from six months before `now` to the month after it.
    public init(seed: UInt64 = standardSeed, now: Date) {
        let month = Month(containing: now)
        self.init(seed: seed, origin: month.advanced(by: -Self.pastMonths), standingMonth: month)
    }

    init(seed: UInt64, origin: Month, standingMonth: Month) {
        self.seed = seed
        self.origin = origin
        self.standingMonth = standingMonth
    }

    /// Every document of the person `number` of `0..<count`.
    public func documents(of number: Int) -> Batch {
        let profile = profile(number)
        return profile.standing(origin: origin, now: standingMonth)
            + months(of: profile, origin...standingMonth.next, begun: standingMonth)
            + DemoCalculations(of: profile, origin: origin, seed: seed).batch
    }

    /// What the months of `range` add for a person; months after `begun` hold only what repeats.
    func months(of number: Int, _ range: ClosedRange<Month>, begun: Month) -> Batch {
        months(of: profile(number), range, begun: begun)
    }

    private func months(of profile: DemoProfile, _ range: ClosedRange<Month>, begun: Month) -> Batch {
        var batch: Batch = [("incomes", []), ("expenses", []), ("budgets", [])]
        var month = range.lowerBound
        while month <= range.upperBound {
            let made = DemoMonth(of: profile, month, origin: origin, seed: seed, hasBegun: month <= begun)
            batch[0].documents += made.incomes
            batch[1].documents += made.expenses
            batch[2].documents += made.budgets
            month = month.next
        }
        return batch
    }

    /// Three people are written by hand; of the drawn ones every eighth and the one after it are a couple.
    func profile(_ number: Int) -> DemoProfile {
        switch number {
        case 0: return .featured
        case 1: return .featuredPartner
        case 2: return .admin
        default:
            let place = number % 8
            guard place == 0 || place == 1, number >= 8, number - place + 1 < Self.count else {
                return DemoProfile(drawn: number, seed: seed)
            }
            let first = number - place
            let other = place == 0 ? number + 1 : first
            return DemoProfile(
                drawn: number, seed: seed, partner: (other, DemoProfile.surname(first, seed: seed)))
        }
    }

    private static func user(_ number: Int) -> UserID {
        guard let id = UserID(DemoRecord.id(.user, of: number)) else {
            preconditionFailure("a demo id is 24 hex digits")
        }
        return id
    }
}
