public import Finance

/// What a person has to have reviewed: every organisation, address and telephone number that may be shown, the debts
/// that come first, and the fixed texts. A model can name an organisation only by what stands here.
public struct CareConfig: Sendable, Hashable {
    /// An organisation that helps for free.
    public struct Signpost: Sendable, Hashable {
        /// Stable id.
        public var id: String
        /// What it is called.
        public var name: String
        /// What it helps with, in a few words.
        public var helps: String
        /// Its domain, without scheme or path.
        public var site: String?
        /// Its telephone number as it is read out.
        public var phone: String?

        /// A signpost with every part given.
        public init(id: String, name: String, helps: String, site: String? = nil, phone: String? = nil) {
            self.id = id
            self.name = name
            self.helps = helps
            self.site = site
            self.phone = phone
        }

        /// `StepChange (free debt advice): 0800 138 1111, stepchange.org`.
        public var line: String {
            let ways = [phone, site].compactMap(\.self).joined(separator: ", ")
            return ways.isEmpty ? "\(name) (\(helps))" : "\(name) (\(helps)): \(ways)"
        }
    }

    /// A bill whose arrears have the heaviest consequences.
    public struct PriorityDebt: Sendable, Hashable {
        /// Stable id.
        public var id: String
        /// What it is called.
        public var name: String
        /// What can follow when it is not paid.
        public var consequence: String

        /// A priority debt with every part given.
        public init(id: String, name: String, consequence: String) {
            self.id = id
            self.name = name
            self.consequence = consequence
        }
    }

    /// Why this configuration needs a look.
    public enum Warning: Sendable, Hashable {
        /// It was reviewed so many days ago, more than the limit.
        case stale(days: Int)
        /// It claims to have been reviewed after today.
        case reviewedInFuture
    }

    /// Days after which a review is too old.
    public static let reviewDays = 180

    /// Rises with every change.
    public var version: Int
    /// The day on which a person last checked all of it.
    public var reviewedOn: Day
    /// Where help is.
    public var signposts: [Signpost]
    /// Bills that come before any order by interest.
    public var priorityDebts: [PriorityDebt]
    /// What Breathing Space is.
    public var breathingSpace: String
    /// How two ways to pay off debts are compared without a preference.
    public var comparison: String

    /// A configuration with every part given.
    public init(
        version: Int, reviewedOn: Day, signposts: [Signpost], priorityDebts: [PriorityDebt], breathingSpace: String,
        comparison: String
    ) {
        self.version = version
        self.reviewedOn = reviewedOn
        self.signposts = signposts
        self.priorityDebts = priorityDebts
        self.breathingSpace = breathingSpace
        self.comparison = comparison
    }

    /// What is wrong with the review on a day; nil when it is fresh enough.
    public func warning(on today: Day) -> Warning? {
        let days = today.number - reviewedOn.number
        if days < 0 { return .reviewedInFuture }
        return days > Self.reviewDays ? .stale(days: days) : nil
    }

    /// The signpost of an id.
    public func signpost(_ id: String) -> Signpost? { signposts.first { $0.id == id } }

    /// What is asked before any order of paying off debts is shown.
    public var priorityQuestion: String {
        let names = priorityDebts.map(\.name)
        let list = names.dropLast().joined(separator: ", ") + (names.last.map { " or " + $0 } ?? "")
        return "Before comparing ways to pay off debts: are you behind with any of these? \(list). They can have "
            + "heavier consequences than other debts, whatever their interest, so they usually come first."
    }
}

extension CareConfig.Warning: CustomStringConvertible {
    /// For a health page or a log.
    public var description: String {
        switch self {
        case .stale(let days): "signposts were reviewed \(days) days ago, the limit is \(CareConfig.reviewDays)"
        case .reviewedInFuture: "signposts claim a review in the future"
        }
    }
}
